package dev.schemac.catalog;

import java.sql.Connection;
import java.sql.SQLException;

/** Reads one kind of server. */
public interface CatalogReader {

  /**
   * Reads the whole database that the connection is in, inside one read-only transaction: nothing
   * is changed and no lock stronger than ACCESS SHARE is taken.
   *
   * @throws SQLException when the server refuses or cannot be reached
   */
  LiveSchema read(Connection connection) throws SQLException;

  /** Likewise, where a second session may have the server work on two queries at a time. */
  default LiveSchema read(Connection connection, Another another) throws SQLException {
    return read(connection);
  }

  /** Opens one more session to the same database, as protected as the first. */
  @FunctionalInterface
  interface Another {
    Connection open() throws SQLException;
  }
}
