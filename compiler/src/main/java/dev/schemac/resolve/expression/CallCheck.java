package dev.schemac.resolve.expression;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.model.Expression;
import dev.schemac.model.Expression.Call;
import dev.schemac.model.Expression.ColumnRef;
import dev.schemac.model.Expression.StringLiteral;
import dev.schemac.model.ExpressionTree;
import dev.schemac.sql.FunctionTable;
import dev.schemac.sql.FunctionTable.Function;
import dev.schemac.sql.FunctionTable.TypeFamily;
import dev.schemac.sql.MySqlInterval;
import dev.schemac.sql.SourceTypes;
import dev.schemac.syntax.Expr;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Calls with arguments that the function does not take, and what the target has not. */
final class CallCheck {
  /** PostgreSQL ignores a NULL here, MySQL returns it. */
  private static final Set<String> NULL_DIFFERS = Set.of("concat", "greatest", "least");

  private static final Set<String> NOT_ON_MARIADB =
      Set.of("uuid_to_bin", "bin_to_uuid", "regexp_like");

  private static final Pattern SUBQUERY = Pattern.compile("(?is)(.*\\()?\\s*(select|with)\\b.*");
  private static final Pattern POSTGRES_TEXT = Pattern.compile("::|\\|\\||(?i)\\bilike\\b");
  private static final Set<String> QUANTIFIERS = Set.of("any", "all", "some");

  private final ExpressionScope scope;
  private final Expected expected;
  private final ExpressionTypes types;
  private final List<Diagnostic> diagnostics;

  CallCheck(
      ExpressionScope scope,
      Expected expected,
      ExpressionTypes types,
      List<Diagnostic> diagnostics) {
    this.scope = scope;
    this.expected = expected;
    this.types = types;
    this.diagnostics = diagnostics;
  }

  void check(Expr.Call written, Call call) {
    String name = FunctionTable.canonical(call.function());
    Optional<Function> known = FunctionTable.function(name);
    if (known.isEmpty() && isMySqlAlone(name)) {
      diagnostics.add(
          Availability.missing(scope, written.span(), name).withHelp("write `a regexp b`"));
      return;
    }
    if (known.isEmpty()) {
      unknown(written, call);
      return;
    }
    Function function = known.get();
    if (!function.takes(call.arguments().size()) && !isMySqlOwn(call)) {
      count(written, function, call);
      return;
    }
    if (function.spelling(scope.target().dialect()).isEmpty() || isMySqlAlone(name)) {
      diagnostics.add(
          Availability.missing(scope, written.span(), call.function())
              .withHelp("a function of your own is called with its namespace in front"));
      return;
    }
    arguments(written, function, call);
    nulls(written, function, call);
    Volatility.check(name, written, scope, expected).ifPresent(diagnostics::add);
  }

  private boolean isMySqlAlone(String function) {
    return scope.target().isMariaDb() && NOT_ON_MARIADB.contains(function);
  }

  private boolean isMySqlOwn(Call call) {
    return scope.target().isMySql()
        && (call.function().equals("char") || call.function().equals("truncate"));
  }

  private void unknown(Expr.Call written, Call call) {
    boolean built = QUANTIFIERS.contains(call.function()) || NormalCalls.isKnown(call.function());
    if (Availability.speaks(scope) && !built) {
      diagnostics.add(
          Diagnostic.of(
                  Code.SC2015, written.span(), "`" + call.function() + "` is not known to schemac")
              .withHelp("it is kept as it stands for every target"));
    }
  }

  private void count(Expr.Call written, Function function, Call call) {
    int most = function.parameters().size();
    String takes =
        function.variadic()
            ? function.required() + " or more arguments"
            : function.required() == most
                ? most + (most == 1 ? " argument" : " arguments")
                : function.required() + " to " + most + " arguments";
    diagnostics.add(
        Diagnostic.of(
            Code.SC2009,
            written.span(),
            "`" + call.function() + "` takes " + takes + ", not " + call.arguments().size()));
  }

