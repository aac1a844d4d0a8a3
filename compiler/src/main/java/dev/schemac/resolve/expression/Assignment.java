package dev.schemac.resolve.expression;

import dev.schemac.model.DataType;
import dev.schemac.sql.FunctionTable.TypeFamily;

/** Which types a server stores into a column of another type without a cast. */
final class Assignment {
  private Assignment() {}

  /**
   * PostgreSQL: assignment casts ({@code pg_cast.castcontext} {@code a} and {@code i}); everything
   * has one to text. MySQL converts nearly everything.
   */
  static boolean isAllowed(DataType from, DataType to, ExpressionTypes types) {
    TypeFamily source = TypeFamilies.of(from, types.target());
    TypeFamily sink = TypeFamilies.of(to, types.target());
    if (source == sink || source == TypeFamily.ANY || sink == TypeFamily.ANY) {
      return true;
    }
    if (TypeFamilies.isNumber(source) && TypeFamilies.isNumber(sink)) {
      return true;
    }
    if (TypeFamilies.isMoment(source)
        && (TypeFamilies.isMoment(sink) || sink == TypeFamily.TIME && source != TypeFamily.DATE)) {
      return true;
    }
    return types.target().isPostgres()
        ? sink == TypeFamily.TEXT || source == TypeFamily.INTERVAL && sink == TypeFamily.TIME
        : onMySql(source, sink);
  }

  private static boolean onMySql(TypeFamily source, TypeFamily sink) {
    boolean bit = source == TypeFamily.BOOL || sink == TypeFamily.BOOL;
    if (bit && (TypeFamilies.isNumber(source) || TypeFamilies.isNumber(sink))) {
      return true;
    }
    return sink == TypeFamily.TEXT
        || sink == TypeFamily.BYTES
        || source == TypeFamily.TEXT && !bit && !TypeFamilies.isNumber(sink)
        || source == TypeFamily.JSON && sink == TypeFamily.TEXT;
  }
}
