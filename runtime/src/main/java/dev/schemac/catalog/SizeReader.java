package dev.schemac.catalog;

import dev.schemac.catalog.TableSizes.Size;
import dev.schemac.model.QName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.SortedMap;

/** Reads from one kind of server how large its tables are, in one query that reads no row. */
public interface SizeReader {

  /**
   * Reads the sizes of all tables of the database that the connection is in. No lock stronger than
   * ACCESS SHARE is taken.
   *
   * @throws SQLException when the server refuses or cannot be reached
   */
  SortedMap<QName, Size> read(Connection connection) throws SQLException;
}
