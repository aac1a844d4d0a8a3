package dev.schemac.catalog.mysql;

import dev.schemac.catalog.SizeReader;
import dev.schemac.catalog.TableSizes.Size;
import dev.schemac.model.QName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Sizes as InnoDB estimates them from samples (MySQL 8.4 manual, 28.3.38, "The INFORMATION_SCHEMA
 * TABLES Table"). MySQL would answer from a cache of up to a day, so it is told not to.
 */
public final class MySqlSizeReader implements SizeReader {
  private static final String QUERY =
      "select table_name, coalesce(table_rows, 0), coalesce(data_length, 0),"
          + " coalesce(index_length, 0) from information_schema.tables"
          + " where table_schema = database() and table_type = 'BASE TABLE'";

  @Override
  public SortedMap<QName, Size> read(Connection connection) throws SQLException {
    SortedMap<QName, Size> sizes = new TreeMap<>();
    try (Statement statement = connection.createStatement()) {
      if (hasCache(statement)) {
        statement.execute("SET SESSION information_schema_stats_expiry = 0");
      }
      try (ResultSet row = statement.executeQuery(QUERY)) {
        while (row.next()) {
          sizes.put(
              QName.of(row.getString(1)), new Size(row.getLong(2), row.getLong(3), row.getLong(4)));
        }
      }
    }
    return sizes;
  }

  /** MariaDB has none. */
  private static boolean hasCache(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery("SHOW VARIABLES LIKE 'information_schema_stats_expiry'")) {
      return row.next();
    }
  }
}
