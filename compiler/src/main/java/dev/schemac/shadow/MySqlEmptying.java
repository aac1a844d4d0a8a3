package dev.schemac.shadow;

import dev.schemac.sql.MySqlQuoting;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** MySQL: what is in the database; triggers go with their tables. */
final class MySqlEmptying implements Emptying {
  private static final String CONTENTS =
      """
      select 'view', table_name from information_schema.views where table_schema = database()
      union all
      select 'table', table_name from information_schema.tables
      where table_schema = database() and table_type <> 'VIEW'
      union all
      select lower(routine_type), routine_name from information_schema.routines
      where routine_schema = database()
      union all
      select 'event', event_name from information_schema.events where event_schema = database()
      """;

  private record Found(String kind, String name) {}

  @Override
  public List<String> contents(Connection connection) throws SQLException {
    return found(connection).stream().limit(5).map(f -> f.kind() + " " + f.name()).toList();
  }

  @Override
  public void empty(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set foreign_key_checks = 0");
      for (Found each : found(connection)) {
        String name = MySqlQuoting.INSTANCE.identifier(each.name());
        statement.execute("drop " + each.kind() + " if exists " + name);
      }
    }
  }

  private static List<Found> found(Connection connection) throws SQLException {
    List<Found> found = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(CONTENTS)) {
      while (rows.next()) {
        found.add(new Found(rows.getString(1), rows.getString(2)));
      }
    }
    return found;
  }
}
