package dev.schemac.shadow;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Whether a given database is empty, and how it becomes so again. */
interface Emptying {

  /** What the database holds, by kind and name, at most a few. */
  List<String> contents(Connection connection) throws SQLException;

  /** Takes away whatever is there, which was made since the database was seen empty. */
  void empty(Connection connection) throws SQLException;
}
