package dev.schemac.catalog.mysql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Base tables with their columns, indexes, constraints and partitions: one {@code SHOW CREATE
 * TABLE} for each, because no query over {@code information_schema} tells all of it.
 */
final class TablePart implements CatalogPart {
  private static final String TABLES =
      """
      select table_name, table_type
      from information_schema.tables
      where table_schema = database() and table_type not in ('VIEW', 'SYSTEM VIEW', 'SEQUENCE')
      order by table_name
      """;

  private static final String DATABASE =
      """
      select default_character_set_name, default_collation_name
      from information_schema.schemata
      where schema_name = database()
      """;

  private static final String COLLATIONS =
      """
      select character_set_name, default_collate_name
      from information_schema.character_sets
      """;

  @Override
  public void read(ReadContext context) throws SQLException {
    ShowFacts facts = facts(context);
    List<String> names = new ArrayList<>();
    context.each(
        TABLES,
        row -> {
          if (!context.leaveOutTool(row.getString(1))) {
            names.add(row.getString(1));
          }
        });
    for (String name : names) {
      table(context, name, facts);
    }
    OtherDatabases.referredToBy(List.copyOf(context.objects())).forEach(context::add);
  }

  /** What a table without a character set takes, and what the server does. */
  static ShowFacts facts(ReadContext context) throws SQLException {
    Map<String, String> collations = new HashMap<>();
    context.each(COLLATIONS, row -> collations.put(row.getString(1), row.getString(2)));
    List<String> database = new ArrayList<>();
    context.each(
        DATABASE,
        row -> {
          database.add(row.getString(1));
          database.add(row.getString(2));
        });
    return new ShowFacts(
        context.isMariaDb(),
        context.database(),
        database.get(0),
        database.get(1),
        collations,
        !context.isMariaDb() && !context.target().isMySqlFrom(8, 0, 29));
  }

  private static void table(ReadContext context, String name, ShowFacts facts) throws SQLException {
    try {
      context.each(
          "show create table " + ReadContext.quoted(name),
          row -> parse(context, name, row.getString(2), facts));
    } catch (SQLException e) {
      if (isOfSession(e)) {
        throw e;
      }
      context.unreadable("table " + name, e.getMessage());
    }
  }

  /** Class 08 is a lost connection, 57014 and HY000/3024 a statement that was stopped. */
  private static boolean isOfSession(SQLException e) {
    String state = e.getSQLState();
    return state == null || state.startsWith("08") || state.startsWith("57");
  }

  /** MariaDB 10.11 prints functions in the character set of the column: c, zero, o, zero, … */
  private static String withoutZeros(String text) {
    return text.replace("\0", "");
  }

  private static void parse(ReadContext context, String name, String text, ShowFacts facts) {
    ShowGaps gaps =
        (part, clause) ->
            context.unsupported(
                part.isEmpty() ? "table " + name : part + " of table " + name,
                "`" + clause + "` has no form in the model");
    try {
      context.add(ShowTable.read(withoutZeros(text), facts, gaps));
    } catch (ShowException e) {
      context.unsupported("table " + name, e.getMessage());
    }
  }
}
