package dev.schemac.resolve.expression;

import dev.schemac.model.DataType;
import dev.schemac.model.Expression;
import dev.schemac.model.Expression.ArrayLiteral;
import dev.schemac.model.Expression.Binary;
import dev.schemac.model.Expression.BooleanLiteral;
import dev.schemac.model.Expression.Call;
import dev.schemac.model.Expression.Cast;
import dev.schemac.model.Expression.ColumnRef;
import dev.schemac.model.Expression.In;
import dev.schemac.model.Expression.NumberLiteral;
import dev.schemac.model.Expression.StringLiteral;
import dev.schemac.model.Expression.Unary;
import dev.schemac.model.ExpressionTree;
import dev.schemac.model.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Operators in one spelling; the operands are in normal form already. */
final class NormalOperator {
  private final Target target;

  NormalOperator(Target target) {
    this.target = target;
  }

  Expression unary(Unary e) {
    String operator = e.operator().toLowerCase(Locale.ROOT);
    return switch (operator) {
      case "+" -> e.operand();
      case "not", "!" -> not(e.operand());
      case "-" ->
          e.operand() instanceof Unary(var inner, var operand) && inner.equals("-")
              ? operand
              : new Unary("-", e.operand());
      default -> new Unary(operator, e.operand());
    };
  }

  /**
   * A negation moved inwards, as MySQL does when it stores an expression; the same under SQL's
   * three-valued logic. PostgreSQL keeps it where it is written.
   */
  Expression not(Expression negated) {
    Expression e = condition(negated);
    if (target.isPostgres()) {
      return new Unary("not", e);
    }
    if (e instanceof Unary(var operator, var operand) && operator.equals("not")) {
      return operand;
    }
    if (e instanceof BooleanLiteral(var value)) {
      return new BooleanLiteral(!value);
    }
    if (e instanceof Binary(var operator, var left, var right)) {
      return switch (operator) {
        case "and" -> joined("or", not(left), not(right));
        case "or" -> joined("and", not(left), not(right));
        case "=", "<>", "<", "<=", ">", ">=" -> new Binary(opposite(operator), left, right);
        default -> new Unary("not", e);
      };
    }
    return new Unary("not", e);
  }

  /**
   * What stands where true or false is needed: MySQL puts {@code 0 <>} in front of anything else.
   */
  Expression condition(Expression e) {
    if (target.isPostgres()
        || !(e instanceof Binary(var operator, NumberLiteral zero, var value))
        || !zero.text().equals("0")) {
      return e;
    }
    return switch (operator) {
      case "<>" -> value;
      case "=" -> new Unary("not", value);
      default -> e;
    };
  }

  private static String opposite(String operator) {
    return switch (operator) {
      case "=" -> "<>";
      case "<>" -> "=";
      case "<" -> ">=";
      case ">=" -> "<";
      case ">" -> "<=";
      default -> ">";
    };
  }

  Expression binary(Binary e) {
    String operator = e.operator().toLowerCase(Locale.ROOT);
    Expression left = e.left();
    Expression right = e.right();
    return switch (operator) {
      case "!=" -> new Binary("<>", left, right);
      case "and", "or", "xor" -> joined(operator, condition(left), condition(right));
      case "ilike" -> insensitive(left, right);
      case "not like", "!~~" -> not(new Binary("like", left, right));
      case "not ilike", "!~~*" -> not(insensitive(left, right));
      case "not similar to" -> not(new Binary("similar to", left, right));
      case "not regexp", "not rlike" -> not(new Binary("regexp", left, right));
      case "~~" -> new Binary("like", left, right);
      case "~~*" -> insensitive(left, right);
      case "!~" -> not(new Binary("~", left, right));
      case "!~*" -> not(new Binary("~*", left, right));
      case "rlike" -> new Binary("regexp", left, right);
      case "mod" -> new Binary("%", left, right);
      case "is not distinct from" -> not(new Binary("is distinct from", left, right));
      case "||" -> concatenated(left, right);
      case "=" -> any(left, right).orElseGet(() -> new Binary("=", left, right));
      case "<>" -> all(left, right).orElseGet(() -> new Binary("<>", left, right));
      case "<=>", "&&" -> mysqlOnly(operator, left, right);
      default -> new Binary(operator, left, right);
    };
  }

