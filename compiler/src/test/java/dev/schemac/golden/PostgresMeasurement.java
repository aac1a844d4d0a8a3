package dev.schemac.golden;

import dev.schemac.ddl.Statement;
import dev.schemac.plan.Effect;
import dev.schemac.plan.SqlPrinter;
import dev.schemac.plan.Step;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Runs steps on PostgreSQL, each in a transaction of its own, and reads before it commits what it
 * holds and what it has read: {@code pg_locks}, {@code pg_stat_xact_all_tables} (which counts the
 * scans of {@code ALTER TABLE} and {@code CREATE INDEX} too), and the tables' file nodes.
 */
final class PostgresMeasurement implements Measurement {
  private static final String LOCKS =
      "select relation::text, mode from pg_locks where locktype = 'relation' and pid = ";
  private static final String SCANS =
      "select relid::text, seq_scan::text from pg_stat_xact_all_tables where seq_scan > 0";

  /** A foreign key is proven as on large tables: by one pass over both. */
  private static final String LOOK_UP =
      "set enable_nestloop = off; set enable_mergejoin = off; set enable_indexscan = on;"
          + " set enable_bitmapscan = on";

  /** An update that is said to read its table finds its rows as where no index helps. */
  private static final String READ_WHOLE =
      "set enable_indexscan = off; set enable_bitmapscan = off";

  private final TestDatabase database;
  private final Connection connection;
  private final SqlPrinter printer;
  private final PostgresTables live;

  PostgresMeasurement(TestDatabase database, SqlPrinter printer) {
    this.database = database;
    this.connection = database.connection();
    this.printer = printer;
    this.live = PostgresTables.of(connection);
  }

  @Override
  public Set<String> names() {
    return PostgresTables.of(connection).within(live).names();
  }

  @Override
  public Measured run(Step step) {
    step.guards().forEach(g -> Query.run(connection, printer.print(g)));
    if (step.effect().transaction() != Effect.Transaction.NONE) {
      return inside(step);
    }
    List<String> sql = new ArrayList<>();
    step.statements().forEach(s -> sql.addAll(printer.print(s)));
    boolean refused = refusesTransaction(sql);
    PostgresWatch.Seen seen = PostgresWatch.run(database, live, sql);
    return new Measured(seen.locks(), seen.scans(), seen.rewrites(), !refused);
  }

  private Measured inside(Step step) {
    PostgresTables before = PostgresTables.of(connection).within(live);
    Set<String> scans = new HashSet<>();
    Query.run(connection, "begin");
    for (Statement statement : step.statements()) {
      scans.addAll(scans(before, statement, step));
    }
    List<List<String>> locks = Query.rows(connection, LOCKS + "pg_backend_pid()");
    Query.run(connection, "commit");
    return new Measured(
        before.strongest(locks),
        before.named(scans),
        before.rewritten(PostgresTables.of(connection)),
        true);
  }

  /**
   * What a statement reads whole; of an update without an index the looked up keys do not count.
   */
  private Set<String> scans(PostgresTables before, Statement statement, Step step) {
    boolean whole =
        statement instanceof Statement.Update(var table, var assignments, var where)
            && step.effect().scans().contains(table);
    Query.run(connection, whole ? READ_WHOLE : LOOK_UP);
    Map<String, String> old = counts();
    printer.print(statement).forEach(sql -> Query.run(connection, sql));
    Map<String, String> read = counts();
    read.keySet().removeIf(oid -> Objects.equals(read.get(oid), old.get(oid)));
    if (statement instanceof Statement.Update(var table, var assignments, var where)) {
      read.keySet().removeIf(oid -> !before.is(oid, table.toString()));
    }
    return read.keySet();
  }

  private Map<String, String> counts() {
    Map<String, String> counts = new HashMap<>();
    Query.rows(connection, SCANS).forEach(row -> counts.put(row.get(0), row.get(1)));
    return counts;
  }

  private boolean refusesTransaction(List<String> sql) {
    Query.run(connection, "begin");
    try {
      sql.forEach(s -> Query.run(connection, s));
      return false;
    } catch (AssertionError expected) {
      return true;
    } finally {
      Query.run(connection, "rollback");
    }
  }
}
