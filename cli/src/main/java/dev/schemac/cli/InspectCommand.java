package dev.schemac.cli;

import com.google.gson.JsonParser;
import dev.schemac.cli.project.Inspecting;
import dev.schemac.cli.project.LiveSource;
import dev.schemac.cli.project.LiveSources;
import dev.schemac.cli.project.SchemaSource;
import dev.schemac.cli.project.Updating;
import dev.schemac.cli.project.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
      "  schemac inspect env:production --output schema --split table",
      "  schemac inspect env:production --diff schema --write"
    },
    versionProvider = Version.class)
final class InspectCommand extends SchemaCommand {

  private static final String NONE = "which database? give its URL, or env:NAME";

  @Parameters(
      arity = "0..1",
      paramLabel = "SOURCE",
      description = {
        "jdbc:postgresql://HOST/DATABASE, mysql://…, env:NAME of schemac.toml, sql:FILE or",
        "migrations:FOLDER[@VERSION]."
      })
  Optional<String> source = Optional.empty();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FOLDER",
      description = "Write files into this folder; default: standard output.")
  Optional<Path> output = Optional.empty();

  @Option(
      names = "--diff",
      arity = "1..*",
      paramLabel = "FILE",
      description = {
        "Bring these files and folders up to the database, layout and comments kept, and show the",
        "difference; ends with 3 where there is one."
      })
  List<String> diff = new ArrayList<>();

  @Option(names = "--write", description = "With --diff, change the files.")
  boolean write;

  @Option(
      names = "--split",
      defaultValue = "none",
      paramLabel = "SPLIT",
      description = "With --output, files: ${COMPLETION-CANDIDATES}; none is one main.schema.")
  FileSplit split = FileSplit.NONE;

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
    refuseNonsense();
    SchemaSource wanted = source();
    Optional<Workspace> workspace = workspace(List.of(), wanted.isLive());
    if (workspace.isEmpty()) {
      return ExitCode.ERRORS;
    }
    LiveSources live = new LiveSources(workspace.get(), sources.settings(surroundings, global));
    if (!diff.isEmpty()) {
      oneTarget(workspace.get(), wanted);
      List<Path> files = paths(diff);
      return new InspectUpdate(surroundings.folder(), console())
          .run(Updating.of(workspace.get(), live, wanted, files), write, format);
    }
    Inspecting inspecting =
        Inspecting.of(workspace.get(), read(live, workspace.get(), wanted), split.split());
    if (output.isPresent()) {
      refuseToOverwrite(inspecting.files());
    }
    Console console = console();
    console.diagnostics(inspecting.diagnostics(), List.of());
    write(console, inspecting);
    return inspecting.hasErrors() ? ExitCode.ofErrors(inspecting.diagnostics()) : ExitCode.OK;
  }

  private void refuseNonsense() {
    if (output.isEmpty() && (split != FileSplit.NONE || force)) {
      throw new UsageError("--split and --force are about files: say where with --output FOLDER");
    }
    if (output.isPresent() && !diff.isEmpty()) {
      throw new UsageError("--output is for new files, --diff for those that are there");
    }
    if (write && diff.isEmpty()) {
      throw new UsageError("--write is for --diff; new files go to --output FOLDER");
    }
  }

  private SchemaSource source() {
    String written = source.or(this::sourceBehindFiles).orElseThrow(() -> new UsageError(NONE));
    return database(written, surroundings);
  }

  /** What can be inspected: a database, or what makes one. */
  static SchemaSource database(String written, Surroundings surroundings) {
    SchemaSource found = SourceOptions.source(written, surroundings);
    if (!found.isLive() && !found.isReplayed()) {
      throw new UsageError("`" + found.label() + "` is no live database");
    }
    return found;
  }

  static LiveSource read(LiveSources live, Workspace workspace, SchemaSource wanted) {
    oneTarget(workspace, wanted);
    return wanted.isLive() ? live.read(wanted) : live.read(wanted, workspace.targets().getFirst());
  }

  private static void oneTarget(Workspace workspace, SchemaSource wanted) {
    if (!wanted.isLive() && workspace.targets().size() > 1) {
      throw new UsageError("`" + wanted.label() + "` is run on one server: choose with --target");
    }
  }

  /** {@code --diff} takes whatever follows, a source too. */
  private Optional<String> sourceBehindFiles() {
    Optional<String> last =
        diff.stream()
            .filter(
                text ->
                    SchemaSource.parse(text, surroundings.folder())
                        .source()
                        .filter(s -> s.isLive() || s.isReplayed())
                        .isPresent())
            .reduce((a, b) -> b);
    last.ifPresent(diff::remove);
    return last;
  }

  private void write(Console console, Inspecting inspecting) throws IOException {
    if (output.isPresent()) {
      Map<Path, String> texts = new LinkedHashMap<>();
      inspecting.files().forEach((name, text) -> texts.put(folder().resolve(name), text));
      FileReplacement.write(texts);
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
}
