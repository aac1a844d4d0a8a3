package dev.schemac.catalog.mysql;

import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import dev.schemac.sql.MySqlDefiner;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** Events, native objects of the model: the server's whole statement. */
final class EventPart implements CatalogPart {
  private static final String QUERY =
      """
      select event_name, definer, sql_mode, time_zone, character_set_client,
        collation_connection, database_collation, event_comment
      from information_schema.events where event_schema = database() order by event_name
      """;

  private static final int SHOWN = 4;

  private record Found(
      String name, String definer, String mode, String comment, SortedMap<String, String> options) {
    String path() {
      return "event ".concat(name);
    }
  }

  @Override
  public void read(ReadContext context) throws SQLException {
    List<Found> events = new ArrayList<>();
    context.each(QUERY, row -> events.add(found(context, row)));
    for (Found event : events) {
      Optional<String> shown = context.shown("event", event.name(), event.path(), SHOWN);
      if (shown.isPresent()) {
        CodeReading text = new CodeReading(shown.get());
        if (text.takeCreate(event.definer())) {
          context.add(event(context, event, text.rest().strip()));
        } else {
          context.unknownForm(event.path());
        }
      }
    }
  }

  private static Found found(ReadContext context, ResultSet row) throws SQLException {
    CodeOptions options = new CodeOptions(context).mode(row.getString(3));
    options.timeZone(row.getString(4)).charset(row.getString(5), row.getString(6));
    options.database("event ".concat(row.getString(1)), row.getString(7));
    return new Found(
        row.getString(1), row.getString(2), row.getString(3), row.getString(8), options.all());
  }

  private static SchemaObject event(ReadContext context, Found found, String statement) {
    var create = context.writer().phrase("CREATE");
    MySqlDefiner.write(create, found.definer().equals(context.user()) ? null : found.definer());
    return new SchemaObject.NativeObject(
        "event",
        QName.of(found.name()),
        create.raw(withComment(found, statement)).text(),
        context.writer().phrase("DROP EVENT").identifier(found.name()).text(),
        Set.of(),
        Optional.empty(),
        found.options());
  }

  /** The server prints a comment with escapes, which the event's own mode may not read. */
  private static String withComment(Found found, String statement) {
    String comment = found.comment();
    if (!found.mode().contains("NO_BACKSLASH_ESCAPES") || comment.isEmpty()) {
      return statement;
    }
    String doubled = comment.replace("'", "''");
    String printed = doubled.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    int at = statement.indexOf(" COMMENT '" + printed + "' DO ");
    return at < 0
        ? statement
        : statement.substring(0, at)
            + " COMMENT '"
            + doubled
            + statement.substring(at + " COMMENT '".length() + printed.length());
  }
}
