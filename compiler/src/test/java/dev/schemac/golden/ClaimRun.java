package dev.schemac.golden;

import dev.schemac.model.Dialect;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import dev.schemac.plan.Plan;
import dev.schemac.plan.SqlPrinter;
import dev.schemac.plan.Step;
import dev.schemac.plan.Strategy;
import java.util.ArrayList;
import java.util.List;

/** One golden case's plan in one strategy on one server, as something to measure claims in. */
record ClaimRun(ServerKind server, GoldenCase golden, Plan plan) {

  /** A step of the plan and what was seen of it. */
  record Result(StepKind kind, Step step, Measured declared, Measured measured) {}

  String name() {
    return golden.name() + ", " + plan.strategy().name().toLowerCase(java.util.Locale.ROOT);
  }

  /** All that a server can run: in both strategies, or in one where they do not differ. */
  static List<ClaimRun> all(ServerKind server) {
    List<ClaimRun> runs = new ArrayList<>();
    for (GoldenCase golden : GoldenCase.all()) {
      if (golden.runs() && !golden.upStops() && concerns(golden, server)) {
        List<Step> seen = List.of();
        for (Strategy strategy : List.of(Strategy.DIRECT, Strategy.ONLINE)) {
          Compiled compiled = Compiled.of(golden, server.target(), strategy);
          if (compiled.plan().isPresent() && !compiled.plan().get().steps().equals(seen)) {
            seen = compiled.plan().get().steps();
            runs.add(new ClaimRun(server, golden, compiled.plan().get()));
          }
        }
      }
    }
    return runs;
  }

  private static boolean concerns(GoldenCase golden, ServerKind server) {
    return golden.targets().stream()
        .anyMatch(
            t ->
                t.dialect() == server.dialect()
                    && (t.isPostgres()
                        ? t.version().compareTo(server.target().version()) <= 0
                        : t.label().equals(server.target().label()) || !t.isMariaDb()));
  }

  /** The kinds of its steps, without a server. */
  List<StepKind> kinds() {
    List<StepKind> kinds = new ArrayList<>();
    LiveNames live = new LiveNames(plan.before());
    for (Step step : plan.steps()) {
      kinds.add(StepKind.of(step, Measured.declared(step, live.names())));
      live.run(step);
    }
    return kinds;
  }

  /** Runs it on its server. */
  List<Result> measure() {
    for (Schema schema : List.of(plan.before(), plan.after())) {
      for (SchemaObject.Role role : schema.all(SchemaObject.Role.class)) {
        Servers.role(server, role.name());
      }
    }
    boolean shared =
        server.dialect() == Dialect.MYSQL && GoldenRound.hasNamespaces(plan.before(), plan.after());
    if (!shared) {
      return steps();
    }
    synchronized (GoldenRound.NAMESPACES) {
      return steps();
    }
  }

  private List<Result> steps() {
    try (TestDatabase database = database()) {
      SqlClient.runAll(database, "building before.schema", Compiled.create(plan.before()));
      SqlClient.runAll(database, "loading the rows", rows());
      List<StepKind> kinds = kinds();
      List<Result> results = new ArrayList<>();
      try (Measurement measurement = measurement(database)) {
        for (Step step : plan.steps()) {
          Measured declared = Measured.declared(step, measurement.names());
          results.add(new Result(kinds.get(results.size()), step, declared, measurement.run(step)));
        }
      }
      return results;
    }
  }

  private TestDatabase database() {
    TestDatabase database = Servers.database(server);
    for (Schema schema : List.of(plan.before(), plan.after())) {
      for (SchemaObject.Namespace namespace : schema.all(SchemaObject.Namespace.class)) {
        if (server.dialect() == Dialect.MYSQL && !namespace.isDefault()) {
          database.namespaces().add(namespace.name());
        }
      }
    }
    return database;
  }

  private Measurement measurement(TestDatabase database) {
    SqlPrinter printer = Compiled.printer(plan.after().target());
    return switch (server.dialect()) {
      case POSTGRES -> new PostgresMeasurement(database, printer);
      case MYSQL -> new MySqlMeasurement(database, printer, plan.before());
    };
  }

  /**
   * A backfill of an empty table would commit nothing, so there are rows where the case has none.
   */
  private String rows() {
    boolean backfills =
        plan.steps().stream().anyMatch(s -> s.phase() == dev.schemac.plan.Phase.BACKFILL);
    return golden.hasRows() || !backfills
        ? GoldenRound.rows(golden, plan)
        : SampleRows.script(plan.before(), 3);
  }
}
