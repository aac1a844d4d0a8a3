package dev.schemac.golden;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * What a MySQL session locks, reads and writes while it works, from the performance schema: its
 * metadata locks, the stages of its {@code ALTER TABLE} statements and the rows that it read one
 * after the other; and the ids that InnoDB gives to tables that it writes anew.
 */
final class MySqlWatch {
  private static final String SHARED = "SHARED MDL";
  private static final String EXCLUSIVE = "EXCLUSIVE MDL";
  private static final String TABLES = "LOCK TABLES WRITE";
  private static final String READING = "LOCK TABLES READ";
  private static final String ROWS = "row locks";
  private static final List<String> ORDER =
      List.of(ROWS, READING, MySqlLocks.TABLE, SHARED, EXCLUSIVE, TABLES);

  /** Locks that readers do not mind. */
  private static final Set<String> WRITERS = Set.of("SHARED_NO_WRITE", MySqlLocks.TABLE);

  private static final String TABLES_WITH_ROWS = "'BASE TABLE', 'SYSTEM VERSIONED'";

  /** How often a lock is looked at that has been let go of, before it counts as another one's. */
  private static final int PATIENCE = 50;

  private final TestDatabase database;
  private final Connection worker;
  private final Connection observer;
  private final List<Connection> others = new ArrayList<>();
  private final MySqlLocks session;
  private final String thread;
  private Set<String> live = Set.of();
  private final SortedMap<String, Set<String>> locks = new TreeMap<>();
  private final Map<String, Set<String>> asked = new HashMap<>();
  private final SortedSet<String> reads = new TreeSet<>();
  private final SortedSet<String> rewrites = new TreeSet<>();
  private final SortedMap<String, String> notes = new TreeMap<>();
  private MySqlTables tables = MySqlTables.none();
  private long lastStage;
  private long lastRead;

  MySqlWatch(TestDatabase database, Connection worker) throws SQLException {
    this.database = database;
    this.worker = worker;
    this.observer = DriverManager.getConnection(database.server().url(database.name()));
    Query.run(
        observer,
        "update performance_schema.setup_consumers set enabled = 'YES'"
            + " where name like 'events_stages_%'");
    Query.run(
        observer,
        "update performance_schema.setup_instruments set enabled = 'YES', timed = 'YES'"
            + " where name like 'stage/innodb/alter%' or name = 'stage/sql/copy to tmp table'"
            + " or name = 'wait/lock/metadata/sql/mdl'");
    this.session = new MySqlLocks(observer, database, worker);
    this.thread = session.thread();
  }

  void begin(Set<String> names) {
    live = names;
    locks.clear();
    reads.clear();
    rewrites.clear();
    notes.clear();
    tables = MySqlTables.of(observer, database);
    newStages();
    newReads();
  }

  Measured end() {
    SortedMap<String, String> strongest = new TreeMap<>(notes);
    locks.forEach(
        (table, modes) ->
            strongest.put(
                table, String.join(", ", ORDER.stream().filter(modes::contains).toList())));
    reads.retainAll(live);
    return new Measured(strongest, new TreeSet<>(reads), new TreeSet<>(rewrites), false);
  }

  void note(Optional<String> table, String text) {
    notes.put(table.orElse("") + "!", text);
  }

  /**
   * Runs a statement against open readers of every table, or of the one view that it is about, and
   * on MariaDB against writers too: there it can be seen whom the weaker locks on the way keep
   * waiting. Once it waits, all views are asked for by others: whoever then dies in a deadlock had
   * one that the statement asks for too.
   */
  void waiting(String sql, Optional<String> view) {
    MySqlHolders open = new MySqlHolders(this::other);
    if (view.filter(live::contains).isPresent()) {
      open.read(view.get());
    } else {
      boolean writers = database.kind().target().isMariaDb();
      for (String table : tables(TABLES_WITH_ROWS)) {
        open.read(table);
        if (writers) {
          open.write(table);
        }
      }
    }
    watched(sql, open, new MySqlViews(observer, views(view), this::other));
  }

  private List<String> views(Optional<String> but) {
    List<String> views = new ArrayList<>(tables("'VIEW'"));
    but.ifPresent(views::remove);
    return views;
  }

  /** Runs a statement against tables that others have locked for reading. */
  void lockedForReading(String sql) {
    MySqlHolders open = new MySqlHolders(this::other);
    tables(TABLES_WITH_ROWS).forEach(open::lock);
    watched(sql, open, new MySqlViews(observer, List.of(), this::other));
    asked("SHARED_WRITE").forEach(t -> lock(t, ROWS));
  }

  /** Runs a statement while somebody changes a row of the table, until it waits for that row. */
  void lockedRow(String sql, String table) {
    MySqlHolders open = new MySqlHolders(this::other);
    open.write(table);
    CompletableFuture<Void> running = Beside.run(() -> Query.run(worker, sql));
    Deadline deadline = Deadline.of(observer, sql);
    while (!running.isDone()) {
      deadline.check();
      if (session.waitsForRow()) {
        lock(table, ROWS);
        open.releaseAll();
      }
    }
    open.releaseAll();
    join(running);
  }

  private static void join(CompletableFuture<Void> running) {
    try {
      running.join();
    } catch (CompletionException e) {
      throw new AssertionError(e.getCause().getMessage(), e);
    }
  }

