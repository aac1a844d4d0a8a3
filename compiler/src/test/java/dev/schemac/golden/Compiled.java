package dev.schemac.golden;

import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Severity;
import dev.schemac.dialect.mysql.MySqlPatterns;
import dev.schemac.dialect.mysql.MySqlPrinter;
import dev.schemac.dialect.postgres.PostgresPatterns;
import dev.schemac.dialect.postgres.PostgresPrinter;
import dev.schemac.emit.MigrationScript;
import dev.schemac.emit.ScriptFlavour;
import dev.schemac.lint.EvolutionCheck;
import dev.schemac.model.Evolution;
import dev.schemac.model.Schema;
import dev.schemac.model.Target;
import dev.schemac.plan.PatternCatalogue;
import dev.schemac.plan.Plan;
import dev.schemac.plan.Planner;
import dev.schemac.plan.SqlPrinter;
import dev.schemac.plan.Strategy;
import dev.schemac.resolve.Resolution;
import dev.schemac.resolve.ResolveOptions;
import dev.schemac.resolve.Resolver;
import dev.schemac.source.SourceText;
import dev.schemac.syntax.SourceParser;
import dev.schemac.syntax.SourceTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What schemac makes of one case for one target.
 *
 * @param plan empty where an error stands in the way
 * @param diagnostics of the newer source, of its evolution and of the plan
 */
record Compiled(Target target, Optional<Plan> plan, List<Diagnostic> diagnostics) {

  /** Compiles the case; the older schema must be without errors. */
  static Compiled of(GoldenCase golden, Target target) {
    return of(golden, target, golden.strategy());
  }

  /** The same in a strategy that need not be the case's own. */
  static Compiled of(GoldenCase golden, Target target, Strategy strategy) {
    List<Target> all = golden.targets().contains(target) ? golden.targets() : List.of(target);
    ResolveOptions options = new ResolveOptions(target, all, ResolveOptions.UuidStorage.CHAR36);
    Resolution before = resolve(golden, "before.schema", options);
    Resolution after = resolve(golden, "after.schema", options);
    List<Diagnostic> diagnostics = new ArrayList<>(after.diagnostics());
    if (before.hasErrors()) {
      diagnostics.addAll(0, before.diagnostics());
    }
    if (before.hasErrors() || after.hasErrors()) {
      return new Compiled(target, Optional.empty(), List.copyOf(diagnostics));
    }
    Plan plan = plan(before.schema(), after.schema(), after.evolution(), strategy);
    if (golden.text("before.schema").isPresent()) {
      diagnostics.addAll(
          EvolutionCheck.check(
              before.schema(),
              after,
              plan.changes(),
              golden.allowsLoss()
                  ? EvolutionCheck.LossPolicy.ALLOW
                  : EvolutionCheck.LossPolicy.WORDS,
              file -> file.isEmpty() ? Optional.empty() : golden.text(file)));
    }
    diagnostics.addAll(plan.diagnostics());
    boolean refused = diagnostics.stream().anyMatch(Diagnostic::isError);
    return new Compiled(
        target, refused ? Optional.empty() : Optional.of(plan), List.copyOf(diagnostics));
  }

  /** What one source alone means for one target. */
  static Resolution resolve(String file, String text, Target target) {
    return resolve(file, text, ResolveOptions.of(target));
  }

  private static Resolution resolve(GoldenCase golden, String file, ResolveOptions options) {
    return resolve(file, golden.text(file).orElse(""), options);
  }

  private static Resolution resolve(String file, String text, ResolveOptions options) {
    SourceTree tree = SourceParser.parse(new SourceText(file, text));
    Resolution resolution = Resolver.resolve(List.of(tree), options);
    List<Diagnostic> diagnostics = new ArrayList<>(tree.diagnostics());
    diagnostics.addAll(resolution.diagnostics());
    return new Resolution(
        resolution.schema(),
        resolution.evolution(),
        resolution.places(),
        resolution.words(),
        diagnostics);
  }

  static Plan plan(Schema before, Schema after, Evolution evolution, Strategy strategy) {
    return Planner.plan(before, after, evolution, strategy, patterns(after.target()));
  }

  static PatternCatalogue patterns(Target target) {
    return switch (target.dialect()) {
      case POSTGRES -> new PostgresPatterns();
      case MYSQL -> new MySqlPatterns();
    };
  }

  static SqlPrinter printer(Target target) {
    return switch (target.dialect()) {
      case POSTGRES -> new PostgresPrinter(target.version());
      case MYSQL -> new MySqlPrinter(target);
    };
  }

  static String up(Plan plan) {
    return MigrationScript.up(plan, printer(plan.after().target()), ScriptFlavour.CLIENT);
  }

  static String down(Plan plan) {
    return MigrationScript.down(plan, printer(plan.after().target()), ScriptFlavour.CLIENT);
  }

  /** The script that builds a schema from nothing. */
  static String create(Schema schema) {
    Plan plan = plan(Schema.empty(schema.target()), schema, Evolution.none(), Strategy.DIRECT);
    if (plan.isRefused()) {
      throw new AssertionError("cannot build from nothing: " + plan.diagnostics());
    }
    return up(plan);
  }

  boolean hasErrors() {
    return diagnostics.stream().anyMatch(d -> d.severity() == Severity.ERROR);
  }
}
