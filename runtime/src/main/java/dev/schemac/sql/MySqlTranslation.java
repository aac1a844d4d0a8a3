package dev.schemac.sql;

import dev.schemac.model.Expression;
import dev.schemac.model.Expression.Binary;
import dev.schemac.model.Expression.Call;
import dev.schemac.model.Expression.NumberLiteral;
import dev.schemac.model.Expression.StringLiteral;
import dev.schemac.model.Expression.Unary;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Operators of the language that MySQL has not, as calls and operators that mean the same. */
final class MySqlTranslation {
  private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private MySqlTranslation() {}

  static Expression of(Binary e) {
    return switch (e.operator()) {
      case "||" -> new Call("concat", parts(e), false);
      case "^" -> Call.of("power", e.left(), e.right());
      case "~" -> Call.of("regexp_like", e.left(), e.right(), new StringLiteral("c"));
      case "~*" -> Call.of("regexp_like", e.left(), e.right(), new StringLiteral("i"));
      case "ilike" -> new Binary("like", Call.of("lower", e.left()), Call.of("lower", e.right()));
      case "is distinct from" -> new Unary("not", new Binary("<=>", e.left(), e.right()));
      case "->" -> extract(e);
      case "->>" -> Call.of("json_unquote", extract(e));
      default -> e;
    };
  }

  private static List<Expression> parts(Binary e) {
    List<Expression> parts = new ArrayList<>();
    if (e.left() instanceof Binary left && left.operator().equals("||")) {
      parts.addAll(parts(left));
    } else {
      parts.add(e.left());
    }
    parts.add(e.right());
    return parts;
  }

  /** {@code a -> 'b' -> 0} is one path: {@code json_extract(a, '$.b[0]')}. */
  private static Expression extract(Binary e) {
    StringBuilder path = new StringBuilder();
    Expression source = e;
    while (source instanceof Binary(var operator, var left, var right) && operator.equals("->")
        || source == e) {
      Binary step = (Binary) source;
      String segment = segment(step.right());
      if (segment.isEmpty()) {
        return Call.of("json_extract", step.left(), step.right());
      }
      path.insert(0, segment);
      source = step.left();
    }
    return Call.of("json_extract", source, new StringLiteral("$" + path));
  }

  private static String segment(Expression key) {
    return switch (key) {
      case NumberLiteral(var index) -> "[" + index + "]";
      case StringLiteral(var name) when name.startsWith("$") -> name.substring(1);
      case StringLiteral(var name) when PLAIN_KEY.matcher(name).matches() -> "." + name;
      case StringLiteral(var name) ->
          ".\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
      default -> "";
    };
  }
}
