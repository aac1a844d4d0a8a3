package dev.schemac.cli;

import dev.schemac.cli.project.Generating;
import dev.schemac.cli.project.Workspace;
import dev.schemac.emit.Layout;
import dev.schemac.emit.Migration;
import dev.schemac.plan.Strategy;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code schemac generate}. */
@Command(
    name = "generate",
    description = {
      "Writes the migrations from the newest snapshot to the working tree, for every dialect:",
      "up, down, snapshot, plan and checksum."
    },
    footer = {"", "Example:", "  schemac generate add_stripe_ids"},
    versionProvider = Version.class)
final class GenerateCommand extends SchemaCommand {

  @Parameters(arity = "1", paramLabel = "NAME", description = "What the migration is about.")
  String name;

  @Option(
      names = "--project",
      paramLabel = "FOLDER",
      defaultValue = ".",
      description = "The project's folder; default: this folder.")
  String folder = ".";

  @Option(names = "--dry-run", description = "Write nothing; print what would be written.")
  boolean dryRun;

  @Option(
      names = "--timestamp",
      paramLabel = "YYYYMMDDhhmmss",
      description = "The version; default: now, in UTC.")
  Optional<String> timestamp = Optional.empty();

  @Option(
      names = "--layout",
      paramLabel = "LAYOUT",
      description = "schemac or flyway; default: that of schemac.toml.")
  Optional<Layout> layout = Optional.empty();

  @Option(names = "--strategy", paramLabel = "STRATEGY", description = "online or direct.")
  Optional<Strategy> strategy = Optional.empty();

  @Mixin AcceptOptions accept;

  @Option(
      names = "--format",
      defaultValue = "text",
      paramLabel = "FORMAT",
      description = "text or json: the names of the files.")
  TextOrJson format = TextOrJson.TEXT;

  @Mixin SizeOptions sizes;

  GenerateCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() throws IOException {
    Optional<Workspace> workspace = workspace(List.of(folder));
    if (workspace.isEmpty()) {
      return ExitCode.ERRORS;
    }
    Generating.Request request =
        new Generating.Request(
            MigrationNames.slug(name),
            MigrationNames.timestamp(timestamp, surroundings.clock()),
            layout,
            strategy.orElse(workspace.get().config().migrations().strategy()),
            accept.accepted(),
            sizes.source(surroundings),
            SizeOptions.settings(surroundings, global));
    MigrationNames.requireProject(workspace.get());
    Generating generating = Generating.of(workspace.get(), request);
    Console console = console();
    console.diagnostics(generating.diagnostics(), generating.texts());
    if (generating.hasErrors()) {
      return ExitCode.ofErrors(generating.diagnostics());
    }
    if (!dryRun) {
      generating.write();
    }
    say(console, generating);
    return ExitCode.OK;
  }

  private void say(Console console, Generating generating) {
    List<String> names = generating.fileNames();
    if (format == TextOrJson.JSON) {
      console.result(
          Json.object().put("format", 1).put("dryRun", dryRun).put("written", names).text());
    } else if (names.isEmpty()) {
      console.say("nothing to do: the newest migration is the schema already");
    } else if (dryRun) {
      generating.files().forEach(file -> print(console, file));
    } else {
      names.forEach(each -> console.result("wrote " + each));
      if (names.stream().anyMatch(each -> each.endsWith(".conf"))) {
        console.say("Flyway waits for itself on these unless postgresql.transactional.lock=false");
      }
    }
  }

  private static void print(Console console, Migration.File file) {
    console.result("==> " + file.path() + " <==");
    console.result(file.content());
  }
}
