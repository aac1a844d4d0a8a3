package dev.schemac.catalog.mysql;

import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import dev.schemac.sql.MySqlQuoting;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Views. Only {@code SHOW CREATE VIEW} has the algorithm and the columns' names, and it leaves out
 * the name of the database.
 */
final class ViewPart implements CatalogPart {
  private static final String QUERY =
      """
      select table_name, definer, security_type, check_option, character_set_client,
        collation_connection
      from information_schema.views where table_schema = database() order by table_name
      """;

  private static final int SHOWN = 2;

  /** A string, or a name with as many names in front of it as there are. */
  private static final Pattern PIECE =
      Pattern.compile(
          "(?s)'(?:[^'\\\\]|''|\\\\.)*'|`(?:[^`]|``)*`(\\.`(?:[^`]|``)*`\\.`(?:[^`]|``)*`)?"
              + "(?:\\.`(?:[^`]|``)*`)*");

  /** What stands in front of a sequence. */
  private static final Pattern SEQUENCE = Pattern.compile("(?:nextval|lastval|setval)\\($");

  /** The statement would write. */
  private static final int WRITES = 1792;

  private record Found(
      String name,
      String definer,
      String security,
      String check,
      SortedMap<String, String> options) {
    String path() {
      return "view ".concat(name);
    }
  }

  @Override
  public void read(ReadContext context) throws SQLException {
    List<Found> views = new ArrayList<>();
    context.each(QUERY, row -> views.add(found(context, row)));
    for (Found view : views) {
      Optional<String> shown = shown(context, view);
      if (shown.isPresent()) {
        String statement = shown.get();
        Optional<SchemaObject> made = view(view, new CodeReading(statement));
        made.ifPresentOrElse(context::add, () -> context.unknownForm(view.path()));
      }
    }
  }

  private static Optional<String> shown(ReadContext context, Found view) throws SQLException {
    try {
      return context
          .shown("view", view.name(), view.path(), SHOWN)
          .map(s -> withoutDatabase(s, context.database(), false));
    } catch (SQLException e) {
      if (e.getErrorCode() != WRITES) {
        throw e;
      }
      return written(context, view).map(s -> withoutDatabase(s, context.database(), true));
    }
  }

  /** MariaDB does not show a view that takes a sequence's next value to who may only read. */
  private static Optional<String> written(ReadContext context, Found view) throws SQLException {
    String statement =
        "select concat('CREATE ALGORITHM=', algorithm, ' DEFINER=`',"
            + " replace(replace(definer, '`', '``'), '@', '`@`'), '` SQL SECURITY ', security_type,"
            + " ' VIEW `', replace(table_name, '`', '``'), '` AS ', view_definition,"
            + " if(check_option = 'NONE', '', concat(' WITH ', check_option, ' CHECK OPTION')))"
            + " from information_schema.views where table_schema = database() and table_name = "
            + MySqlQuoting.INSTANCE.string(view.name());
    return context.value(statement, 1);
  }

  /**
   * Where the definer is no account, MariaDB leaves the database's name in front of columns, and it
   * always does in front of sequences.
   */
  private static String withoutDatabase(String statement, String database, boolean everywhere) {
    String prefix = ReadContext.quoted(database).concat(".");
    if (!statement.contains(prefix)) {
      return statement;
    }
    StringBuilder out = new StringBuilder();
    Matcher m = PIECE.matcher(statement);
    while (m.find()) {
      boolean sequence = SEQUENCE.matcher(statement).region(0, m.start()).find();
      boolean named = everywhere || m.group(1) != null || sequence;
      boolean column = named && m.group().startsWith(prefix);
      String kept = column ? m.group().substring(prefix.length()) : m.group();
      m.appendReplacement(out, Matcher.quoteReplacement(kept));
    }
    return m.appendTail(out).toString();
  }

  private static Found found(ReadContext context, ResultSet row) throws SQLException {
    CodeOptions options = new CodeOptions(context).definer(row.getString(2));
    options.charset(row.getString(5), row.getString(6));
    SortedMap<String, String> all = options.all();
    if (row.getString(3).equals("INVOKER")) {
      all.put("sql_security", "invoker");
    }
    if (!row.getString(4).equals("NONE")) {
      all.put("check_option", lower(row.getString(4)));
    }
    return new Found(row.getString(1), row.getString(2), row.getString(3), row.getString(4), all);
  }

  private static Optional<SchemaObject> view(Found found, CodeReading text) {
    SortedMap<String, String> options = new TreeMap<>(found.options());
    boolean known = text.take("CREATE ALGORITHM=");
    String algorithm = text.takeUntil(' ');
    if (!algorithm.equals("UNDEFINED")) {
      options.put("algorithm", lower(algorithm));
    }
    known &= text.take(" DEFINER=") && text.takeAccount(found.definer());
    known &= text.take(" SQL SECURITY ".concat(found.security()).concat(" VIEW "));
    known &= text.takeName().filter(found.name()::equals).isPresent();
    List<String> columns = text.take(" (") ? columns(text) : List.of();
    known &= text.take(" AS ");
    String query = text.rest();
    String check = " WITH ".concat(found.check()).concat(" CHECK OPTION");
    boolean checked = !found.check().equals("NONE");
    if (!known || checked && !query.endsWith(check)) {
      return Optional.empty();
    }
    return Optional.of(
        new SchemaObject.View(
            QName.of(found.name()),
            false,
            columns,
            // The server leaves a blank behind a window's definition, which means nothing.
            (checked ? query.substring(0, query.length() - check.length()) : query).stripTrailing(),
            List.of(),
            new TreeMap<>(),
            Set.of(),
            Optional.empty(),
            options,
            false));
  }

  private static List<String> columns(CodeReading text) {
    List<String> columns = new ArrayList<>();
    do {
      text.takeName().ifPresent(columns::add);
    } while (text.take(","));
    text.take(")");
    return columns;
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}
