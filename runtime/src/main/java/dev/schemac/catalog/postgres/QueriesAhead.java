package dev.schemac.catalog.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;

/**
 * Queries that the server answers while this side is busy with the rows of the one before. A
 * connection's driver lets one query at a time through; all sessions see the same snapshot.
 */
final class QueriesAhead {
  private final Map<String, CompletableFuture<ResultSet>> answers = new HashMap<>();
  private final Queue<String> waiting;

  /** Each session takes the next query in this order as soon as it is free. */
  QueriesAhead(List<Connection> sessions, List<String> queries) {
    queries.forEach(sql -> answers.put(sql, new CompletableFuture<>()));
    Map<String, CompletableFuture<ResultSet>> promised = Map.copyOf(answers);
    waiting = new ConcurrentLinkedQueue<>(queries);
    for (Connection session : sessions) {
      Thread.ofPlatform().daemon().name("queries ahead").start(() -> run(session, promised));
    }
  }

  private void run(Connection session, Map<String, CompletableFuture<ResultSet>> promised) {
    for (String sql = waiting.poll(); sql != null; sql = waiting.poll()) {
      try {
        promised.get(sql).complete(answer(session, sql));
      } catch (SQLException | RuntimeException e) {
        promised.get(sql).completeExceptionally(e);
      }
    }
  }

  /** All rows at once: nobody else could use the connection otherwise before they are taken. */
  private static ResultSet answer(Connection connection, String sql) throws SQLException {
    Statement statement = connection.createStatement();
    statement.closeOnCompletion();
    return statement.executeQuery(sql);
  }

  /** Hands over the rows of a query that is among these; false where it is none of them. */
  boolean each(String sql, RowReader reader) throws SQLException {
    CompletableFuture<ResultSet> answer = answers.remove(sql);
    if (answer == null) {
      return false;
    }
    try (ResultSet rows = rows(answer)) {
      while (rows.next()) {
        reader.take(rows);
      }
    }
    return true;
  }

  private static ResultSet rows(CompletableFuture<ResultSet> answer) throws SQLException {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof SQLException refused) {
        throw refused;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException("interrupted while the server answers", e);
    }
  }
}
