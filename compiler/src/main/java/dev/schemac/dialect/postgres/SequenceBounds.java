package dev.schemac.dialect.postgres;

import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import dev.schemac.sql.PostgresQuoting;
import dev.schemac.sql.SqlWriter;
import java.util.List;
import java.util.SortedMap;

/**
 * A sequence whose bounds narrow: the server refuses bounds that its value lies outside of, so it
 * moves to the nearest value inside first.
 */
final class SequenceBounds {
  private SequenceBounds() {}

  static List<String> moved(SchemaObject.Sequence before, SchemaObject.Sequence after) {
    return moved(after.name(), before.options(), after.options());
  }

  /** The same of an identity's, whose type is its column's. */
  static List<String> moved(
      QName sequence, SortedMap<String, String> before, SortedMap<String, String> after) {
    long low = least(after);
    long high = most(after);
    boolean narrower = low > least(before) || high < most(before);
    return narrower && !areApart(before, after) ? List.of(move(sequence, low, high)) : List.of();
  }

  /** Whether no value lies in both bounds, so that it starts anew. */
  static boolean areApart(SortedMap<String, String> before, SortedMap<String, String> after) {
    return least(after) > most(before) || most(after) < least(before);
  }

  private static String move(QName sequence, long low, long high) {
    String least = Long.toString(low);
    String most = Long.toString(high);
    SqlWriter sql = new SqlWriter(PostgresQuoting.INSTANCE).phrase("SELECT setval(");
    sql.string(Reference.text(sequence)).close(",").phrase("greatest(least(last_value,");
    sql.raw(most).close("),").raw(least).close("),").phrase("is_called AND last_value BETWEEN");
    sql.raw(least).phrase("AND").raw(most).close(")").phrase("FROM").name(sequence);
    return sql.text();
  }

  private static long least(SortedMap<String, String> options) {
    return bound(options, "min", isUp(options) ? 1 : -largest(options) - 1);
  }

  private static long most(SortedMap<String, String> options) {
    return bound(options, "max", isUp(options) ? largest(options) : -1);
  }

  static boolean isUp(SortedMap<String, String> options) {
    return !options.getOrDefault("increment", "1").startsWith("-");
  }

  private static long bound(SortedMap<String, String> options, String key, long usual) {
    String value = options.getOrDefault(key, "none");
    return value.equalsIgnoreCase("none") ? usual : Long.parseLong(value);
  }

  private static long largest(SortedMap<String, String> options) {
    return switch (options.getOrDefault("as", "bigint")) {
      case "smallint" -> Short.MAX_VALUE;
      case "int", "integer" -> Integer.MAX_VALUE;
      default -> Long.MAX_VALUE;
    };
  }
}
