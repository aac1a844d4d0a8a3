package dev.schemac.cli;

import dev.schemac.cli.project.Generating;
import dev.schemac.cli.project.HandWriting;
import dev.schemac.cli.project.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code schemac new}. */
@Command(
    name = "new",
    description = {
      "Makes an empty migration for hand-written statements (data fixes, native objects).",
      "It takes part in the chain of checksums; its checksum stays open until it is sealed, which",
      "the next `generate` or `new` does too."
    },
    footer = {
      "",
      "Example:",
      "  schemac new fix_prices            # then edit up.sql and down.sql",
      "  schemac new --seal",
      "  schemac new fix_prices --up fix.sql --down unfix.sql"
    },
    versionProvider = Version.class)
final class NewCommand extends SchemaCommand {

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "What the migration is about.")
  String name;

  @Option(
      names = "--project",
      paramLabel = "FOLDER",
      defaultValue = ".",
      description = "The project's folder; default: this folder.")
  String folder = ".";

  @Option(names = "--seal", description = "Record the checksum of the migration that is open.")
  boolean seal;

  @Option(names = "--up", paramLabel = "FILE", description = "The statements; sealed at once.")
  Optional<String> up = Optional.empty();

  @Option(names = "--down", paramLabel = "FILE", description = "The statements that undo them.")
  Optional<String> down = Optional.empty();

  @Option(
      names = "--reaches-schema",
      description = "The statements bring the database to the schema of the working tree.")
  boolean reachesSchema;

  @Option(
      names = "--timestamp",
      paramLabel = "YYYYMMDDhhmmss",
      description = "The version; default: now, in UTC.")
  Optional<String> timestamp = Optional.empty();

  @Option(
      names = "--format",
      defaultValue = "text",
      paramLabel = "FORMAT",
      description = "text or json: the names of the files.")
  TextOrJson format = TextOrJson.TEXT;

  NewCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() throws IOException {
    if (seal == (name != null)) {
      throw new UsageError(seal ? "--seal takes no name" : "a name is missing");
    }
    Optional<Workspace> workspace = workspace(List.of(folder));
    if (workspace.isEmpty()) {
      return ExitCode.ERRORS;
    }
    MigrationNames.requireProject(workspace.get());
    Generating generating = seal ? HandWriting.seal(workspace.get()) : writing(workspace.get());
    Console console = console();
    console.diagnostics(generating.diagnostics(), generating.texts());
    if (generating.hasErrors()) {
      return ExitCode.ERRORS;
    }
    generating.write();
    say(console, generating);
    return ExitCode.OK;
  }

  private Generating writing(Workspace workspace) throws IOException {
    return HandWriting.begin(
        workspace,
        new HandWriting.Request(
            MigrationNames.slug(name),
            MigrationNames.timestamp(timestamp, surroundings.clock()),
            text(up),
            text(down),
            reachesSchema));
  }

  private Optional<String> text(Optional<String> file) throws IOException {
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Files.readAllBytes(surroundings.folder().resolve(file.get()));
      return Optional.of(new String(bytes, StandardCharsets.UTF_8));
    } catch (NoSuchFileException e) {
      throw new UsageError("there is no file `" + file.get() + "`");
    }
  }

  private void say(Console console, Generating generating) {
    List<String> names = generating.fileNames();
    if (format == TextOrJson.JSON) {
      console.result(Json.object().put("format", 1).put("written", names).text());
    } else if (seal) {
      generating.sealed().forEach(id -> console.result("sealed " + id));
      if (generating.sealed().isEmpty()) {
        console.say("no migration is open");
      }
    } else {
      names.forEach(each -> console.result("wrote " + each));
    }
  }
}
