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
      String text = create(connection, view ? "view" : "table", schema, table.get(0), 2);
      rows.add(
          List.of(
              (view ? "view " : "table ") + prefix + table.get(0),
              view ? unqualified(text, database) : normalised(text)));
    }
    for (List<String> trigger :
        Query.rows(
            connection,
            "select trigger_name, concat_ws(' ', action_timing, event_manipulation, 'on',"
                + " event_object_table, definer, action_order, sql_mode, action_statement)"
                + " from information_schema.triggers where trigger_schema = '"
                + schema
                + "'")) {
      rows.add(List.of("trigger " + prefix + trigger.get(0), trigger.get(1)));
    }
    for (List<String> routine :
        Query.rows(
            connection,
            "select lower(routine_type), routine_name, sql_mode from information_schema.routines"
                + " where routine_schema = '"
                + schema
                + "'")) {
      rows.add(
          List.of(
              routine.get(0) + " " + prefix + routine.get(1),
              routine.get(2)
                  + " "
                  + create(connection, routine.get(0), schema, routine.get(1), 3)));
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
              STARTS.matcher(create(connection, "event", schema, event.get(0), 4)).replaceAll("")));
    }
  }

  private static String create(
      Connection connection, String kind, String schema, String name, int column) {
    List<List<String>> shown =
        Query.rows(connection, "show create " + kind + " `" + schema + "`.`" + name + "`");
    return shown.get(0).get(column - 1);
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
