package dev.schemac.golden;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Watches what runs outside a transaction and has let go of its locks when it ends. A concurrent
 * build or drop of an index waits for a writer, which this holds open until it has seen the locks;
 * a backfill is watched by a trigger behind each of its updates. What an index build reads the
 * server says itself (DEBUG1).
 */
final class PostgresWatch {
  private static final String WATCH =
      """
      create table public.claims_seen (relation text, mode text);
      create table public.claims_read (relation text);
      create function public.claims_watch() returns trigger language plpgsql as $$
      begin
        insert into public.claims_seen select relation::text, mode from pg_locks
          where locktype = 'relation' and pid = pg_backend_pid();
        insert into public.claims_read select relid::text from pg_stat_xact_all_tables
          where seq_scan > 0 or n_tup_upd > 0;
        return null;
      end $$;
      """;
  private static final String TRIGGER =
      "create trigger zzz_claims after update on %s for each statement"
          + " execute function public.claims_watch()";
  private static final String END =
      """
      drop function public.claims_watch cascade;
      drop table public.claims_seen, public.claims_read;
      """;
  private static final Pattern BUILDING = Pattern.compile("building index .* on table \"(.*)\" ");

  /** What was seen. */
  record Seen(
      SortedMap<String, String> locks, SortedSet<String> scans, SortedSet<String> rewrites) {}

  private final Connection connection;
  private final Connection worker;
  private final PostgresTables before;
  private final List<List<String>> locks = new ArrayList<>();
  private final Set<String> reading = new HashSet<>();

  private PostgresWatch(Connection connection, Connection worker, PostgresTables live) {
    this.connection = connection;
    this.worker = worker;
    this.before = PostgresTables.of(connection).within(live);
  }

  static Seen run(TestDatabase database, PostgresTables live, List<String> sql) {
    String url = database.server().url(database.name());
    try (Connection worker = DriverManager.getConnection(url);
        Connection writer = DriverManager.getConnection(url)) {
      return new PostgresWatch(database.connection(), worker, live).run(writer, sql);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private Seen run(Connection writer, List<String> sql) {
    Query.run(connection, WATCH);
    before.entries().values().stream()
        .filter(PostgresTables.Entry::holdsRows)
        .forEach(t -> Query.run(connection, String.format(TRIGGER, t.sql())));
    Query.run(worker, "set client_min_messages = debug1");
    String pid = Query.rows(worker, "select pg_backend_pid()::text").get(0).get(0);
    for (String statement : sql) {
      write(writer);
      CompletableFuture<Void> running = Beside.run(() -> execute(statement));
      Deadline deadline = Deadline.of(connection, statement);
      while (!running.isDone() && !isWaiting(pid)) {
        deadline.check();
      }
      locks.addAll(locks(pid));
      Query.run(writer, "rollback");
      join(running);
    }
    return seen();
  }

  private void write(Connection writer) {
    Query.run(writer, "begin");
    before.entries().values().stream()
        .filter(PostgresTables.Entry::holdsRows)
        .forEach(t -> Query.run(writer, "lock table " + t.sql() + " in row exclusive mode"));
  }

  private Seen seen() {
    locks.addAll(Query.rows(connection, "select relation, mode from public.claims_seen"));
    List<String> read = new ArrayList<>();
    Query.rows(connection, "select relation from public.claims_read")
        .forEach(row -> read.add(row.get(0)));
    Query.run(connection, END);
    SortedSet<String> scans = new TreeSet<>(before.named(read));
    before.entries().values().stream()
        .filter(t -> reading.contains(t.name().substring(t.name().indexOf('.') + 1)))
        .forEach(t -> scans.add(t.name()));
    return new Seen(
        before.strongest(locks), scans, before.rewritten(PostgresTables.of(connection)));
  }

  private boolean isWaiting(String pid) {
    return !Query.rows(
            connection,
            "select 1 from pg_stat_activity where wait_event_type = 'Lock' and pid = " + pid)
        .isEmpty();
  }

  private List<List<String>> locks(String pid) {
    return Query.rows(
        connection,
        "select relation::text, mode from pg_locks where locktype = 'relation' and pid = " + pid);
  }

  private void execute(String sql) {
    try (Statement statement = worker.createStatement()) {
      statement.execute(sql);
      for (SQLWarning w = statement.getWarnings(); w != null; w = w.getNextWarning()) {
        Matcher building = BUILDING.matcher(w.getMessage());
        if (building.find()) {
          reading.add(building.group(1));
        }
      }
    } catch (SQLException e) {
      throw new AssertionError(e.getMessage() + "\n" + sql, e);
    }
  }

  private static void join(CompletableFuture<Void> running) {
    try {
      running.join();
    } catch (CompletionException e) {
      throw new AssertionError(e.getCause().getMessage(), e);
    }
  }
}
