package dev.schemac.dialect.postgres;

import dev.schemac.model.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Whether a default is evaluated once for all existing rows or for each of them (COL-2, COL-5).
 * What is not known to be stable is taken for volatile.
 */
final class Volatility {
  private static final Set<String> STABLE =
      Set.of(
          "now",
          "today",
          "current_timestamp",
          "current_date",
          "current_time",
          "localtimestamp",
          "localtime",
          "current_user",
          "session_user",
          "user",
          "current_schema",
          "current_database",
          "current_setting",
          "transaction_timestamp",
          "statement_timestamp",
          "coalesce",
          "nullif",
          "greatest",
          "least",
          "lower",
          "upper",
          "length",
          "concat",
          "trim",
          "round",
          "abs",
          "floor",
          "ceil",
          "date_trunc",
          "extract",
          "to_char",
          "md5",
          "left",
          "right",
          "substring",
          "replace",
          "jsonb_build_object",
          "jsonb_build_array",
          "json_build_object",
          "json_build_array",
          "to_jsonb",
          "to_json",
          "make_interval");

  private Volatility() {}

  static boolean isVolatile(Expression expression) {
    List<Expression> found = new ArrayList<>();
    ColumnReferences.walk(
        expression,
        e -> {
          switch (e) {
            case Expression.Call call when !STABLE.contains(call.function()) -> found.add(call);
            case Expression.Sql text -> found.add(text);
            case Expression.SequenceRef sequence -> found.add(sequence);
            case Expression ignored -> {}
          }
        });
    return !found.isEmpty();
  }
}
