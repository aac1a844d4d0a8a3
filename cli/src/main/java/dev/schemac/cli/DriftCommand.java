package dev.schemac.cli;

import dev.schemac.cli.project.DriftRequest;
import dev.schemac.cli.project.Drifting;
import dev.schemac.cli.project.SchemaSource;
import dev.schemac.cli.project.TargetPlan;
import dev.schemac.cli.project.Workspace;
import dev.schemac.report.DriftReport;
import dev.schemac.report.DriftReport.Drift;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code schemac drift}. */
@Command(
    name = "drift",
    description = {
      "Compares a live database with its schema, object by object: what is missing, what is extra,",
      "what is different. Ends with 3 where there is a difference. The session is read only."
    },
    footer = {
      "",
      "`[drift] ignore` of schemac.toml names what is of no interest. Owners and privileges that",
      "the schema does not mention are not compared.",
      "",
      "Example:",
      "  schemac drift --env production",
      "  schemac drift jdbc:postgresql://localhost/shop --to git:main --format markdown",
      "  schemac drift env:staging --fix > repair.sql"
    },
    versionProvider = Version.class)
final class DriftCommand extends SchemaCommand {

  /** How the differences are written. */
  enum Format {
    TEXT,
    JSON,
    MARKDOWN;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Parameters(
      arity = "0..1",
      paramLabel = "DATABASE",
      description =
          "jdbc:postgresql://HOST/DATABASE, or env:NAME; default: --env, or the only environment.")
  Optional<String> database = Optional.empty();

  @Option(
      names = "--to",
      paramLabel = "SOURCE",
      description = "What the database shall be like; default: the working tree.")
  Optional<String> to = Optional.empty();

  @Option(
      names = "--project",
      paramLabel = "FOLDER",
      description = "The project's folder; default: this one.")
  Optional<String> project = Optional.empty();

  @Option(
      names = "--format",
      defaultValue = "text",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES}.")
  Format format = Format.TEXT;

  @Option(
      names = "--fix",
      description = {
        "Print the plan that closes the drift: SQL, or beside it in json, markdown. --strategy,",
        "--phase, --allow-loss and --allow-blocking are about this plan."
      })
  boolean fix;

  @Mixin PlanOptions options;

  @Mixin SourceOptions sources;

  DriftCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() {
    if (!fix && options.areUsed()) {
      throw new UsageError("--strategy, --phase and what is allowed are about the plan of --fix");
    }
    Optional<SchemaSource> schema = to.map(this::source);
    Optional<Workspace> opened = workspace(paths(schema), true);
    if (opened.isEmpty()) {
      return ExitCode.ERRORS;
    }
    Workspace workspace = opened.get();
    Drifting drifting = Drifting.of(workspace, request(workspace, schema));
    Console console = console();
    if (drifting.drift().isEmpty()) {
      console.diagnostics(drifting.diagnostics(), drifting.texts());
      return ExitCode.ofErrors(drifting.diagnostics());
    }
    print(console, drifting, drifting.drift().get());
    if (drifting.hasErrors()) {
      return ExitCode.ofErrors(drifting.diagnostics());
    }
    return drifting.drift().get().changes().isEmpty() ? ExitCode.OK : ExitCode.CHANGES;
  }

  /** With {@code --fix} as text, results are SQL for a client, so the differences go beside it. */
  private void print(Console console, Drifting drifting, Drift drift) {
    Optional<TargetPlan> plan = drifting.fix().filter(p -> !drifting.hasErrors());
    PlanRendering rendering = new PlanRendering(drift.project(), options.phase, console.outColor());
    switch (format) {
      case TEXT -> {
        if (fix) {
          console.say(DriftReport.text(drift, console.errColor()).stripTrailing());
          plan.ifPresent(p -> console.result(rendering.sql(p)));
        } else {
          console.result(DriftReport.text(drift, console.outColor()));
        }
      }
      case MARKDOWN -> {
        console.result(DriftReport.markdown(drift));
        plan.ifPresent(p -> console.result("\n" + rendering.markdown(p)));
      }
      case JSON -> console.result(DriftReport.json(drift, plan.map(rendering::planned)));
    }
    console.diagnostics(drifting.diagnostics(), drifting.texts());
  }

  private DriftRequest request(Workspace workspace, Optional<SchemaSource> schema) {
    return new DriftRequest(
        database(workspace),
        schema,
        sources.settings(surroundings, global),
        Optional.of(
                new DriftRequest.Fix(
                    options.strategy(workspace.config()), options.accept.accepted()))
            .filter(f -> fix));
  }

  private SchemaSource database(Workspace workspace) {
    SchemaSource found = database.map(this::source).orElseGet(() -> environment(workspace));
    if (!found.isLive()) {
      throw new UsageError(
          "`" + found.label() + "` is no live database; what it is compared with is given by --to");
    }
    return found;
  }

  private SchemaSource environment(Workspace workspace) {
    Set<String> names = workspace.config().environments().keySet();
    if (global.environment.isEmpty() && names.size() != 1) {
      throw new UsageError(
          names.isEmpty()
              ? "no database: give its URL, or an `[env.NAME]` in schemac.toml"
              : "which database? choose with --env: "
                  + String.join(", ", names.stream().sorted().toList()));
    }
    return new SchemaSource.Environment(
        global.environment.orElseGet(() -> names.iterator().next()));
  }

  /** Loose files given by {@code --to} are what the workspace is about. */
  private List<String> paths(Optional<SchemaSource> schema) {
    boolean files = schema.filter(SchemaSource.Files.class::isInstance).isPresent();
    return project.map(List::of).orElseGet(() -> files ? List.of(to.get()) : List.of());
  }

  private SchemaSource source(String text) {
    return SourceOptions.source(text, surroundings);
  }
}
