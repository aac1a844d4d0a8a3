package dev.schemac.cli;

import dev.schemac.cli.project.PlanRequest;
import dev.schemac.cli.project.Planning;
import dev.schemac.cli.project.SchemaSource;
import dev.schemac.cli.project.Workspace;
import dev.schemac.dialect.mysql.CopyingTool;
import dev.schemac.model.Dialect;
import dev.schemac.plan.HandOver;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code schemac plan}. */
@Command(
    name = "plan",
    description = {
      "Shows how one schema becomes another: steps, phases, locks, undo, SQL.",
      "Default: from the newest migration's snapshot, or the merge base with the main branch, or",
      "nothing, to the working tree."
    },
    footer = {
      "",
      "Sources: a file or folder, git:REV (git:REV... is the merge base), snapshot, nothing,",
      "a live database (jdbc:postgresql://HOST/DATABASE, mysql://…, or env:NAME of schemac.toml),",
      "sql:FILE and migrations:FOLDER[@VERSION], which are run on a shadow database.",
      "",
      "Example:",
      "  schemac plan",
      "  schemac plan --from git:origin/main... --check",
      "  schemac plan --from env:staging",
      "  schemac plan --from old.schema --to new.schema --target postgres:15 --format sql"
    },
    versionProvider = Version.class)
final class PlanCommand extends SchemaCommand {

  /** How the plan is written. */
  enum Format {
    TEXT,
    MARKDOWN,
    JSON,
    SQL,
    HTML,
    SARIF,
    GITHUB;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A tool that copies tables. */
  enum Tool {
    GH_OST(CopyingTool.GH_OST),
    PT_OSC(CopyingTool.PT_OSC);

    private final CopyingTool tool;

    Tool(CopyingTool tool) {
      this.tool = tool;
    }

    HandOver handOver() {
      return tool;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  @Parameters(
      arity = "0..*",
      paramLabel = "PATH",
      description =
          "A project's folder, .schema files and folders, or a source; default: this folder.")
  List<String> paths = new ArrayList<>();

  @Option(names = "--from", paramLabel = "SOURCE", description = "Where the plan starts.")
  Optional<String> from = Optional.empty();

  @Option(names = "--to", paramLabel = "SOURCE", description = "Where the plan leads.")
  Optional<String> to = Optional.empty();

  @Option(
      names = "--format",
      defaultValue = "text",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES}.")
  Format format = Format.TEXT;

  @Option(
      names = "--hand-over",
      paramLabel = "TOOL",
      description = {
        "MySQL and MariaDB: say how gh-ost or pt-osc (pt-online-schema-change) takes over the"
            + " steps",
        "that block or rewrite, or why it must not."
      })
  Optional<Tool> handOver = Optional.empty();

  @Option(names = "--check", description = "Exit code 3 where there is something to do.")
  boolean check;

  @Mixin PlanOptions options;

  @Mixin SourceOptions sources;

  @Mixin SizeOptions sizes;

  PlanCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() {
    if (to.isEmpty() && SourceOptions.notFiles(paths, surroundings).isPresent()) {
      to = Optional.of(paths.removeFirst());
    }
    if (handOver.isPresent() && Set.of(Format.SQL, Format.SARIF, Format.GITHUB).contains(format)) {
      throw new UsageError("--hand-over is for people: take another --format");
    }
    boolean live = Stream.of(from, to).flatMap(Optional::stream).anyMatch(t -> source(t).isLive());
    Optional<Workspace> opened =
        workspace(to.isPresent() && paths.isEmpty() ? toPath() : paths, live);
    if (opened.isEmpty()) {
      return ExitCode.ERRORS;
    }
    Workspace workspace = opened.get();
    if (format == Format.SQL && !live && workspace.targets().size() > 1) {
      throw new UsageError("--format sql is for one target: choose with --target");
    }
    Planning planning = Planning.of(workspace, request(workspace));
    if (handOver.isPresent()
        && !planning.plans().isEmpty()
        && planning.plans().stream().noneMatch(p -> p.target().dialect() == Dialect.MYSQL)) {
      throw new UsageError("--hand-over is for MySQL and MariaDB, and none of them is a target");
    }
    Console console = console();
    console.diagnostics(planning.diagnostics(), planning.texts());
    PlanRendering rendering =
        new PlanRendering(
            workspace.name(), options.phase, console.outColor(), handOver.map(Tool::handOver));
    boolean failed = planning.plans().isEmpty() || planning.hasErrors();
    if (!failed || showsErrors(planning)) {
      console.out().print(rendering.render(planning, format));
    }
    if (failed) {
      return ExitCode.ofErrors(planning.diagnostics());
    }
    boolean something = planning.plans().stream().anyMatch(p -> !p.plan().isEmpty());
    return check && something ? ExitCode.CHANGES : ExitCode.OK;
  }

  /** Whether errors are a part of the result in this format. */
  private boolean showsErrors(Planning planning) {
    return switch (format) {
      case SARIF, GITHUB, HTML -> true;
      case JSON -> !planning.plans().isEmpty();
      case TEXT, MARKDOWN, SQL -> false;
    };
  }

  private PlanRequest request(Workspace workspace) {
    return new PlanRequest(
        from.map(this::source),
        to.map(this::source),
        sources.settings(surroundings, global),
        options.strategy(workspace.config()),
        options.accept.accepted(),
        handOver.map(Tool::handOver),
        sizes.source(surroundings));
  }

  /** Loose files given by {@code --to} are what the workspace is about. */
  private List<String> toPath() {
    SchemaSource.Parsed parsed = SchemaSource.parse(to.get(), surroundings.folder());
    boolean files = parsed.source().filter(SchemaSource.Files.class::isInstance).isPresent();
    return files ? List.of(to.get()) : List.of();
  }

  private SchemaSource source(String text) {
    return SourceOptions.source(text, surroundings);
  }
}
