package dev.schemac.resolve.expression;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.syntax.Expr;
import java.util.Optional;
import java.util.Set;

/**
 * Functions whose result is not the same every time. PostgreSQL refuses them in generated columns
 * and indexes (manual, "CREATE TABLE": only immutable functions); MySQL in those and in checks
 * (error 3814, 3763).
 */
final class Volatility {
  private static final Set<String> CHANGING =
      Set.of("now", "today", "current_time", "uuid", "uuidv7", "random", "unix_timestamp");

  /** PostgreSQL marks these stable: they depend on settings of the session. */
  private static final Set<String> STABLE =
      Set.of("concat", "concat_ws", "to_char", "current_setting");

  private Volatility() {}

  /** MySQL partitions by {@code unix_timestamp(at)}, though that depends on the time zone. */
  private static boolean isOfMoment(String function, Expr written) {
    return function.equals("unix_timestamp")
        && written instanceof Expr.Call call
        && !call.arguments().isEmpty();
  }

  static Optional<Diagnostic> check(
      String function, Expr written, ExpressionScope scope, Expected expected) {
    boolean postgres = scope.target().isPostgres();
    boolean refused =
        switch (expected.place()) {
          case PARTITION ->
              !isOfMoment(function, written)
                  && (CHANGING.contains(function) || postgres && STABLE.contains(function));
          case GENERATED, INDEX, PREDICATE ->
              CHANGING.contains(function) || postgres && STABLE.contains(function);
          case CHECK -> !postgres && CHANGING.contains(function);
          case DEFAULT, ON_UPDATE, WHEN, USING, BACKFILL -> false;
        };
    if (!refused) {
      return Optional.empty();
    }
    String server = postgres ? "PostgreSQL" : "MySQL";
    return Optional.of(
        Diagnostic.of(
                Code.SC2010, written.span(), "`" + function + "` cannot stand here on " + server)
            .withHelp(
                STABLE.contains(function)
                    ? "write `||`, which always gives the same result"
                    : "its result changes; store it in a column with a `default`"));
  }
}
