package dev.schemac.cli;

import dev.schemac.cli.project.Checking;
import dev.schemac.cli.project.SchemaSource;
import dev.schemac.cli.project.Workspace;
import dev.schemac.report.DiagnosticReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code schemac check}. */
@Command(
    name = "check",
    description = {
      "Compiles the schema for every target and says everything there is to say about it.",
      "In a project also what the step from the newest migration (or the main branch) lacks."
    },
    footer = {
      "",
      "Example:",
      "  schemac check",
      "  schemac check --target postgres:15 --target mysql:8.4 shop.schema"
    },
    versionProvider = Version.class)
final class CheckCommand extends SchemaCommand {

  /** How the diagnostics are written. */
  enum Format {
    TEXT,
    JSON,
    SARIF,
    GITHUB;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Parameters(
      arity = "0..*",
      paramLabel = "PATH",
      description =
          "A project's folder, .schema files and folders, or a source; default: this folder.")
  List<String> paths = new ArrayList<>();

  @Option(
      names = "--format",
      defaultValue = "text",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES}; all but text go to standard output.")
  Format format = Format.TEXT;

  @Mixin SourceOptions sources;

  CheckCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() {
    Optional<SchemaSource> source = SourceOptions.notFiles(paths, surroundings);
    boolean live = source.filter(SchemaSource::isLive).isPresent();
    Optional<Workspace> workspace = workspace(source.isPresent() ? List.of() : paths, live);
    if (workspace.isEmpty()) {
      return ExitCode.ERRORS;
    }
    Checking checking =
        source
            .map(s -> Checking.of(workspace.get(), s, sources.settings(surroundings, global)))
            .orElseGet(() -> Checking.of(workspace.get(), progress()));
    Console console = console();
    switch (format) {
      case TEXT -> text(console, checking);
      case JSON -> console.result(Rendering.json(checking.diagnostics(), checking.texts()));
      case SARIF -> console.result(Rendering.sarif(checking.diagnostics(), checking.texts()));
      case GITHUB ->
          console.out().print(Rendering.github(checking.diagnostics(), checking.texts()));
    }
    return checking.hasErrors() ? ExitCode.ofErrors(checking.diagnostics()) : ExitCode.OK;
  }

  private static void text(Console console, Checking checking) {
    console.diagnostics(checking.diagnostics(), checking.texts());
    String summary = DiagnosticReport.summary(checking.diagnostics());
    List<String> targets = checking.targets().stream().map(Object::toString).toList();
    console.say(
        "checked "
            + checking.what()
            + " for "
            + String.join(", ", targets)
            + ": "
            + (summary.isEmpty() ? "nothing to report" : summary));
  }
}
