package dev.schemac.dialect.mysql;

import dev.schemac.model.Constraint;
import dev.schemac.model.DataType;
import dev.schemac.model.Dialect;
import dev.schemac.model.Expression;
import dev.schemac.model.KeyPart;
import dev.schemac.model.QName;
import dev.schemac.plan.Guard;
import dev.schemac.sql.ExpressionWriter;
import java.util.List;
import java.util.Optional;

/**
 * Expressions and guards that patterns ask for. Messages are short: the server shows 40 letters.
 */
final class Conditions {
  private static final ExpressionWriter WRITER = ExpressionWriter.of(Dialect.MYSQL);

  private Conditions() {}

  static Expression column(String name) {
    return new Expression.ColumnRef(name);
  }

  static Expression isNull(Expression e) {
    return new Expression.IsNull(e);
  }

  static Expression not(Expression e) {
    return new Expression.Unary("not", e);
  }

  static Expression and(Expression a, Expression b) {
    return new Expression.Binary("and", a, b);
  }

  static Expression or(Expression a, Expression b) {
    return new Expression.Binary("or", a, b);
  }

  /** Equal, NULLs being equal. */
  static Expression same(Expression a, Expression b) {
    return new Expression.Binary("<=>", a, b);
  }

  static Expression number(long value) {
    Expression digits = new Expression.NumberLiteral(Long.toString(Math.abs(value)));
    return value < 0 ? new Expression.Unary("-", digits) : digits;
  }

  static Expression cast(Expression e, String type, String... arguments) {
    return new Expression.Cast(e, DataType.Builtin.of(type, arguments));
  }

  static Expression labels(Expression e, List<String> labels) {
    return new Expression.In(
        e, labels.stream().<Expression>map(Expression.StringLiteral::new).toList());
  }

  static Guard noRow(String id, String message, QName table, Expression where) {
    return new Guard(id, message, new Guard.Condition.NoRow(table, Optional.of(where)));
  }

  static Guard empty(QName table) {
    return new Guard(
        "table-empty",
        table.name().concat(" has rows"),
        new Guard.Condition.NoRow(table, Optional.empty()));
  }

  static Guard noNulls(QName table, String column) {
    return noRow("no-nulls", column.concat(" is NULL in some rows"), table, isNull(column(column)));
  }

  static Guard noDuplicates(QName table, String name, List<KeyPart> parts) {
    List<Expression> operands = parts.stream().map(Conditions::operand).toList();
    return new Guard(
        "no-duplicates",
        "two rows share ".concat(name),
        new Guard.Condition.NoDuplicates(table, operands, Optional.empty(), false));
  }

  /**
   * Whether two rows that share a key can be looked for: not the values of an array, which only an
   * index knows (error 1235). The server then finds them by itself.
   */
  static boolean areCountable(List<KeyPart> parts) {
    return parts.stream().noneMatch(p -> WRITER.text(p.expression()).endsWith(" array)"));
  }

  /** A prefix counts as far as it goes. */
  private static Expression operand(KeyPart part) {
    return part.prefixLength()
        .<Expression>map(n -> Expression.Call.of("left", part.expression(), number(n)))
        .orElse(part.expression());
  }

  static Guard noOrphans(QName table, Constraint.ForeignKey key) {
    return noOrphans(
        key.name(),
        new Guard.Condition.NoOrphans(
            table, key.columns(), key.referencedTable(), key.referencedColumns(), false));
  }

  static Guard noOrphans(String key, Guard.Condition.NoOrphans condition) {
    return new Guard("no-orphans", "no parent row for ".concat(key), condition);
  }

  static Guard holds(QName table, Constraint.Check check) {
    return noRow(
        "no-violations", "rows violate ".concat(check.name()), table, not(check.condition()));
  }
}
