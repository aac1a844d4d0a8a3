package dev.schemac.cli;

import com.google.gson.JsonParser;
import dev.schemac.cli.project.Inspecting;
import dev.schemac.cli.project.LiveSource;
import dev.schemac.cli.project.LiveSources;
import dev.schemac.cli.project.SchemaSource;
import dev.schemac.cli.project.Workspace;
import dev.schemac.emit.IdiomaticText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code schemac inspect}. */
@Command(
    name = "inspect",
    description = {
      "Writes a live database as .schema files. The session is read only; what cannot be read or",
      "has no form in a schema is listed by name, and what was written is read again and compared."
    },
    footer = {
      "",
      "Example:",
      "  schemac inspect jdbc:postgresql://localhost/shop > shop.schema",
      "  schemac inspect env:production --output schema --split table"
    },
    versionProvider = Version.class)
final class InspectCommand extends SchemaCommand {

  /** How the schema is distributed over files. */
  enum Split {
    NONE(IdiomaticText.Split.NONE),
    NAMESPACE(IdiomaticText.Split.NAMESPACE),
    TABLE(IdiomaticText.Split.TABLE);

    private final IdiomaticText.Split split;

    Split(IdiomaticText.Split split) {
      this.split = split;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Parameters(
      arity = "1",
      paramLabel = "SOURCE",
      description = {
        "jdbc:postgresql://HOST/DATABASE, mysql://…, env:NAME of schemac.toml, sql:FILE or",
        "migrations:FOLDER[@VERSION]."
      })
  String source;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FOLDER",
      description = "Write files into this folder; default: standard output.")
  Optional<Path> output = Optional.empty();

  @Option(
      names = "--split",
      defaultValue = "none",
      paramLabel = "SPLIT",
      description = "With --output, files: ${COMPLETION-CANDIDATES}; none is one main.schema.")
  Split split = Split.NONE;

  @Option(names = "--force", description = "With --output, overwrite files that are there.")
  boolean force;

  @Mixin SourceOptions sources;

  @Option(
      names = "--format",
      defaultValue = "text",
      paramLabel = "FORMAT",
      description = "text or json: the files and what they lack.")
  TextOrJson format = TextOrJson.TEXT;

  InspectCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() throws IOException {
    if (output.isEmpty() && (split != Split.NONE || force)) {
      throw new UsageError("--split and --force are about files: say where with --output FOLDER");
    }
    SchemaSource wanted = source();
    Optional<Workspace> workspace = workspace(List.of(), wanted.isLive());
    if (workspace.isEmpty()) {
      return ExitCode.ERRORS;
    }
    LiveSource live = read(workspace.get(), wanted);
    Inspecting inspecting = Inspecting.of(workspace.get(), live, split.split);
    if (output.isPresent()) {
      refuseToOverwrite(inspecting.files());
    }
    Console console = console();
    console.diagnostics(inspecting.diagnostics(), List.of());
    write(console, inspecting);
    return inspecting.hasErrors() ? ExitCode.ofErrors(inspecting.diagnostics()) : ExitCode.OK;
  }

  private SchemaSource source() {
    SchemaSource found = SourceOptions.source(source, surroundings);
    if (!found.isLive() && !found.isReplayed()) {
      throw new UsageError("`" + found.label() + "` is no live database");
    }
    return found;
  }

  private LiveSource read(Workspace workspace, SchemaSource wanted) {
    LiveSources live = new LiveSources(workspace, sources.settings(surroundings, global));
    if (wanted.isLive()) {
      return live.read(wanted);
    }
    if (workspace.targets().size() > 1) {
      throw new UsageError("`" + wanted.label() + "` is run on one server: choose with --target");
    }
    return live.read(wanted, workspace.targets().getFirst());
  }

  private void write(Console console, Inspecting inspecting) throws IOException {
    if (output.isPresent()) {
      for (Map.Entry<String, String> file : inspecting.files().entrySet()) {
        write(folder().resolve(file.getKey()), file.getValue());
      }
    }
    if (format == TextOrJson.JSON) {
      console.result(json(inspecting));
    } else if (output.isPresent()) {
      inspecting
          .files()
          .keySet()
          .forEach(name -> console.result("wrote " + output.get() + "/" + name));
    } else {
      inspecting.files().values().forEach(text -> console.out().print(text));
    }
  }

  private String json(Inspecting inspecting) {
    String said = Rendering.json(inspecting.diagnostics(), List.of());
    return Json.object()
        .put("format", 1)
        .put("target", inspecting.target().map(Object::toString).orElse(""))
        .put("files", inspecting.files())
        .put("diagnostics", JsonParser.parseString(said).getAsJsonObject().get("diagnostics"))
        .text();
  }

  private Path folder() {
    return surroundings.folder().resolve(output.orElseThrow());
  }

  /** Before anything is written, so that a refusal leaves the folder as it was. */
  private void refuseToOverwrite(Map<String, String> files) {
    for (String name : files.keySet()) {
      if (!force && Files.exists(folder().resolve(name))) {
        throw new UsageError(
            "`" + output.orElseThrow() + "/" + name + "` is there already; overwrite with --force");
      }
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
