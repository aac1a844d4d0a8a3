package dev.schemac.cli;

import dev.schemac.cli.project.Inspecting;
import dev.schemac.cli.project.LiveSources;
import dev.schemac.cli.project.Project;
import dev.schemac.cli.project.ProjectTemplate;
import dev.schemac.cli.project.SchemaSource;
import dev.schemac.cli.project.Workspace;
import dev.schemac.model.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code schemac init}. */
@Command(
    name = "init",
    description = {
      "Makes a new project: schemac.toml, a first .schema file, or with --from those of a"
          + " database,",
      "a CI workflow."
    },
    footer = {
      "",
      "Example:",
      "  schemac init my-shop --target postgres:15 --target mysql:8.4",
      "  schemac init my-shop --from jdbc:postgresql://localhost/shop --split table"
    },
    versionProvider = Version.class)
final class InitCommand extends SchemaCommand {

  @Parameters(arity = "0..1", paramLabel = "FOLDER", description = "Default: this folder.")
  String folder = ".";

  @Option(
      names = "--from",
      paramLabel = "SOURCE",
      description = {
        "Start from what is there: jdbc:postgresql://HOST/DATABASE, mysql://…, sql:FILE or",
        "migrations:FOLDER[@VERSION]."
      })
  Optional<String> from = Optional.empty();

  @Option(
      names = "--split",
      defaultValue = "none",
      paramLabel = "SPLIT",
      description = "With --from, files: ${COMPLETION-CANDIDATES}; none is one main.schema.")
  FileSplit split = FileSplit.NONE;

  @Mixin SourceOptions sources;

  @Option(names = "--no-ci", description = "Write no CI workflow.")
  boolean noCi;

  @Option(
      names = "--format",
      defaultValue = "text",
      paramLabel = "FORMAT",
      description = "text or json: the names of the files.")
  TextOrJson format = TextOrJson.TEXT;

  InitCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() throws IOException {
    Path root = surroundings.folder().resolve(folder).toAbsolutePath().normalize();
    if (Files.exists(root.resolve(Project.FILE))) {
      throw new UsageError("`" + folder + "` is a project already: it has a " + Project.FILE);
    }
    if (from.isEmpty()) {
      if (split != FileSplit.NONE) {
        throw new UsageError("--split is about the files of a database: say which with --from");
      }
      List<Target> targets = global.targets.stream().distinct().toList();
      write(root, targets, ProjectTemplate.example(targets));
      return ExitCode.OK;
    }
    refuseToMix(root.resolve(ProjectTemplate.SCHEMA_FOLDER));
    return inspected(root, InspectCommand.database(from.get(), surroundings));
  }

  /** Nothing is written where the database could not be read whole. */
  private int inspected(Path root, SchemaSource database) throws IOException {
    Optional<Workspace> workspace = workspace(List.of(), database.isLive());
    if (workspace.isEmpty()) {
      return ExitCode.ERRORS;
    }
    LiveSources live = new LiveSources(workspace.get(), sources.settings(surroundings, global));
    Inspecting inspecting =
        Inspecting.of(
            workspace.get(), InspectCommand.read(live, workspace.get(), database), split.split());
    console().diagnostics(inspecting.diagnostics(), List.of());
    if (inspecting.hasErrors()) {
      return ExitCode.ofErrors(inspecting.diagnostics());
    }
    write(root, inspecting.target().stream().toList(), inspecting.files());
    return ExitCode.OK;
  }

  /** A database's files beside others would be no database's. */
  private void refuseToMix(Path schema) throws IOException {
    if (!Files.isDirectory(schema)) {
      return;
    }
    try (Stream<Path> files = Files.list(schema)) {
      if (files.findAny().isPresent()) {
        throw new UsageError(
            "`"
                + folder
                + "` has a folder `"
                + ProjectTemplate.SCHEMA_FOLDER
                + "` with files already;"
                + " bring them up to the database with `schemac inspect SOURCE --diff`");
      }
    }
  }

  private void write(Path root, List<Target> targets, Map<String, String> schema)
      throws IOException {
    List<String> written = new ArrayList<>();
    for (Map.Entry<String, String> file :
        ProjectTemplate.files(nameOf(root), targets, schema, !noCi).entrySet()) {
      if (writeNew(root.resolve(file.getKey()), file.getValue())) {
        written.add(file.getKey());
      }
    }
    say(written);
  }

  private void say(List<String> written) {
    Console console = console();
    if (format == TextOrJson.JSON) {
      console.result(Json.object().put("format", 1).put("written", written).text());
      return;
    }
    written.forEach(name -> console.result("wrote " + name));
    String into = folder.equals(".") ? "" : "cd " + folder + " && ";
    String edit = from.isEmpty() ? "edit schema/main.schema" : "edit the files in schema";
    console.say("Next: " + edit + ", then `" + into + "schemac plan`.");
  }

  private static String nameOf(Path root) {
    return root.getFileName() == null ? "schema" : root.getFileName().toString();
  }

  /** What is there already stays as it is. */
  private static boolean writeNew(Path file, String text) throws IOException {
    if (Files.exists(file)) {
      return false;
    }
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
    return true;
  }
}
