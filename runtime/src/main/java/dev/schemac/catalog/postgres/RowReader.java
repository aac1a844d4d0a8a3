package dev.schemac.catalog.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Takes the current row of a query. */
@FunctionalInterface
interface RowReader {
  void take(ResultSet row) throws SQLException;
}