  private void watched(String sql, MySqlHolders open, MySqlViews views) {
    asked.clear();
    int stuck = 0;
    CompletableFuture<Void> running = Beside.run(() -> Query.run(worker, sql));
    Deadline deadline = Deadline.of(observer, sql);
    while (!running.isDone()) {
      deadline.check();
      for (MySqlLocks.Lock lock : seen(session.waiting())) {
        if (lock.pending()) {
          views.ask();
          if (WRITERS.contains(lock.type())) {
            open.releaseWriter(lock.table());
          } else if (!open.release(lock.table()) && ++stuck > PATIENCE) {
            open.releaseAll();
            views.again();
          }
        }
      }
    }
    open.releaseAll();
    views.askedFor().forEach(v -> lock(v, EXCLUSIVE));
    join(running);
    asked("EXCLUSIVE").forEach(t -> lock(t, EXCLUSIVE));
    asked("SHARED_NO_READ_WRITE").forEach(t -> lock(t, TABLES));
    asked("SHARED_READ_ONLY").stream()
        .filter(t -> !asked("EXCLUSIVE").contains(t))
        .filter(t -> !asked("SHARED_NO_READ_WRITE").contains(t))
        .forEach(t -> lock(t, READING));
    asked(MySqlLocks.TABLE).forEach(t -> lock(t, MySqlLocks.TABLE));
  }

  /** The server looks up in its own dictionary what a table is. */
  void open(String table) {
    Query.rows(worker, "select 1 from " + quoted(table) + " limit 0");
    newReads();
  }

  /** Rows were changed in the transaction that is open. */
  void changing() {
    asked.clear();
    seen(session.metadata());
    asked("SHARED_WRITE").forEach(t -> lock(t, ROWS));
  }

  private List<MySqlLocks.Lock> seen(List<MySqlLocks.Lock> locks) {
    locks.forEach(l -> asked.computeIfAbsent(l.type(), t -> new HashSet<>()).add(l.table()));
    return locks;
  }

  private Set<String> asked(String type) {
    return asked.getOrDefault(type, Set.of());
  }

  private void lock(String table, String mode) {
    if (live.contains(table)) {
      locks.computeIfAbsent(table, t -> new HashSet<>()).add(mode);
    }
  }

  /**
   * The work of a statement on a table.
   *
   * @param alone whether it was seen that writers wait for it; where it was not tried, they wait
   *     where the statement asked for a lock that keeps them out
   */
  void works(Optional<String> table, Optional<Boolean> alone) {
    boolean read = newStages();
    MySqlTables now = MySqlTables.of(observer, database);
    boolean rewritten = table.filter(t -> tables.rewritten(t, now)).isPresent();
    tables = now;
    table
        .filter(live::contains)
        .ifPresent(
            t -> {
              if (read || rewritten) {
                reads.add(t);
              }
              if (rewritten) {
                rewrites.add(t);
              }
              boolean keepsOut = alone.orElseGet(() -> asked("SHARED_NO_WRITE").contains(t));
              if ((read || rewritten) && keepsOut) {
                lock(t, SHARED);
              }
            });
    newReads();
  }

  /** Whether the session has read a table in an ALTER TABLE since it was asked last. */
  private boolean newStages() {
    boolean read = false;
    for (List<String> stage :
        Query.rows(
            observer,
            "select event_id, event_name from performance_schema.events_stages_history_long"
                + " where thread_id = "
                + thread)) {
      long id = Long.parseLong(stage.get(0));
      if (id > lastStage) {
        read =
            read
                || stage.get(1).contains("read PK")
                || stage.get(1).toLowerCase().endsWith("copy to tmp table");
      }
    }
    lastStage =
        Query.rows(
                observer,
                "select coalesce(max(event_id), 0) from"
                    + " performance_schema.events_stages_history_long where thread_id = "
                    + thread)
            .stream()
            .mapToLong(r -> Long.parseLong(r.get(0)))
            .max()
            .orElse(0);
    return read;
  }

  /** Notes a table whose rows were read one after the other since it was asked last. */
  void reads(Optional<String> table) {
    if (newReads()) {
      table.ifPresent(reads::add);
    }
  }

  private boolean newReads() {
    long now = 0;
    for (List<String> row :
        Query.rows(
            observer,
            "select variable_value from performance_schema.status_by_thread where thread_id = "
                + thread
                + " and variable_name in ('Handler_read_rnd_next', 'Handler_read_next')")) {
      now += Long.parseLong(row.get(0));
    }
    boolean more = now > lastRead;
    lastRead = now;
    return more;
  }

  private List<String> tables(String types) {
    List<String> found = new ArrayList<>();
    for (List<String> row :
        Query.rows(
            observer,
            "select table_schema, table_name from information_schema.tables"
                + " where table_type in ("
                + types
                + ")")) {
      String name = MySqlTables.name(database.name(), row.get(0), row.get(1));
      if (live.contains(name)) {
        found.add(name);
      }
    }
    return found;
  }

  static String quoted(String table) {
    int dot = table.indexOf('.');
    return dot < 0
        ? "`" + table + "`"
        : "`" + table.substring(0, dot) + "`.`" + table.substring(dot + 1) + "`";
  }

  private Connection other(int number) {
    while (others.size() <= number) {
      try {
        others.add(DriverManager.getConnection(database.server().url(database.name())));
      } catch (SQLException e) {
        throw new AssertionError(e);
      }
    }
    return others.get(number);
  }

  /** Aborts: closing would wait for a reader that still waits itself. */
  void close() throws SQLException {
    for (Connection other : others) {
      other.abort(Runnable::run);
    }
    observer.close();
  }
}
