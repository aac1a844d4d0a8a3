package dev.schemac.golden;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Others who use tables, each table of its own, until a statement waits for them. A table is let go
 * of by one after the other, who wrote before who read, so that each lock that the statement asks
 * for on the way is one that it waits for.
 */
final class MySqlHolders {
  private final IntFunction<Connection> connections;
  private final Map<String, Deque<Holder>> open = new LinkedHashMap<>();
  private int count;

  private record Holder(Connection connection, String release, boolean writes) {}

  MySqlHolders(IntFunction<Connection> connections) {
    this.connections = connections;
  }

  /** Somebody reads the table or the view in a transaction, unless it names who is not there. */
  void read(String table) {
    transaction(table, "select 1 from " + MySqlWatch.quoted(table) + " limit 1", false);
  }

  /** Somebody has a row of the table locked for writing. */
  void write(String table) {
    transaction(table, "select * from " + MySqlWatch.quoted(table) + " limit 1 for update", true);
  }

  /** Somebody has locked the table for reading. */
  void lock(String table) {
    Connection connection = connections.apply(count++);
    Query.run(connection, "lock tables " + MySqlWatch.quoted(table) + " read");
    add(table, new Holder(connection, "unlock tables", false));
  }

  private void transaction(String table, String sql, boolean writes) {
    Connection connection = connections.apply(count++);
    Query.run(connection, "begin");
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
      add(table, new Holder(connection, "commit", writes));
    } catch (SQLException e) {
      Query.run(connection, "rollback");
    }
  }

  private void add(String table, Holder holder) {
    open.computeIfAbsent(table, t -> new ArrayDeque<>()).push(holder);
  }

  /** The next of a table lets go of it; false where nobody has it. */
  boolean release(String table) {
    Deque<Holder> holders = open.getOrDefault(table, new ArrayDeque<>());
    if (holders.isEmpty()) {
      return false;
    }
    release(holders.pop());
    return true;
  }

  /** Who writes lets go of a table, if that is not done: readers have yet to be waited for. */
  void releaseWriter(String table) {
    Deque<Holder> holders = open.getOrDefault(table, new ArrayDeque<>());
    if (!holders.isEmpty() && holders.peek().writes()) {
      release(holders.pop());
    }
  }

  void releaseAll() {
    open.values().forEach(holders -> holders.forEach(MySqlHolders::release));
    open.clear();
  }

  private static void release(Holder holder) {
    Query.run(holder.connection(), holder.release());
  }
}
