package dev.schemac.catalog.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Queries that the server answers while this side is busy with the rows of the one before. All use
 * the session's one connection, whose driver lets one query at a time through, and see the same
 * snapshot.
 */
final class QueriesAhead {
  private final Map<String, FutureTask<ResultSet>> answers = new HashMap<>();

  QueriesAhead(Connection connection, List<String> queries) {
    List<FutureTask<ResultSet>> tasks =
        queries.stream().map(sql -> new FutureTask<>(() -> answer(connection, sql))).toList();
    for (int i = 0; i < tasks.size(); i++) {
      answers.put(queries.get(i), tasks.get(i));
    }
    Thread.ofPlatform().daemon().name("queries ahead").start(() -> tasks.forEach(Runnable::run));
  }

  /** All rows at once: nobody else could use the connection otherwise before they are taken. */
  private static ResultSet answer(Connection connection, String sql) throws SQLException {
    Statement statement = connection.createStatement();
    statement.closeOnCompletion();
    return statement.executeQuery(sql);
  }

  /** Hands over the rows of a query that is among these; false where it is none of them. */
  boolean each(String sql, RowReader reader) throws SQLException {
    FutureTask<ResultSet> answer = answers.remove(sql);
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

  private static ResultSet rows(FutureTask<ResultSet> answer) throws SQLException {
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
