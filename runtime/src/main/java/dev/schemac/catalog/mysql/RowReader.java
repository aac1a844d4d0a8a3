package dev.schemac.catalog.mysql;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Takes one row of a result. */
interface RowReader {
  void take(ResultSet row) throws SQLException;
}
