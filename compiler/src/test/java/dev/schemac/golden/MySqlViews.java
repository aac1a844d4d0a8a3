package dev.schemac.golden;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;

/**
 * Readers of views that come while a statement waits for a table: each has its view and waits for
 * the table behind the statement. Where the statement asks for the view next, the server ends the
 * reader as the one that costs less.
 */
final class MySqlViews {
  private static final int DEADLOCK = 1213;
  private static final int FIRST = 40;

  private final Connection observer;
  private final List<String> views;
  private final IntFunction<Connection> connections;
  private final List<Reader> readers = new ArrayList<>();
  private final Set<String> asked = new TreeSet<>();
  private int made;

  /** Somebody who reads a view in a transaction; tells whether the server ended it. */
  private record Reader(String view, Connection connection, CompletableFuture<Boolean> dies) {}

  MySqlViews(Connection observer, List<String> views, IntFunction<Connection> connections) {
    this.observer = observer;
    this.views = views;
    this.connections = connections;
  }

  /** Lets the readers come, once, and waits until they wait or have read. */
  void ask() {
    if (readers.isEmpty()) {
      views.forEach(this::ask);
    }
  }

  private void ask(String view) {
    Connection connection = connections.apply(FIRST + made++);
    String id = Query.rows(connection, "select connection_id()").get(0).get(0);
    Query.run(connection, "begin");
    // With a lock from before the server cannot begin the statement anew by itself.
    Query.rows(connection, "select 1 from mysql.time_zone limit 1");
    Reader reader = new Reader(view, connection, Beside.ask(() -> diesReading(connection, view)));
    readers.add(reader);
    Deadline deadline = Deadline.of(observer, "reading " + view);
    while (!reader.dies().isDone() && !MySqlLocks.isWaiting(observer, "processlist_id = " + id)) {
      deadline.check();
    }
  }

  private static boolean diesReading(Connection reader, String view) {
    try (Statement statement = reader.createStatement()) {
      statement.execute("select 1 from " + MySqlWatch.quoted(view) + " limit 1");
      return false;
    } catch (SQLException e) {
      return e.getErrorCode() == DEADLOCK; // others: the view names what is gone
    }
  }

  /**
   * Others take the place of those that have read meanwhile, since the statement had let go of its
   * table for a while. Who still waits reads later, and goes then.
   */
  void again() {
    List<Reader> before = List.copyOf(readers);
    views.forEach(this::ask);
    before.stream().filter(r -> r.dies().isDone()).forEach(this::release);
  }

  private void release(Reader reader) {
    if (reader.dies().join()) {
      asked.add(reader.view());
    }
    Query.run(reader.connection(), "rollback");
    readers.remove(reader);
  }

  /** Views that the statement asked for, once it has ended and nobody waits for it. */
  Set<String> askedFor() {
    List.copyOf(readers).forEach(this::release);
    return asked;
  }
}
