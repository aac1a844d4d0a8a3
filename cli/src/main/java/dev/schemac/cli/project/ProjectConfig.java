package dev.schemac.cli.project;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Severity;
import dev.schemac.diff.IgnoreRule;
import dev.schemac.emit.Layout;
import dev.schemac.model.Target;
import dev.schemac.plan.CostModel;
import dev.schemac.plan.Strategy;
import dev.schemac.resolve.ResolveOptions.UuidStorage;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What {@code schemac.toml} says, with the defaults where it says nothing.
 *
 * @param schema folder or file of the schema, relative to the project
 * @param lint severities by code; a rule that is absent from the map keeps its own
 * @param driftIgnore differences between a live database and the schema that are of no interest
 * @param environments by name
 */
public record ProjectConfig(
    String name,
    String schema,
    String mainBranch,
    List<Target> targets,
    UuidStorage uuidStorage,
    Migrations migrations,
    Policy policy,
    Map<Code, Severity> lint,
    List<IgnoreRule> driftIgnore,
    Map<String, Environment> environments) {

  public ProjectConfig {
    targets = List.copyOf(targets);
    lint = Map.copyOf(lint);
    driftIgnore = List.copyOf(driftIgnore);
    environments = Map.copyOf(environments);
  }

  /** {@code [migrations]}. */
  public record Migrations(String dir, Layout layout, Strategy strategy) {}

  /**
   * {@code [policy]}.
   *
   * @param maxRewriteRows the most rows that one step may write anew
   * @param rates what estimates of time assume
   */
  public record Policy(
      Loss loss, Blocking blocking, OptionalLong maxRewriteRows, CostModel.Rates rates) {}

  /** Whether an online plan may have a step that readers or writers wait for. */
  public enum Blocking {
    WARN,
    REFUSE
  }

  /** Whether losing data takes a word in the schema. */
  public enum Loss {
    WORDS,
    ALLOW
  }

  /** {@code [env.NAME]}: where a database is; never a literal password. */
  public record Environment(String url) {}

  /** What holds where there is no project file. */
  public static ProjectConfig defaults() {
    return new ProjectConfig(
        "schema",
        "schema",
        "main",
        List.of(),
        UuidStorage.CHAR36,
        new Migrations("migrations", Layout.SCHEMAC, Strategy.ONLINE),
        new Policy(Loss.WORDS, Blocking.REFUSE, OptionalLong.empty(), CostModel.Rates.ASSUMED),
        Map.of(),
        List.of(),
        Map.of());
  }

  /** The same project for other targets. */
  public ProjectConfig withTargets(List<Target> others) {
    return new ProjectConfig(
        name,
        schema,
        mainBranch,
        others,
        uuidStorage,
        migrations,
        policy,
        lint,
        driftIgnore,
        environments);
  }

  /** The same project with another layout of its migrations. */
  public ProjectConfig withLayout(Layout layout) {
    Migrations other = new Migrations(migrations.dir(), layout, migrations.strategy());
    return new ProjectConfig(
        name,
        schema,
        mainBranch,
        targets,
        uuidStorage,
        other,
        policy,
        lint,
        driftIgnore,
        environments);
  }
}