  private void arguments(Expr.Call written, Function function, Call call) {
    for (int i = 0; i < call.arguments().size(); i++) {
      int last = function.parameters().size() - 1;
      TypeFamily parameter = function.parameters().get(Math.min(i, last));
      Expression argument = call.arguments().get(i);
      if (!accepts(parameter, argument)) {
        String type =
            types
                .typeOf(argument)
                .map(t -> SourceTypes.of(scope.target().dialect()).text(t))
                .orElse("this");
        diagnostics.add(
            Diagnostic.of(
                    Code.SC2009,
                    written.arguments().get(i).span(),
                    "`" + call.function() + "` does not take `" + type + "`")
                .withHelp("cast it: `x::" + parameter.name().toLowerCase(Locale.ROOT) + "`"));
      }
    }
  }

  private boolean accepts(TypeFamily parameter, Expression argument) {
    TypeFamily family = types.family(argument);
    if (argument instanceof StringLiteral || family == TypeFamily.ANY) {
      return true;
    }
    return switch (parameter) {
      case NUMBER, DECIMAL, FLOAT ->
          TypeFamilies.isNumber(family) || family == TypeFamily.INTERVAL || onMySql(family);
      case INTEGER -> TypeFamilies.isNumber(family);
      case TEXT -> family == TypeFamily.TEXT || family == TypeFamily.BYTES || isMySql();
      case ANY, BYTES, BOOL, DATE, TIME, TIMESTAMP, TIMESTAMPTZ, MOMENT -> true;
      case INTERVAL, UUID, JSON, SAME -> true;
    };
  }

  private boolean onMySql(TypeFamily family) {
    return isMySql() && family == TypeFamily.BOOL;
  }

  private boolean isMySql() {
    return scope.target().isMySql();
  }

  private void nulls(Expr.Call written, Function function, Call call) {
    boolean differs = NULL_DIFFERS.contains(function.name()) && isMySql();
    if (differs && Availability.severalDialects(scope) && mayBeNull(call)) {
      diagnostics.add(
          Diagnostic.of(
                  Code.SC2011,
                  written.span(),
                  "`" + call.function() + "` of a NULL is NULL on MySQL, not on PostgreSQL")
              .withHelp("wrap what may be NULL in `coalesce(…)`"));
    }
  }

  private boolean mayBeNull(Expression e) {
    if (e instanceof ColumnRef(var name)) {
      return scope.column(name).map(ExpressionScope.Operand::nullable).orElse(true);
    }
    boolean guarded = e instanceof Call call && call.function().equals("coalesce");
    return !guarded && ExpressionTree.operands(e).stream().anyMatch(this::mayBeNull);
  }

  /** Text that is kept: no subquery where a server takes none, no form that changes its meaning. */
  void text(Expr.Sql e) {
    if (SUBQUERY.matcher(withoutNames(e.text())).matches() && !takesSubquery()) {
      diagnostics.add(
          Diagnostic.of(Code.SC2007, e.span(), "a subquery cannot stand here")
              .withHelp("only `using` and `backfill` may hold one"));
      return;
    }
    if (isMySql() && POSTGRES_TEXT.matcher(withoutStrings(e.text())).find()) {
      diagnostics.add(
          Availability.missing(scope, e.span(), shortened(e.text()))
              .withHelp("write it with `cast(x as T)` and `concat(…)`"));
    } else if (Availability.speaks(scope) && !isUnderstood(e.text())) {
      diagnostics.add(
          Diagnostic.of(Code.SC2015, e.span(), "this is kept as it stands for every target"));
    }
  }

  private static boolean isUnderstood(String text) {
    String folded = text.toLowerCase(Locale.ROOT);
    return folded.startsWith("extract(")
        || folded.startsWith("interval ")
            && MySqlInterval.of(folded.substring("interval ".length())).isPresent();
  }

  /** A quoted word is no keyword. */
  private static String withoutNames(String text) {
    return withoutStrings(text).replaceAll("\"(?:[^\"]|\"\")*\"|`(?:[^`]|``)*`", "\"\"");
  }

  private static String withoutStrings(String text) {
    return text.replaceAll("'(?:[^']|'')*'", "''");
  }

  private static String shortened(String text) {
    return text.length() > 40 ? text.substring(0, 39) + "…" : text;
  }

  private boolean takesSubquery() {
    return switch (expected.place()) {
      case USING, BACKFILL, WHEN -> true;
      case DEFAULT, ON_UPDATE, GENERATED, CHECK, PREDICATE, INDEX, PARTITION -> false;
    };
  }
}
