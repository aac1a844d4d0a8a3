package dev.schemac.dialect.postgres;

import dev.schemac.model.Expression;
import dev.schemac.model.PartitionOf;
import dev.schemac.sql.PartitionOperand;
import dev.schemac.sql.SqlWriter;
import java.util.Locale;

/** The words of partitions. */
final class PartitionSql {
  private PartitionSql() {}

  /** {@code PARTITION OF parent}. */
  static SqlWriter of(SqlWriter sql, PartitionOf partition) {
    return sql.phrase("PARTITION OF").name(partition.parent());
  }

  /** What the rows are spread by, as it stands in {@code PARTITION BY}. */
  static SqlWriter operand(SqlWriter sql, Syntax syntax, Expression operand) {
    return operand instanceof Expression.Sql(var text) && PartitionOperand.hasTail(text)
        ? sql.raw(text)
        : syntax.keyPart(sql, operand);
  }

  /** {@code FOR VALUES FROM ('a') TO (MAXVALUE)}, {@code DEFAULT}. */
  static SqlWriter bound(SqlWriter sql, String bound) {
    return bound.equals("default")
        ? sql.phrase("DEFAULT")
        : sql.phrase("FOR VALUES").raw(upperCase(bound));
  }

  /** The words of a bound, not the values between quotes. */
  private static String upperCase(String bound) {
    StringBuilder out = new StringBuilder();
    boolean quoted = false;
    for (String part : bound.split("(?=['\"])|(?<=['\"])")) {
      boolean quote = part.equals("'") || part.equals("\"");
      quoted ^= quote;
      out.append(quote || quoted ? part : words(part));
    }
    return out.toString();
  }

  private static String words(String text) {
    return text.startsWith("with")
        ? "WITH".concat(text.substring(4))
        : text.toUpperCase(Locale.ROOT);
  }
}
