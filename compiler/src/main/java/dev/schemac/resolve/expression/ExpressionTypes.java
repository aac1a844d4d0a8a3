package dev.schemac.resolve.expression;

import dev.schemac.model.DataType;
import dev.schemac.model.DataType.Builtin;
import dev.schemac.model.Expression;
import dev.schemac.model.Expression.Binary;
import dev.schemac.model.Expression.Call;
import dev.schemac.model.Expression.Case;
import dev.schemac.model.Target;
import dev.schemac.sql.FunctionTable;
import dev.schemac.sql.FunctionTable.TypeFamily;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The type of an expression, as far as it is known. A string literal and NULL have none of their
 * own: they take what stands around them.
 */
final class ExpressionTypes {
  private static final List<String> WIDENING =
      List.of("smallint", "int", "bigint", "numeric", "real", "double");

  private final Target target;
  private final Function<String, Optional<DataType>> columns;

  ExpressionTypes(Target target, Function<String, Optional<DataType>> columns) {
    this.target = target;
    this.columns = columns;
  }

  Target target() {
    return target;
  }

  TypeFamily family(Expression e) {
    return typeOf(e).map(t -> TypeFamilies.of(t, target)).orElse(TypeFamily.ANY);
  }

  Optional<DataType> typeOf(Expression e) {
    return switch (e) {
      case Expression.NumberLiteral(var text) -> Optional.of(number(text));
      case Expression.StringLiteral ignored -> Optional.empty();
      case Expression.NullLiteral ignored -> Optional.empty();
      case Expression.BooleanLiteral ignored -> Optional.of(bool());
      case Expression.TypedLiteral(var prefix, var ignored) ->
          typed(prefix.toLowerCase(java.util.Locale.ROOT));
      case Expression.ColumnRef(var name) -> columns.apply(name);
      case Expression.QualifiedRef ignored -> Optional.empty();
      case Expression.SequenceRef ignored -> Optional.empty();
      case Expression.Star ignored -> Optional.empty();
      case Expression.Sql ignored -> Optional.empty();
      case Call call -> call(call);
      case Expression.Unary(var operator, var operand) ->
          operator.equals("not") ? Optional.of(bool()) : typeOf(operand);
      case Binary binary -> binary(binary);
      case Expression.In ignored -> Optional.of(bool());
      case Expression.IsNull ignored -> Optional.of(bool());
      case Expression.IsTruth ignored -> Optional.of(bool());
      case Case c -> firstKnown(results(c));
      case Expression.Cast(var ignored, var type) -> Optional.of(type);
      case Expression.ArrayLiteral(var elements) -> firstKnown(elements).map(DataType.Array::new);
      case Expression.Row ignored -> Optional.empty();
      case Expression.Collate(var operand, var ignored) -> typeOf(operand);
    };
  }

  private Optional<DataType> firstKnown(List<Expression> among) {
    Optional<DataType> found = Optional.empty();
    for (Expression e : among) {
      Optional<DataType> type = typeOf(e);
      found = found.isEmpty() ? type : type.isEmpty() ? found : common(found.get(), type.get());
    }
    return found;
  }

  static List<Expression> results(Case c) {
    List<Expression> results = new java.util.ArrayList<>();
    c.whens().forEach(w -> results.add(w.result()));
    c.otherwise().ifPresent(results::add);
    return results;
  }

  private DataType number(String text) {
    if (text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      boolean small =
          text.length() < 10 || text.length() == 10 && text.compareTo("2147483647") <= 0;
      boolean big =
          text.length() < 19 || text.length() == 19 && text.compareTo("9223372036854775807") <= 0;
      return small ? Builtin.of("int") : big ? Builtin.of("bigint") : decimal();
    }
    boolean exponent = text.indexOf('e') >= 0;
    return target.isMySql() && exponent ? Builtin.of("double") : decimal();
  }

  private DataType decimal() {
    return Builtin.of(target.isPostgres() ? "numeric" : "decimal");
  }

  private DataType bool() {
    return target.isPostgres() ? Builtin.of("bool") : Builtin.of("tinyint", "1");
  }

  private Optional<DataType> typed(String prefix) {
    return switch (prefix) {
      case "date", "time", "timestamptz", "interval" -> Optional.of(Builtin.of(prefix));
      case "timestamp" ->
          Optional.of(target.isPostgres() ? Builtin.of("timestamp") : Builtin.of("datetime", "6"));
      default -> Optional.empty();
    };
  }

  private Optional<DataType> call(Call call) {
    Optional<FunctionTable.Function> known =
        FunctionTable.function(FunctionTable.canonical(call.function()));
    if (known.isEmpty()) {
      return Optional.empty();
    }
    return switch (known.get().name()) {
      case "coalesce", "greatest", "least" -> firstKnown(call.arguments());
      case "ceil", "floor", "round", "trunc" -> rounded(call);
      default -> result(known.get().result(), call);
    };
  }

  /** On integers PostgreSQL computes these in double precision. */
  private Optional<DataType> rounded(Call call) {
    TypeFamily family = family(call.arguments().get(0));
    boolean integer = family == TypeFamily.INTEGER && target.isPostgres();
    return integer ? Optional.of(Builtin.of("double")) : typeOf(call.arguments().get(0));
  }

