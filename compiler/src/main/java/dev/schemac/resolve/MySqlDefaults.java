package dev.schemac.resolve;

import dev.schemac.model.Column;
import dev.schemac.model.DataType;
import dev.schemac.model.Dialect;
import dev.schemac.model.Target;
import dev.schemac.sql.ExpressionWriter;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The two words by which a MySQL column says how its default was written, where that makes a
 * difference: {@code default_expression} for a literal or the current time in parentheses, {@code
 * no_default} for a nullable column whose default was dropped, so that it has not even NULL.
 */
public final class MySqlDefaults {
  private static final ExpressionWriter WRITER = ExpressionWriter.of(Dialect.MYSQL);

  /** Types that never show a default of NULL. */
  private static final Set<String> NONE_SHOWN =
      Set.of("tinytext", "text", "mediumtext", "longtext", "tinyblob", "blob", "mediumblob");

  private MySqlDefaults() {}

  /** The column without a word that says nothing. */
  public static Column canonical(Column column, Target target) {
    SortedMap<String, String> options = new TreeMap<>(column.options());
    boolean plain =
        column
            .defaultValue()
            .filter(v -> !WRITER.defaultValue(v, column.type()).startsWith("("))
            .isPresent();
    if (!plain || target.isMariaDb()) {
      options.remove("default_expression");
    }
    if (!mayLackDefault(column, target)) {
      options.remove("no_default");
    }
    return column.withOptions(options);
  }

  /** MariaDB 11 has no such thing any more. */
  private static boolean mayLackDefault(Column column, Target target) {
    if (target.isMariaDbFrom(11, 0) || column.options().containsKey("row")) {
      return false;
    }
    boolean shown =
        target.isMariaDb() || !(column.type() instanceof DataType.Builtin b && hidden(b.name()));
    return shown
        && column.nullable()
        && column.defaultValue().isEmpty()
        && column.generated().isEmpty()
        && column.identity().isEmpty();
  }

  private static boolean hidden(String type) {
    return NONE_SHOWN.contains(type) || type.equals("longblob");
  }
}