  private Expression insensitive(Expression left, Expression right) {
    return target.isPostgres()
        ? new Binary("ilike", left, right)
        : new Binary("like", Call.of("lower", left), Call.of("lower", right));
  }

  /** On PostgreSQL these are pgvector's distance and the overlap of arrays and ranges. */
  private Expression mysqlOnly(String operator, Expression left, Expression right) {
    if (target.isPostgres()) {
      return new Binary(operator, left, right);
    }
    return operator.equals("&&")
        ? joined("and", left, right)
        : not(new Binary("is distinct from", left, right));
  }

  /** {@code a and (b and c)} is {@code (a and b) and c}. */
  static Expression joined(String operator, Expression left, Expression right) {
    return right instanceof Binary(var inner, var first, var second) && inner.equals(operator)
        ? new Binary(operator, joined(operator, left, first), second)
        : new Binary(operator, left, right);
  }

  /**
   * Two literals side by side are one on MySQL; on PostgreSQL where a line break parts them, for
   * which the language has {@code 'a' || chr(10) || 'b'}.
   */
  private boolean isOne(String first, String last) {
    return target.isMySql()
        || first.endsWith("\n")
        || first.endsWith("\r")
        || last.startsWith("\n")
        || last.startsWith("\r");
  }

  private Expression concatenated(Expression left, Expression right) {
    if (right instanceof StringLiteral(var last)) {
      if (left instanceof StringLiteral(var first) && isOne(first, last)) {
        return new StringLiteral(first + last);
      }
      if (left instanceof Binary(var operator, var head, var middle)
          && operator.equals("||")
          && middle instanceof StringLiteral(var first)
          && isOne(first, last)) {
        return new Binary("||", head, new StringLiteral(first + last));
      }
    }
    return new Binary("||", left, right);
  }

  /** {@code a = any (array[1, 2])}. */
  private Optional<Expression> any(Expression left, Expression right) {
    return elements(right, "any").or(() -> elements(right, "some")).map(list -> in(left, list));
  }

  private Optional<Expression> all(Expression left, Expression right) {
    return elements(right, "all").map(list -> not(in(left, list)));
  }

  private static Optional<List<Expression>> elements(Expression e, String quantifier) {
    if (!(e instanceof Call call)
        || !call.function().equals(quantifier)
        || call.arguments().size() != 1) {
      return Optional.empty();
    }
    Expression array = call.arguments().get(0);
    Expression bare =
        array instanceof Cast(var inner, var type) && type instanceof DataType.Array
            ? inner
            : array;
    return bare instanceof ArrayLiteral(var list) && !list.isEmpty()
        ? Optional.of(list)
        : Optional.empty();
  }

  Expression in(In e) {
    return in(e.operand(), e.list());
  }

  /**
   * A single element is a comparison. As PostgreSQL stores it: constants together, what reads a
   * column by comparisons of its own, a single element by {@code =}.
   */
  private Expression in(Expression operand, List<Expression> list) {
    boolean subquery = list.size() == 1 && list.get(0) instanceof Expression.Sql;
    if (subquery || target.isMySql() && list.size() > 1) {
      return new In(operand, list);
    }
    List<Expression> constants = new ArrayList<>();
    List<Expression> others = new ArrayList<>();
    for (Expression element : list) {
      (readsRow(element) ? others : constants).add(element);
    }
    List<Expression> tests = new ArrayList<>();
    if (constants.size() > 1) {
      tests.add(new In(operand, constants));
    }
    for (Expression element : constants.size() > 1 ? others : list) {
      tests.add(new Binary("=", operand, element));
    }
    return tests.stream().reduce((a, b) -> joined("or", a, b)).orElseThrow();
  }

  private static boolean readsRow(Expression e) {
    return e instanceof ColumnRef
        || e instanceof Expression.QualifiedRef
        || e instanceof Expression.Sql
        || ExpressionTree.operands(e).stream().anyMatch(NormalOperator::readsRow);
  }

  /** {@code chr(10)} is the line break that it names. */
  static Optional<Expression> character(Call call) {
    return call.function().equals("chr")
            && call.arguments().size() == 1
            && call.arguments().get(0) instanceof NumberLiteral(var code)
            && (code.equals("10") || code.equals("13"))
        ? Optional.of(new StringLiteral(code.equals("10") ? "\n" : "\r"))
        : Optional.empty();
  }
}
