package dev.schemac.catalog.mysql;

import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import dev.schemac.sql.MySqlDefiner;
import dev.schemac.sql.MySqlHeader;
import dev.schemac.sql.SqlWriter;
import dev.schemac.sql.TypedHeader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Triggers. Those of one table, time and event form a row: each but the first follows the one
 * before it.
 */
final class TriggerPart implements CatalogPart {
  private static final String QUERY =
      """
      select trigger_name, event_object_table, action_timing, event_manipulation, definer,
        sql_mode, character_set_client, collation_connection, database_collation, action_statement
      from information_schema.triggers where trigger_schema = database()
      order by event_object_table, action_timing, event_manipulation, action_order
      """;

  private static final int SHOWN = 3;

  private static final Pattern HEADER =
      Pattern.compile(
          "(?is)trigger\\s.*?\\sfor\\s+each\\s+row\\s+"
              + "(?:(?:follows|precedes)\\s+(?:`(?:[^`]|``)*`|[^\\s`]+)\\s+)?");

  private record Found(
      String name,
      String table,
      String moment,
      String definer,
      String statement,
      SortedMap<String, String> options) {
    String path() {
      return "trigger " + name + " on " + table;
    }
  }

  @Override
  public void read(ReadContext context) throws SQLException {
    List<Found> triggers = new ArrayList<>();
    context.each(QUERY, row -> triggers.add(found(context, row)));
    Found before = null;
    for (Found trigger : triggers) {
      if (!context.leaveOutTool(trigger.table())) {
        read(context, trigger, before);
      }
      before = trigger;
    }
  }

  private static Found found(ReadContext context, ResultSet row) throws SQLException {
    String name = row.getString(1);
    String table = row.getString(2);
    CodeOptions options = new CodeOptions(context).mode(row.getString(6));
    options.charset(row.getString(7), row.getString(8));
    options.database("trigger " + name + " on " + table, row.getString(9));
    String moment = row.getString(3) + " " + row.getString(4);
    return new Found(name, table, moment, row.getString(5), row.getString(10), options.all());
  }

  private static void read(ReadContext context, Found trigger, Found before) throws SQLException {
    Optional<String> shown = context.shown("trigger", trigger.name(), trigger.path(), SHOWN);
    if (shown.isEmpty()) {
      return;
    }
    Optional<String> body =
        context.isMariaDb()
            ? typed(trigger, new CodeReading(shown.get()))
            : body(trigger, new CodeReading(shown.get()));
    if (body.isEmpty()) {
      context.unknownForm(trigger.path());
      return;
    }
    context.add(
        new SchemaObject.Trigger(
            QName.of(trigger.table()),
            trigger.name(),
            definition(context, trigger, before, body.get()),
            Set.of(),
            Optional.empty(),
            trigger.options()));
  }

  private static Optional<String> body(Found trigger, CodeReading text) {
    boolean known = text.takeCreate(trigger.definer());
    known &= text.take("TRIGGER ");
    known &= text.takeName().filter(trigger.name()::equals).isPresent();
    known &= text.take(" ".concat(trigger.moment()).concat(" ON "));
    known &= text.takeName().filter(trigger.table()::equals).isPresent();
    known &= text.take(" FOR EACH ROW ");
    return known ? Optional.of(text.rest()) : Optional.empty();
  }

  /** MariaDB keeps the header as somebody typed it. */
  private static Optional<String> typed(Found trigger, CodeReading text) {
    String rest = text.takeCreate(trigger.definer()) ? text.rest() : "";
    int end = headerEnd(rest, trigger.statement());
    if (end == 0) {
      return Optional.empty();
    }
    TypedHeader header =
        new TypedHeader(rest.substring(0, end), trigger.name(), trigger.moment(), trigger.table());
    if (header.isUnusual()) {
      trigger.options().put("header", MySqlHeader.escaped(header.text()));
    }
    return Optional.of(rest.substring(end));
  }

  /**
   * The body begins where the catalogue says, which shows none of its backslashes and character
   * sets, or else behind what every header ends with; 0 where the text has neither.
   */
  private static int headerEnd(String text, String body) {
    if (text.endsWith(body)) {
      return text.length() - body.length();
    }
    Matcher header = HEADER.matcher(text);
    return header.lookingAt() ? header.end() : 0;
  }

  private static String definition(ReadContext context, Found trigger, Found before, String body) {
    SqlWriter sql = context.writer().phrase("CREATE");
    MySqlDefiner.write(sql, trigger.definer().equals(context.user()) ? null : trigger.definer());
    sql.phrase("TRIGGER").identifier(trigger.name()).phrase(trigger.moment());
    sql.phrase("ON").identifier(trigger.table()).phrase("FOR EACH ROW");
    boolean follows =
        before != null
            && before.table().equals(trigger.table())
            && before.moment().equals(trigger.moment());
    if (follows) {
      sql.phrase("FOLLOWS").identifier(before.name());
    }
    return sql.line(0).raw(body).text();
  }
}
