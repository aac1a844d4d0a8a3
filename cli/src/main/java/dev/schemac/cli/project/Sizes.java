package dev.schemac.cli.project;

import dev.schemac.catalog.TableSizes;
import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Severity;
import dev.schemac.diagnostic.Span;
import dev.schemac.model.Target;
import dev.schemac.plan.CostModel;
import dev.schemac.plan.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Sizes of tables, or why there are none.
 *
 * @param tables empty where they could not be read, and a diagnostic says why
 */
public record Sizes(Optional<TableSizes> tables, List<Diagnostic> diagnostics) {
  /** Where nobody asked for any. */
  static final Sizes NONE = new Sizes(Optional.empty(), List.of());

  public Sizes {
    diagnostics = List.copyOf(diagnostics);
  }

  static Sizes failed(Diagnostic why) {
    return new Sizes(Optional.empty(), List.of(why));
  }

  /** What a plan costs on that database; empty where it is of another dialect, or not read. */
  Optional<CostModel> of(Plan plan, CostModel.Rates rates) {
    return tables
        .filter(t -> t.dialect() == plan.after().target().dialect())
        .map(t -> new CostModel(plan, t, rates));
  }

  /** That these sizes say nothing about a target. */
  Diagnostic foreign(Target target) {
    String origin = tables.orElseThrow().origin();
    return Diagnostic.of(
            Code.SC6005,
            Span.NONE,
            "the sizes of `" + origin + "` say nothing about the plan for " + target)
        .withSeverity(Severity.WARNING)
        .withHelp("plan for one target with its own sizes: `--target`");
  }

  /** Where sizes come from. */
  public sealed interface Source {
    /** A live database. */
    record Database(SchemaSource source) implements Source {}

    /** A file that {@code schemac stats} wrote. */
    record Saved(Path file, String name) implements Source {}
  }

  /** Reads them; a database without reading anything else. */
  public static Sizes read(Source source, LiveSources live) {
    return switch (source) {
      case Source.Database(var database) -> live.sizes(database);
      case Source.Saved(var file, var name) -> saved(file, name);
    };
  }

  private static Sizes saved(Path file, String name) {
    try {
      return new Sizes(Optional.of(SizesFile.parse(Files.readString(file))), List.of());
    } catch (IOException | IllegalArgumentException e) {
      return failed(
          Diagnostic.of(Code.SC6001, Span.NONE, "`" + name + "` holds no sizes of tables")
              .withHelp("write it with `schemac stats SOURCE --output " + name + "`"));
    }
  }
}
