package dev.schemac.catalog.postgres;

import dev.schemac.catalog.CatalogReader.Another;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * A session that sees what the first one sees, to the row: it runs on the first one's snapshot (<a
 * href="https://www.postgresql.org/docs/current/sql-set-transaction.html">SET TRANSACTION
 * SNAPSHOT</a>), as those of a parallel {@code pg_dump} do.
 */
final class SecondSession {
  /** A fresh database has about 400; from here on the second session gains more than it costs. */
  static final int MANY_RELATIONS = 4_000;

  private SecondSession() {}

  /**
   * Opens it where the database is large enough. Where none is to be had (too many sessions,
   * another server behind the address) one session reads everything.
   *
   * @param first in a transaction that is REPEATABLE READ
   * @param many from how many relations on a database counts as large
   */
  static Optional<Connection> beside(Connection first, Another another, int many)
      throws SQLException {
    if (Integer.parseInt(value(first, "select count(*) from pg_catalog.pg_class")) < many) {
      return Optional.empty();
    }
    String snapshot = value(first, "select pg_catalog.pg_export_snapshot()");
    try {
      return Optional.of(sharing(snapshot, another.open()));
    } catch (SQLException e) {
      return Optional.empty();
    }
  }

  private static Connection sharing(String snapshot, Connection second) throws SQLException {
    try (Statement statement = second.createStatement()) {
      second.setAutoCommit(false);
      statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
      statement.execute("SET TRANSACTION SNAPSHOT '" + snapshot + "'");
      return second;
    } catch (SQLException e) {
      second.close();
      throw e;
    }
  }

  private static String value(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