  private Optional<DataType> result(TypeFamily family, Call call) {
    return switch (family) {
      case INTEGER -> Optional.of(Builtin.of("int"));
      case DECIMAL -> Optional.of(decimal());
      case FLOAT -> Optional.of(Builtin.of("double"));
      case TEXT -> Optional.of(Builtin.of(target.isPostgres() ? "text" : "longtext"));
      case BYTES -> Optional.of(Builtin.of(target.isPostgres() ? "bytea" : "longblob"));
      case BOOL -> Optional.of(bool());
      case DATE -> Optional.of(Builtin.of("date"));
      case TIME -> Optional.of(Builtin.of("time"));
      case TIMESTAMP, TIMESTAMPTZ ->
          Optional.of(
              target.isPostgres() ? Builtin.of("timestamptz") : Builtin.of("timestamp", "6"));
      case INTERVAL -> Optional.of(Builtin.of("interval"));
      case UUID -> Optional.of(target.isPostgres() ? Builtin.of("uuid") : Builtin.of("char", "36"));
      case JSON -> Optional.of(Builtin.of(target.isPostgres() ? "jsonb" : "json"));
      case SAME -> call.arguments().isEmpty() ? Optional.empty() : typeOf(call.arguments().get(0));
      case ANY, NUMBER, MOMENT -> Optional.empty();
    };
  }

  private Optional<DataType> binary(Binary e) {
    return switch (e.operator()) {
      case "and", "or", "xor", "=", "<>", "<", "<=", ">", ">=", "like", "ilike", "regexp" ->
          Optional.of(bool());
      case "similar to", "~", "~*", "is distinct from", "@>", "<@", "?", "?|", "?&", "&&" ->
          Optional.of(bool());
      case "||" -> concatenation(e);
      case "->>", "#>>" -> result(TypeFamily.TEXT, Call.of("->>"));
      case "->", "#>" -> typeOf(e.left());
      case "+", "-" -> sum(e);
      case "*", "/", "%" -> arithmetic(e);
      case "div" -> Optional.of(Builtin.of("bigint"));
      default -> Optional.empty();
    };
  }

  private Optional<DataType> concatenation(Binary e) {
    TypeFamily left = family(e.left());
    boolean other = left == TypeFamily.JSON && target.isPostgres() || left == TypeFamily.BYTES;
    Optional<DataType> type = typeOf(e.left());
    if (other || type.filter(DataType.Array.class::isInstance).isPresent()) {
      return type;
    }
    return result(TypeFamily.TEXT, Call.of("||"));
  }

  private Optional<DataType> sum(Binary e) {
    TypeFamily left = family(e.left());
    TypeFamily right = family(e.right());
    if (TypeFamilies.isNumber(left) && TypeFamilies.isNumber(right)) {
      return arithmetic(e);
    }
    if (left == TypeFamily.DATE && right == TypeFamily.INTEGER) {
      return typeOf(e.left());
    }
    boolean shifted = TypeFamilies.isMoment(left) && right == TypeFamily.INTERVAL;
    return shifted && left != TypeFamily.DATE ? typeOf(e.left()) : Optional.empty();
  }

  private Optional<DataType> arithmetic(Binary e) {
    Optional<DataType> left = typeOf(e.left());
    Optional<DataType> right = typeOf(e.right());
    if (left.isEmpty() || right.isEmpty()) {
      return left.or(() -> right).filter(t -> TypeFamilies.isNumber(TypeFamilies.of(t, target)));
    }
    Optional<DataType> type = common(left.get(), right.get());
    boolean quotient = e.operator().equals("/") && target.isMySql();
    boolean integer =
        type.filter(t -> TypeFamilies.of(t, target) == TypeFamily.INTEGER).isPresent();
    return quotient && integer ? Optional.of(decimal()) : type;
  }

  /** What the server converts both to, without arguments; empty where it is not known. */
  Optional<DataType> common(DataType a, DataType b) {
    if (a.equals(b)) {
      return Optional.of(a);
    }
    if (!(a instanceof Builtin left) || !(b instanceof Builtin right)) {
      return Optional.empty();
    }
    int widest = Math.max(rank(left), rank(right));
    if (rank(left) >= 0 && rank(right) >= 0) {
      return Optional.of(Builtin.of(unranked(widest)));
    }
    boolean text =
        TypeFamilies.of(a, target) == TypeFamily.TEXT
            && TypeFamilies.of(b, target) == TypeFamily.TEXT;
    boolean same = left.name().equals(right.name());
    return text
        ? Optional.of(Builtin.of(target.isPostgres() ? "text" : "longtext"))
        : same ? Optional.of(Builtin.of(left.name())) : Optional.empty();
  }

  private int rank(Builtin type) {
    return switch (type.name()) {
      case "decimal" -> WIDENING.indexOf("numeric");
      case "float" -> WIDENING.indexOf("real");
      case "tinyint", "mediumint" -> WIDENING.indexOf("int");
      default -> WIDENING.indexOf(type.name());
    };
  }

  private String unranked(int rank) {
    String name = WIDENING.get(rank);
    if (target.isPostgres()) {
      return name;
    }
    return name.equals("numeric") ? "decimal" : name.equals("real") ? "float" : name;
  }
}
