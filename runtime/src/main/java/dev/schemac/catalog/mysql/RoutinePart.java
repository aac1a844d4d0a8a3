package dev.schemac.catalog.mysql;

import dev.schemac.model.ObjectKind;
import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import dev.schemac.sql.MySqlDefiner;
import dev.schemac.sql.MySqlHeader;
import dev.schemac.sql.SqlWriter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Functions and procedures. The parameters and the body as they were written stand in {@code SHOW
 * CREATE} alone: {@code information_schema} has them in another character set.
 */
final class RoutinePart implements CatalogPart {
  private static final String QUERY =
      """
      select routine_name, routine_type, definer, security_type, sql_data_access,
        is_deterministic, routine_comment, coalesce(external_language, 'SQL'), sql_mode, character_set_client,
        collation_connection, database_collation, character_set_name, collation_name
      from information_schema.routines where routine_schema = database()
      order by routine_type, routine_name
      """;

  private static final int SHOWN = 3;

  /**
   * @param characteristics between the result and the body, as the server prints them
   */
  private record Found(
      String name,
      String type,
      String definer,
      List<String> characteristics,
      Optional<String> comment,
      Optional<String> charset,
      SortedMap<String, String> options) {
    String path() {
      return type.toLowerCase(java.util.Locale.ROOT) + " " + name;
    }
  }

  @Override
  public void read(ReadContext context) throws SQLException {
    List<Found> routines = new ArrayList<>();
    context.each(QUERY, row -> routines.add(found(context, row)));
    for (Found routine : routines) {
      Optional<String> shown = context.shown(routine.type(), routine.name(), routine.path(), SHOWN);
      if (shown.isPresent()) {
        Optional<SchemaObject> made = routine(context, routine, new CodeReading(shown.get()));
        made.ifPresentOrElse(context::add, () -> context.unknownForm(routine.path()));
      }
    }
  }

  private static Found found(ReadContext context, ResultSet row) throws SQLException {
    String path = row.getString(2).toLowerCase(java.util.Locale.ROOT) + " " + row.getString(1);
    CodeOptions options = new CodeOptions(context).mode(row.getString(9));
    options.charset(row.getString(10), row.getString(11)).database(path, row.getString(12));
    boolean usual = row.getString(14) == null || row.getString(14).equals(row.getString(12));
    return new Found(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        characteristics(row),
        Optional.ofNullable(row.getString(7)).filter(c -> !c.isEmpty()),
        usual ? Optional.ofNullable(row.getString(13)) : Optional.empty(),
        options.all());
  }

  private static List<String> characteristics(ResultSet row) throws SQLException {
    List<String> all = new ArrayList<>();
    if (!row.getString(8).equals("SQL")) {
      all.add("LANGUAGE ".concat(row.getString(8)));
    }
    if (!row.getString(5).equals("CONTAINS SQL")) {
      all.add(row.getString(5));
    }
    if (row.getString(6).equals("YES")) {
      all.add("DETERMINISTIC");
    }
    if (row.getString(4).equals("INVOKER")) {
      all.add("SQL SECURITY INVOKER");
    }
    return all;
  }

  private static Optional<SchemaObject> routine(
      ReadContext context, Found found, CodeReading text) {
    boolean known = text.takeCreate(found.definer());
    if (context.isMariaDb() && text.take("AGGREGATE ")) {
      found.options().put("aggregate", "true");
    }
    known &= text.take(found.type().concat(" "));
    known &= text.takeName().filter(found.name()::equals).isPresent();
    known &= text.take("(");
    String written = text.takeUntil(')');
    known &= text.take(")");
    Optional<String> result =
        text.take(" RETURNS ")
            ? Optional.of(result(found, text.takeUntil('\n')))
            : Optional.empty();
    known &= text.take("\n");
    for (String characteristic : found.characteristics()) {
      known &= text.take("    ".concat(characteristic).concat("\n"));
    }
    if (found.comment().isPresent()) {
      known &= text.take("    COMMENT ");
      text.takeUntil('\n');
      known &= text.take("\n");
    }
    RoutineParameters parameters = RoutineParameters.of(written);
    return known
        ? Optional.of(routine(context, found, parameters, result, text.rest()))
        : Optional.empty();
  }

  /** Without the database's own character set, which it would get by itself. */
  private static String result(Found found, String printed) {
    int charset = found.charset().map(c -> printed.lastIndexOf(" CHARSET ".concat(c))).orElse(-1);
    return MySqlHeader.result(charset < 0 ? printed : printed.substring(0, charset));
  }

  private static SchemaObject routine(
      ReadContext context,
      Found found,
      RoutineParameters parameters,
      Optional<String> result,
      String body) {
    SqlWriter sql = context.writer().phrase("CREATE");
    MySqlDefiner.write(sql, found.definer().equals(context.user()) ? null : found.definer());
    sql.phrase(found.type()).identifier(found.name());
    sql.close("(").close(parameters.joined()).close(")");
    result.ifPresent(type -> sql.phrase("RETURNS").raw(type));
    found.characteristics().forEach(sql::raw);
    SortedMap<String, String> options = new TreeMap<>(found.options());
    parameters.unusual().ifPresent(written -> options.put("parameters", written));
    return new SchemaObject.Routine(
        found.type().equals("PROCEDURE") ? ObjectKind.PROCEDURE : ObjectKind.FUNCTION,
        QName.of(found.name()),
        sql.line(0).raw(body).text(),
        Set.of(),
        found.comment(),
        false,
        options);
  }
}
