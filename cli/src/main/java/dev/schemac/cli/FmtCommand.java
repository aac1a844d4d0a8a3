package dev.schemac.cli;

import dev.schemac.cli.project.Formatting;
import dev.schemac.cli.project.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code schemac fmt}. */
@Command(
    name = "fmt",
    description = "Puts .schema files into the canonical layout.",
    footer = {
      "",
      "Example:",
      "  schemac fmt",
      "  schemac fmt --check shop.schema",
      "  schemac fmt --tidy"
    },
    versionProvider = Version.class)
final class FmtCommand extends SchemaCommand {

  @Parameters(
      arity = "0..*",
      paramLabel = "PATH",
      description = "A project's folder, or .schema files and folders; default: this folder.")
  List<String> paths = new ArrayList<>();

  @Option(names = "--check", description = "Write nothing; exit code 3 where a file would change.")
  boolean check;

  @Option(
      names = "--tidy",
      description = "Also remove evolution words that the newest migration has done.")
  boolean tidy;

  @Option(
      names = "--format",
      defaultValue = "text",
      paramLabel = "FORMAT",
      description = "text or json: the names of the files.")
  TextOrJson format = TextOrJson.TEXT;

  FmtCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() throws IOException {
    Optional<Workspace> workspace = tidy ? workspace(paths) : Optional.of(anyWorkspace(paths));
    if (workspace.isEmpty()) {
      return ExitCode.ERRORS;
    }
    Formatting formatting = Formatting.of(workspace.get(), tidy);
    Console console = console();
    console.diagnostics(formatting.diagnostics(), formatting.texts());
    if (!check) {
      Map<Path, String> texts = new LinkedHashMap<>();
      formatting.changed().forEach(file -> texts.put(file.path(), file.text()));
      FileReplacement.write(texts);
    }
    say(console, formatting);
    if (formatting.hasErrors()) {
      return ExitCode.ERRORS;
    }
    return check && !formatting.changed().isEmpty() ? ExitCode.CHANGES : ExitCode.OK;
  }

  private void say(Console console, Formatting formatting) {
    List<String> names = formatting.changed().stream().map(Formatting.Formatted::name).toList();
    if (format == TextOrJson.JSON) {
      console.result(
          Json.object().put("format", 1).put(check ? "wouldChange" : "changed", names).text());
      return;
    }
    names.forEach(name -> console.result((check ? "would change " : "changed ") + name));
  }
}
