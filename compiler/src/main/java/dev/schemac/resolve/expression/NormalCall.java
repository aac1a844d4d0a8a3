package dev.schemac.resolve.expression;

import dev.schemac.model.DataType.Builtin;
import dev.schemac.model.Expression;
import dev.schemac.model.Expression.Binary;
import dev.schemac.model.Expression.Call;
import dev.schemac.model.Expression.Cast;
import dev.schemac.model.Expression.NumberLiteral;
import dev.schemac.model.Expression.SequenceRef;
import dev.schemac.model.Expression.StringLiteral;
import dev.schemac.model.Target;
import dev.schemac.sql.FunctionTable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Calls under their canonical names, and calls that are operators. */
final class NormalCall {
  /** Synonyms that PostgreSQL prints as they were written. */
  private static final Set<String> POSTGRES_OWN =
      Set.of(
          "current_timestamp",
          "transaction_timestamp",
          "localtimestamp",
          "char_length",
          "character_length",
          "substr",
          "ceiling",
          "pow");

  private static final Pattern PATH = Pattern.compile("\\.([A-Za-z_][A-Za-z0-9_]*)|\\[(\\d+)]");

  private final Target target;
  private final NormalOperator operators;

  NormalCall(Target target, NormalOperator operators) {
    this.target = target;
    this.operators = operators;
  }

  Expression of(Call written) {
    String bare = unqualified(written.function());
    String name = name(bare);
    Call call = new Call(name, written.arguments(), written.distinct());
    return switch (name) {
      case "current_timestamp" -> moment(call);
      case "now", "current_time" -> withoutFullPrecision(call);
      case "localtimestamp" -> localTime(call);
      case "concat" -> target.isMySql() ? concatenation(call) : call;
      case "mod" -> pair(call, "%");
      case "regexp_like" -> matching(call);
      case "json_extract" -> target.isMySql() ? path(call) : call;
      case "json_unquote" -> unquoted(call);
      case "nextval" -> sequence(call);
      case "chr" -> NormalOperator.character(call).orElse(call);
      default -> structure(call);
    };
  }

  /** MySQL keeps {@code ifnull} apart from {@code coalesce}. */
  private String name(String written) {
    boolean kept = target.isPostgres() ? POSTGRES_OWN.contains(written) : written.equals("ifnull");
    return kept ? written : FunctionTable.canonical(written);
  }

  private Expression structure(Call call) {
    List<Expression> arguments = call.arguments();
    return switch (call.function()) {
      case "isnull" ->
          target.isMySql() && arguments.size() == 1
              ? new Expression.IsNull(arguments.get(0))
              : call;
      case "count" ->
          arguments.equals(List.of(new NumberLiteral("0")))
              ? Call.of("count", new Expression.Star())
              : call;
      default -> call;
    };
  }

  private static String unqualified(String function) {
    String lower = function.toLowerCase(Locale.ROOT);
    return lower.startsWith("pg_catalog.") ? lower.substring("pg_catalog.".length()) : lower;
  }

  /** Microseconds are what both servers have at most, and what the language means. */
  private static Expression withoutFullPrecision(Call call) {
    return call.arguments().equals(List.of(new NumberLiteral("6")))
        ? Call.of(call.function())
        : call;
  }

  private Expression localTime(Call call) {
    return target.isPostgres()
        ? call
        : withoutFullPrecision(new Call("now", call.arguments(), false));
  }

  /** With a precision there is one spelling; without one PostgreSQL tells it from now(). */
  private static Expression moment(Call call) {
    return call.arguments().isEmpty()
        ? call
        : withoutFullPrecision(new Call("now", call.arguments(), false));
  }

  private Expression concatenation(Call call) {
    if (call.arguments().size() < 2) {
      return call;
    }
    return call.arguments().stream()
        .reduce((a, b) -> operators.binary(new Binary("||", a, b)))
        .orElseThrow();
  }

  private Expression pair(Call call, String operator) {
    return call.arguments().size() == 2
        ? new Binary(operator, call.arguments().get(0), call.arguments().get(1))
        : call;
  }

  private Expression matching(Call call) {
    List<Expression> arguments = call.arguments();
    if (arguments.size() == 2) {
      return pair(call, target.isMySql() ? "regexp" : "~");
    }
    if (arguments.size() != 3 || !(arguments.get(2) instanceof StringLiteral(var flags))) {
      return call;
    }
    return switch (flags) {
      case "c" -> new Binary("~", arguments.get(0), arguments.get(1));
      case "i" -> new Binary("~*", arguments.get(0), arguments.get(1));
      default -> call;
    };
  }

  private Expression unquoted(Call call) {
    return target.isMySql()
            && call.arguments().size() == 1
            && call.arguments().get(0) instanceof Binary(var operator, var left, var right)
            && operator.equals("->")
        ? new Binary("->>", left, right)
        : call;
  }

  /** {@code json_extract(a, '$.b[0]')} is {@code a -> 'b' -> 0}. */
  private Expression path(Call call) {
    if (call.arguments().size() != 2
        || !(call.arguments().get(1) instanceof StringLiteral(var path))) {
      return call;
    }
    return JsonPath.steps(path)
        .map(steps -> JsonPath.arrows(call.arguments().get(0), steps))
        .orElse(call);
  }

  /** Steps of MySQL's JSON paths. */
  static final class JsonPath {
    private JsonPath() {}

    static Expression arrows(Expression source, List<Expression> steps) {
      return steps.stream().reduce(source, (from, step) -> new Binary("->", from, step));
    }

    static Optional<List<Expression>> steps(String path) {
      if (!path.startsWith("$")) {
        return Optional.empty();
      }
      Matcher m = PATH.matcher(path);
      List<Expression> steps = new java.util.ArrayList<>();
      int at = 1;
      while (at < path.length() && m.find(at) && m.start() == at) {
        steps.add(
            m.group(1) != null ? new StringLiteral(m.group(1)) : new NumberLiteral(m.group(2)));
        at = m.end();
      }
      return at == path.length() && !steps.isEmpty() ? Optional.of(steps) : Optional.empty();
    }
  }

  /** {@code nextval('shop.s'::regclass)} as a server prints it. */
  private static Expression sequence(Call call) {
    if (call.arguments().size() != 1) {
      return call;
    }
    Expression argument = call.arguments().get(0);
    if (argument instanceof Cast(var inner, var type) && type.equals(Builtin.of("regclass"))) {
      argument = inner;
    }
    return argument instanceof StringLiteral(var name)
        ? Call.of("nextval", new SequenceRef(RegClass.read(name)))
        : call;
  }
}
