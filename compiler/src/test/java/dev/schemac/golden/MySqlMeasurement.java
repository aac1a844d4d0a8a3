package dev.schemac.golden;

import dev.schemac.ddl.OnlineMode;
import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import dev.schemac.plan.Guard;
import dev.schemac.plan.SqlPrinter;
import dev.schemac.plan.Step;
import dev.schemac.sql.MySqlMode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Runs steps on MySQL and watches them: DDL waits for readers that are held open, one for each
 * table, until it is seen which metadata locks it asks for; rows are changed in a transaction that
 * is looked at before it commits. An algorithm or a lock weaker than the claimed one must be
 * refused by the server.
 */
final class MySqlMeasurement implements Measurement {
  /** The server cannot do it so, or only otherwise. */
  private static final Set<Integer> REFUSALS = Set.of(1221, 1845, 1846);

  private final SqlPrinter printer;
  private final Connection worker;
  private final MySqlWatch watch;
  private final LiveNames live;
  private final boolean mariaDb;
  private boolean locked;

  MySqlMeasurement(TestDatabase database, SqlPrinter printer, Schema before) {
    this.printer = printer;
    this.live = new LiveNames(before);
    this.mariaDb = database.kind().target().isMariaDb();
    try {
      this.worker = DriverManager.getConnection(database.server().url(database.name()));
      this.watch = new MySqlWatch(database, worker);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    Query.run(worker, "set session sql_mode = '" + MySqlMode.PINNED + "'");
    Query.run(worker, "set session time_zone = '+00:00', unique_checks = 1");
  }

  @Override
  public Set<String> names() {
    return live.names();
  }

  @Override
  public Measured run(Step step) {
    watch.begin(live.names());
    for (Guard guard : step.guards()) {
      printer.statements(guard).forEach(sql -> Query.run(worker, sql));
      watch.reads(Optional.empty()); // the first time the server reads its own dictionary too
      printer.statements(guard).forEach(sql -> Query.run(worker, sql));
      if (step.statements().isEmpty()) {
        // What a guard reads is the step's work where it has no other.
        watch.reads(table(guard).map(QName::toString));
      } else {
        watch.reads(Optional.empty());
      }
    }
    step.statements().forEach(s -> run(s, step));
    live.run(step);
    return watch.end();
  }

  private static Optional<QName> table(Guard guard) {
    return switch (guard.condition()) {
      case Guard.Condition.Never ignored -> Optional.empty();
      case Guard.Condition.NoRow(var table, var where) -> Optional.of(table);
      case Guard.Condition.NoDuplicates duplicates -> Optional.of(duplicates.table());
      case Guard.Condition.NoOrphans orphans -> Optional.of(orphans.table());
    };
  }

  private void run(Statement statement, Step step) {
    switch (statement) {
      case Statement.SetVariable set -> direct(set);
      case Statement.LockTables lock -> {
        watch.waiting(printer.print(lock).getFirst(), Optional.empty());
        locked = true;
      }
      case Statement.UnlockTables unlock -> {
        direct(unlock);
        locked = false;
      }
      case Statement.Insert rows -> change(rows.table(), printer.print(rows));
      case Statement.Update rows -> change(rows.table(), printer.print(rows));
      case Statement.Delete rows -> change(rows.table(), printer.print(rows));
      case Statement.Backfill rows -> backfill(rows.table().name(), printer.print(rows));
      case Statement.CopyRows rows -> copy(rows.table().name().toString(), printer.print(rows));
      case Statement.CopyCounter counter -> direct(counter);
      case Statement ddl -> define(ddl, step);
    }
  }

  private void direct(Statement statement) {
    printer.print(statement).forEach(sql -> Query.run(worker, sql));
  }

  private void change(QName table, List<String> texts) {
    for (String sql : texts) {
      Query.run(worker, "begin");
      watch.open(table.toString());
      Query.run(worker, sql);
      watch.changing();
      Query.run(worker, "commit");
      watch.reads(Optional.of(table.toString()));
    }
  }

  private void backfill(QName table, List<String> texts) {
    if (texts.size() == 1) {
      change(table, texts);
      return;
    }
    for (String sql : texts) {
      if (sql.startsWith("CALL")) {
        watch.lockedForReading(sql);
        watch.reads(Optional.of(table.toString()));
      } else {
        Query.run(worker, sql);
      }
    }
  }

  private void copy(String table, List<String> texts) {
    for (String sql : texts) {
      if (sql.startsWith("CALL")) {
        watch.open(table);
        watch.lockedRow(sql, table);
        watch.reads(Optional.of(table));
      } else {
        Query.run(worker, sql);
      }
    }
  }

  private void define(Statement ddl, Step step) {
    Optional<String> table = altered(ddl);
    for (Statement less : below(ddl)) {
      if (takes(less, table)) {
        watch.note(table, "takes " + mode(less) + " for " + mode(ddl));
        return;
      }
    }
    for (String sql : printer.print(ddl)) {
      if (locked) {
        Query.run(worker, sql);
      } else {
        watch.waiting(sql, view(ddl));
      }
      watch.works(table, alone(mode(ddl)));
    }
  }

  /** Nothing weaker was taken, so that who asks to share the table does not get it. */
  private static Optional<Boolean> alone(OnlineMode mode) {
    return switch (mode) {
      case DEFAULT -> Optional.empty();
      case INSTANT, METADATA, NOCOPY_NONE, INPLACE_NONE, COPY_NONE -> Optional.of(false);
      case NOCOPY_SHARED, INPLACE_SHARED, COPY_SHARED, COPY_EXCLUSIVE -> Optional.of(true);
    };
  }

  private boolean takes(Statement less, Optional<String> table) {
    for (String sql : printer.print(less)) {
      try (java.sql.Statement statement = worker.createStatement()) {
        statement.execute(sql);
      } catch (SQLException e) {
        if (!REFUSALS.contains(e.getErrorCode())) {
          watch.note(
              table, "refuses " + mode(less) + ": " + e.getErrorCode() + " " + e.getMessage());
        }
        return false;
      }
    }
    return true;
  }

  private static Optional<String> view(Statement ddl) {
    return switch (ddl) {
      case Statement.Drop(SchemaObject.View view) -> Optional.of(view.name().toString());
      case Statement.Replace(SchemaObject.View view) -> Optional.of(view.name().toString());
      case Statement.Rename(SchemaObject.View view, var to) -> Optional.of(view.name().toString());
      case Statement ignored -> Optional.empty();
    };
  }

  /** What would do less, or keep fewer waiting, where it is another text. */
  private List<Statement> below(Statement ddl) {
    if ((isOfPartitions(ddl) || changesEngine(ddl)) && mariaDb) {
      return List.of(); // there the words mean nothing
    }
    return below(mode(ddl)).stream()
        .map(less -> with(ddl, less))
        .filter(less -> !printer.print(less).equals(printer.print(ddl)))
        .toList();
  }

  private static boolean changesEngine(Statement ddl) {
    return ddl instanceof Statement.AlterTable alter
        && alter.actions().stream()
            .anyMatch(
                a ->
                    a instanceof TableAction.SetOptions options
                        && !Objects.equals(
                            options.before().get("engine"), options.after().get("engine")));
  }

  private static boolean isOfPartitions(Statement ddl) {
    return ddl instanceof Statement.AlterTable alter
        && alter.actions().stream().anyMatch(TableAction.ChangePartitions.class::isInstance);
  }

  private static List<OnlineMode> below(OnlineMode mode) {
    return switch (mode) {
      case DEFAULT, INSTANT -> List.of();
      case METADATA, NOCOPY_NONE -> List.of(OnlineMode.INSTANT);
      case NOCOPY_SHARED, INPLACE_NONE -> List.of(OnlineMode.INSTANT, OnlineMode.NOCOPY_NONE);
      case COPY_NONE ->
          List.of(OnlineMode.INSTANT, OnlineMode.NOCOPY_NONE, OnlineMode.INPLACE_NONE);
      case INPLACE_SHARED ->
          List.of(
              OnlineMode.INSTANT,
              OnlineMode.NOCOPY_NONE,
              OnlineMode.NOCOPY_SHARED,
              OnlineMode.INPLACE_NONE);
      case COPY_SHARED, COPY_EXCLUSIVE ->
          List.of(
              OnlineMode.INSTANT,
              OnlineMode.NOCOPY_NONE,
              OnlineMode.NOCOPY_SHARED,
              OnlineMode.INPLACE_NONE,
              OnlineMode.INPLACE_SHARED);
    };
  }

  private static Optional<String> altered(Statement ddl) {
    return switch (ddl) {
      case Statement.AlterTable s -> Optional.of(s.table().toString());
      case Statement.CreateIndex s -> Optional.of(s.table().toString());
      case Statement.DropIndex s -> Optional.of(s.table().toString());
      case Statement.RenameIndex s -> Optional.of(s.table().toString());
      case Statement ignored -> Optional.empty();
    };
  }

  private static OnlineMode mode(Statement ddl) {
    return switch (ddl) {
      case Statement.AlterTable s -> s.mode();
      case Statement.CreateIndex s -> s.mode();
      case Statement.DropIndex s -> s.mode();
      case Statement.RenameIndex s -> s.mode();
      case Statement ignored -> OnlineMode.DEFAULT;
    };
  }

  private static Statement with(Statement ddl, OnlineMode mode) {
    return switch (ddl) {
      case Statement.AlterTable(var table, var actions, var ignored) ->
          new Statement.AlterTable(table, actions, mode);
      case Statement.CreateIndex(var table, var index, var build, var ignored) ->
          new Statement.CreateIndex(table, index, build, mode);
      case Statement.DropIndex(var table, var index, var build, var ignored) ->
          new Statement.DropIndex(table, index, build, mode);
      case Statement.RenameIndex(var table, var from, var to, var ignored) ->
          new Statement.RenameIndex(table, from, to, mode);
      case Statement other -> other;
    };
  }

  @Override
  public void close() {
    try {
      watch.close();
      worker.close();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
