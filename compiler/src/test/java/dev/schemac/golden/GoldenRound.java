package dev.schemac.golden;

import dev.schemac.model.Dialect;
import dev.schemac.model.Evolution;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import dev.schemac.plan.Plan;
import dev.schemac.plan.Step;
import dev.schemac.plan.Undo;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * One plan on one real server: build {@code before}, load rows, run up, compare the catalogue with
 * a fresh build of {@code after} and the rows with what they were, run down, compare with the
 * start.
 */
final class GoldenRound {
  /** MySQL's namespaces are databases of the whole server: one test at a time may make them. */
  static final Object NAMESPACES = new Object();

  private final ServerKind server;
  private final Plan plan;
  private final String rowScript;

  private GoldenRound(ServerKind server, Plan plan, String rowScript) {
    this.server = server;
    this.plan = plan;
    this.rowScript = rowScript;
  }

  /**
   * What is left to compare by the caller.
   *
   * @param rows after up, as CSV; empty where the migration was to stop
   */
  record Outcome(String rows) {}

  /** Runs a plan that must succeed. */
  static Outcome run(ServerKind server, Plan plan, String rowScript) {
    return new GoldenRound(server, plan, rowScript).exclusively(false);
  }

  /** Runs a plan that a guard must stop before anything has changed. */
  static Outcome runUntilStopped(ServerKind server, Plan plan, String rowScript) {
    return new GoldenRound(server, plan, rowScript).exclusively(true);
  }

  private Outcome exclusively(boolean stops) {
    boolean shared =
        server.dialect() == Dialect.MYSQL && hasNamespaces(plan.before(), plan.after());
    if (!shared) {
      return run(stops);
    }
    synchronized (NAMESPACES) {
      return run(stops);
    }
  }

  private Outcome run(boolean stops) {
    SortedMap<String, String> expected = stops ? null : freshBuild();
    try (TestDatabase database = database()) {
      SqlClient.runAll(database, "building before.schema", Compiled.create(plan.before()));
      SortedMap<String, String> atStart = CatalogueText.of(database);
      SqlClient.runAll(database, "loading the rows", rowScript);
      Map<QName, RowText.Rows> rows = RowText.of(database, plan.before());
      if (stops) {
        return stopped(database, atStart, rows);
      }
      SqlClient.runAll(database, "up", Compiled.up(plan));
      CatalogueText.assertSame(
          "after up, against a fresh build of after.schema (" + server + ")",
          expected,
          CatalogueText.of(database));
      Map<QName, RowText.Rows> rowsAfter = RowText.of(database, plan.after());
      RowComparison.assertKept(plan, rows, rowsAfter);
      assertNothingLeftToDo();
      down(database, atStart, rows);
      return new Outcome(RowText.csv(rowsAfter));
    }
  }

  private Outcome stopped(
      TestDatabase database, SortedMap<String, String> atStart, Map<QName, RowText.Rows> rows) {
    SqlClient.Result result = SqlClient.run(database, Compiled.up(plan));
    if (!result.failed()) {
      throw new AssertionError("the migration was to stop on " + server + " and did not");
    }
    CatalogueText.assertSame(
        "after a migration that stopped (" + server + ": " + result.output() + ")",
        atStart,
        CatalogueText.of(database));
    if (!rows.equals(RowText.of(database, plan.before()))) {
      throw new AssertionError("a migration that stopped changed rows on " + server);
    }
    return new Outcome("");
  }

  private void down(
      TestDatabase database, SortedMap<String, String> atStart, Map<QName, RowText.Rows> rows) {
    if (plan.steps().stream().anyMatch(s -> s.undo() instanceof Undo.Impossible)) {
      assertDownRefuses(database);
      return;
    }
    if (plan.steps().stream().anyMatch(GoldenRound::undoneOnEmptyTablesOnly)) {
      SqlClient.runAll(database, "emptying the tables", emptying());
    }
    SqlClient.runAll(database, "down", Compiled.down(plan));
    CatalogueText.assertSame(
        "after down, against the start (" + server + ")", atStart, CatalogueText.of(database));
    if (plan.steps().stream().noneMatch(GoldenRound::losesByUndo)) {
      Map<QName, RowText.Rows> back = RowText.of(database, plan.before());
      if (!rows.equals(back)) {
        throw new AssertionError(
            "rows after down on "
                + server
                + "\n"
                + RowText.csv(back)
                + "\nbut were\n"
                + RowText.csv(rows));
      }
    }
  }

  /** What cannot be undone as a whole is not undone in part. */
  private void assertDownRefuses(TestDatabase database) {
    SortedMap<String, String> catalogue = CatalogueText.of(database);
    Map<QName, RowText.Rows> rows = RowText.of(database, plan.after());
    if (!SqlClient.run(database, Compiled.down(plan)).failed()) {
      throw new AssertionError("down was to refuse on " + server);
    }
    CatalogueText.assertSame(
        "after a down that refused (" + server + ")", catalogue, CatalogueText.of(database));
    if (!rows.equals(RowText.of(database, plan.after()))) {
      throw new AssertionError("a down that refused changed rows on " + server);
    }
  }

  private static boolean losesByUndo(Step step) {
    return step.undo() instanceof Undo.Statements statements && statements.loses().isPresent();
  }

  /**
   * A dropped NOT NULL column comes back without values, which only an empty table has room for.
   */
  private static boolean undoneOnEmptyTablesOnly(Step step) {
    return step.undo() instanceof Undo.Statements statements
        && statements.loses().orElse("").contains("needs an empty table");
  }

  private String emptying() {
    SqlNames names = SqlNames.of(server.dialect());
    StringBuilder script = new StringBuilder();
    for (Table table : plan.after().tables()) {
      if (!table.external() && table.rows().isEmpty()) {
        script.append(
            switch (server.dialect()) {
              case POSTGRES -> "truncate " + names.qualified(table.name()) + " cascade;\n";
              case MYSQL -> "delete from " + names.qualified(table.name()) + ";\n";
            });
      }
    }
    return server.dialect() == Dialect.MYSQL
        ? "set foreign_key_checks = 0;\n" + script
        : script.toString();
  }

  private void assertNothingLeftToDo() {
    Plan again = Compiled.plan(plan.after(), plan.after(), Evolution.none(), plan.strategy());
    if (!again.isEmpty()) {
      throw new AssertionError("planned again, there is still: " + again.changes());
    }
  }

  private SortedMap<String, String> freshBuild() {
    try (TestDatabase database = database()) {
      SqlClient.runAll(database, "building after.schema", Compiled.create(plan.after()));
      return CatalogueText.of(database);
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
      for (SchemaObject.Role role : schema.all(SchemaObject.Role.class)) {
        Servers.role(server, role.name());
      }
    }
    return database;
  }

  static boolean hasNamespaces(Schema before, Schema after) {
    return !before.all(SchemaObject.Namespace.class).isEmpty()
        || !after.all(SchemaObject.Namespace.class).isEmpty();
  }

  /** Rows from the case's file, or sample rows. */
  static String rows(GoldenCase golden, Plan plan) {
    boolean postgres = plan.before().target().isPostgres();
    return golden
        .rowsFile(plan.before().target().dialect())
        .map(script -> (postgres ? "\\set ON_ERROR_STOP on\n" : "") + script)
        .orElseGet(() -> golden.hasRows() ? SampleRows.script(plan.before(), 3) : "");
  }
}
