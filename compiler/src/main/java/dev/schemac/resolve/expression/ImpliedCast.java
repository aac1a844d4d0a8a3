package dev.schemac.resolve.expression;

import dev.schemac.model.DataType;
import dev.schemac.model.DataType.Builtin;
import dev.schemac.model.Expression;
import dev.schemac.model.Expression.Binary;
import dev.schemac.model.Expression.Call;
import dev.schemac.model.Expression.Case;
import dev.schemac.model.Expression.Cast;
import dev.schemac.model.Expression.In;
import dev.schemac.model.Expression.StringLiteral;
import dev.schemac.model.Expression.TypedLiteral;
import dev.schemac.sql.FunctionTable.TypeFamily;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Leaves out casts that the server would make by itself: {@code (price > (0)::numeric)}, {@code
 * lower((email)::text)}, {@code status = 'open'::status}. PostgreSQL prints them whether the author
 * wrote them or not.
 */
final class ImpliedCast {
  private static final Set<String> WIDENED =
      Set.of("=", "<>", "<", "<=", ">", ">=", "+", "-", "*", "/", "%", "is distinct from");

  /** An untyped literal gets the other side's type (PostgreSQL manual, "Operators"). */
  private static final Set<String> SAME_TYPE = Set.of("@>", "<@", "&&", "||");

  private final ExpressionTypes types;

  ImpliedCast(ExpressionTypes types) {
    this.types = types;
  }

  /** A node whose operands are in normal form. */
  Expression in(Expression e) {
    return switch (e) {
      case Binary binary -> binary(binary);
      case In(var operand, var list) ->
          new In(textless(operand), list.stream().map(x -> literal(x, operand)).toList());
      case Call call -> call(call);
      case Case c -> caseOf(c);
      case Cast cast -> cast(cast);
      case Expression.NumberLiteral leaf -> leaf;
      case StringLiteral leaf -> leaf;
      case Expression.BooleanLiteral leaf -> leaf;
      case Expression.NullLiteral leaf -> leaf;
      case TypedLiteral leaf -> leaf;
      case Expression.ColumnRef leaf -> leaf;
      case Expression.QualifiedRef leaf -> leaf;
      case Expression.SequenceRef leaf -> leaf;
      case Expression.Star leaf -> leaf;
      case Expression.Sql leaf -> leaf;
      case Expression.Unary other -> other;
      case Expression.IsNull other -> other;
      case Expression.IsTruth other -> other;
      case Expression.ArrayLiteral other -> other;
      case Expression.Row other -> other;
      case Expression.Collate other -> other;
    };
  }

  /** What stands where a value of that type is stored: the server casts it on assignment. */
  Expression assigned(Expression e, DataType column) {
    return AssignedLiteral.of(withoutCast(e, column), column, types.target());
  }

  private Expression withoutCast(Expression e, DataType column) {
    if (e instanceof TypedLiteral literal && isTyped(literal, column)) {
      return new StringLiteral(literal.value());
    }
    if (!(e instanceof Cast(var operand, var type)) || !sameBase(type, column)) {
      return e;
    }
    boolean literal =
        operand instanceof StringLiteral || operand instanceof Expression.NumberLiteral;
    // PostgreSQL keeps a cast that the author wrote around anything else.
    boolean silent =
        !types.target().isPostgres()
            && types
                .typeOf(operand)
                .filter(from -> Assignment.isAllowed(from, column, types))
                .isPresent();
    return literal || silent || operand instanceof Expression.NullLiteral ? operand : e;
  }

  /** An interval has its own normal form, so it stays what it is. */
  private static boolean isTyped(TypedLiteral literal, DataType column) {
    return column instanceof Builtin builtin
        && builtin.name().equals(literal.prefix())
        && !literal.prefix().equals("interval");
  }

  private Expression binary(Binary e) {
    Expression left = textless(e.left());
    Expression right = textless(e.right());
    if (WIDENED.contains(e.operator())) {
      Expression bareLeft = literal(widened(left, right), right);
      Expression bareRight = literal(widened(right, left), left);
      return new Binary(e.operator(), bareLeft, bareRight);
    }
    return SAME_TYPE.contains(e.operator())
        ? new Binary(e.operator(), literal(left, right), literal(right, left))
        : new Binary(e.operator(), left, right);
  }

  /** {@code varchar → text} changes nothing; PostgreSQL has no operators for varchar. */
  private Expression textless(Expression e) {
    if (e instanceof Cast(var operand, var type) && NormalLiteral.isText(type)) {
      boolean varchar =
          types
              .typeOf(operand)
              .filter(t -> t instanceof Builtin b && b.name().equals("varchar"))
              .isPresent();
      varchar |= types.target().isMySql() && types.family(operand) == TypeFamily.TEXT;
      return varchar ? operand : e;
    }
    return e;
  }

  /** Drops a cast to what the other side makes of the operand anyway. */
  private Expression widened(Expression e, Expression other) {
    if (!(e instanceof Cast(var operand, var type)) || !(type instanceof Builtin)) {
      return e;
    }
    Expression bare = other instanceof Cast(var inner, var ignored) ? inner : other;
    Optional<DataType> from = types.typeOf(operand);
    Optional<DataType> against = types.typeOf(bare);
    if (from.isEmpty() || against.isEmpty()) {
      return e;
    }
    boolean numbers = isNumber(from.get()) && isNumber(against.get());
    return numbers && types.common(base(from.get()), base(against.get())).equals(Optional.of(type))
        ? operand
        : e;
  }

  private boolean isNumber(DataType type) {
    return TypeFamilies.isNumber(TypeFamilies.of(type, types.target()));
  }

  /** A literal takes the type of what it is compared with. */
  private Expression literal(Expression e, Expression other) {
    Optional<DataType> type = types.typeOf(other);
    if (e instanceof TypedLiteral literal) {
      return type.filter(t -> types.target().isPostgres())
              .filter(t -> isTyped(literal, t))
              .isPresent()
          ? new StringLiteral(literal.value())
          : e;
    }
    return e instanceof Cast(var operand, var to)
            && operand instanceof StringLiteral
            && type.filter(t -> sameBase(t, to)).isPresent()
        ? operand
        : e;
  }

  private Expression call(Call call) {
    List<Expression> bare = call.arguments().stream().map(this::argument).toList();
    boolean same = Set.of("coalesce", "greatest", "least", "nullif").contains(call.function());
    if (same && !bare.isEmpty()) {
      Expression first = bare.get(0);
      bare = bare.stream().map(a -> a == first ? a : literal(widened(a, first), first)).toList();
    }
    return new Call(call.function(), bare, call.distinct());
  }

  /** A text argument: {@code char(n)} is converted too. */
  private Expression argument(Expression e) {
    return e instanceof Cast(var operand, var type)
            && NormalLiteral.isText(type)
            && types.family(operand) == TypeFamily.TEXT
        ? operand
        : e;
  }

  private Expression caseOf(Case c) {
    if (c.operand().isEmpty()) {
      return c;
    }
    Expression operand = textless(c.operand().get());
    return new Case(
        Optional.of(operand),
        c.whens().stream()
            .map(w -> new Expression.When(literal(w.condition(), operand), w.result()))
            .toList(),
        c.otherwise());
  }

  private Expression cast(Cast cast) {
    return types.typeOf(cast.operand()).filter(cast.type()::equals).isPresent()
        ? cast.operand()
        : cast;
  }

  static boolean sameBase(DataType a, DataType b) {
    return base(a).equals(base(b));
  }

  private static DataType base(DataType type) {
    return type instanceof Builtin builtin ? Builtin.of(builtin.name()) : type;
  }
}
