package dev.schemac.golden;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** MySQL's catalogue: the test's own database and the further ones that the case declares. */
final class MySqlCatalogueText {
  private static final Pattern COUNTER = Pattern.compile(" AUTO_INCREMENT=\\d+");

  /** When an event was made. */
  private static final Pattern STARTS = Pattern.compile(" STARTS '[^']*'");

  private MySqlCatalogueText() {}

  static SortedMap<String, String> of(TestDatabase database) {
    List<List<String>> rows = new ArrayList<>();
    read(database, database.name(), "", rows);
    for (String further : database.namespaces()) {
      read(database, further, further + ".", rows);
    }
    return CatalogueText.collect(rows);
  }

  private static void read(
      TestDatabase database, String schema, String prefix, List<List<String>> rows) {
    Connection connection = database.connection();
    for (List<String> found :
        Query.rows(
            connection,
            "select default_character_set_name, default_collation_name"
                + " from information_schema.schemata where schema_name = '"
                + schema
                + "'")) {
      rows.add(List.of("namespace " + prefix, String.join(" ", found)));
    }
    for (List<String> table :
        Query.rows(
            connection,
            "select table_name, table_type from information_schema.tables where table_schema = '"
                + schema
                + "'")) {
      boolean view = table.get(1).equals("VIEW");
      String kind = table.get(1).equals("SEQUENCE") ? "sequence" : "table";
      String text =
          view
              ? withSession(connection, "view", schema, table.get(0))
              : create(connection, kind, schema, table.get(0), 2);
      rows.add(
          List.of(
              (view ? "view " : "table ") + prefix + table.get(0),
              view ? unqualified(text, database) : normalised(unqualified(text, database))));
    }
    for (List<String> trigger :
        Query.rows(
            connection,
            "select trigger_name, concat_ws(' ', action_timing, event_manipulation, 'on',"
                + " event_object_table, definer, action_order, sql_mode, character_set_client,"
                + " collation_connection, database_collation, action_statement)"
                + " from information_schema.triggers where trigger_schema = '"
                + schema
                + "'")) {
      rows.add(List.of("trigger " + prefix + trigger.get(0), trigger.get(1)));
    }
    for (List<String> routine :
        Query.rows(
            connection,
            "select lower(routine_type), routine_name from information_schema.routines"
                + " where routine_schema = '"
                + schema
                + "'")) {
      rows.add(
          List.of(
              routine.get(0) + " " + prefix + routine.get(1),
              withSession(connection, routine.get(0), schema, routine.get(1))));
    }
    for (List<String> event :
        Query.rows(
            connection,
            "select event_name from information_schema.events where event_schema = '"
                + schema
                + "'")) {
      rows.add(
          List.of(
              "event " + prefix + event.get(0),
              STARTS
                  .matcher(withSession(connection, "event", schema, event.get(0)))
                  .replaceAll("")));
    }
  }

  private static String create(
      Connection connection, String kind, String schema, String name, int column) {
    List<String> shown = shown(connection, kind, schema, name);
    return shown.get(column - 1);
  }

  /** The text of an object and what it keeps of the session that made it. */
  private static String withSession(
      Connection connection, String kind, String schema, String name) {
    List<String> shown = shown(connection, kind, schema, name);
    return String.join("\n", shown.subList(1, shown.size()));
  }

  private static List<String> shown(
      Connection connection, String kind, String schema, String name) {
    String quoted = name.replace("`", "``");
    return Query.rows(connection, "show create " + kind + " `" + schema + "`.`" + quoted + "`")
        .getFirst();
  }

  /** One line per part, sorted, so that the order of columns and indexes plays no part. */
  private static String normalised(String createTable) {
    return COUNTER
        .matcher(createTable)
        .replaceAll("")
        .lines()
        .map(line -> line.endsWith(",") ? line.substring(0, line.length() - 1) : line)
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  private static String unqualified(String text, TestDatabase database) {
    return text.replace("`" + database.name() + "`.", "");
  }
}
