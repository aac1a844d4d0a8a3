package dev.schemac.golden;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private Map<String, CompletableFuture<Boolean>> readers = new LinkedHashMap<>();
  private List<Connection> open = new ArrayList<>();
  private final Set<String> asked = new TreeSet<>();
  private int made;

  MySqlViews(Connection observer, List<String> views, IntFunction<Connection> connections) {
    this.observer = observer;
    this.views = views;
    this.connections = connections;
  }

  /** Whether a session waits for a lock. */
  static boolean isWaiting(Connection observer, String condition) {
    return !Query.rows(
            observer,
            "select 1 from performance_schema.threads where "
                + condition
                + " and processlist_state like 'Waiting for%lock'")
        .isEmpty();
  }

  /** Lets the readers come, once, and waits until they wait or have read. */
  void ask() {
    for (String view : views) {
      if (readers.containsKey(view)) {
        continue;
      }
      Connection reader = connections.apply(FIRST + made++);
      open.add(reader);
      String id = Query.rows(reader, "select connection_id()").get(0).get(0);
      Query.run(reader, "begin");
      // With a lock from before the server cannot begin the statement anew by itself.
      Query.rows(reader, "select 1 from mysql.time_zone limit 1");
      CompletableFuture<Boolean> reading =
          CompletableFuture.supplyAsync(
              () -> diesReading(reader, view), Thread::startVirtualThread);
      readers.put(view, reading);
      while (!reading.isDone() && !isWaiting(observer, "processlist_id = " + id)) {
        Thread.onSpinWait();
      }
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
   * table for a while.
   */
  void again() {
    Map<String, CompletableFuture<Boolean>> before = readers;
    List<Connection> held = open;
    readers = new LinkedHashMap<>();
    open = new ArrayList<>();
    ask();
    release(before, held);
  }

  private void release(Map<String, CompletableFuture<Boolean>> gone, List<Connection> held) {
    int number = 0;
    for (Map.Entry<String, CompletableFuture<Boolean>> reader : gone.entrySet()) {
      if (reader.getValue().isDone()) {
        if (reader.getValue().join()) {
          asked.add(reader.getKey());
        }
        Query.run(held.get(number), "rollback");
      }
      number++;
    }
  }

  /** Lets those go that have read. */
  void release() {
    release(readers, open);
  }

  /** Views that the statement asked for. */
  Set<String> askedFor() {
    readers.values().forEach(CompletableFuture::join);
    release();
    return asked;
  }
}
