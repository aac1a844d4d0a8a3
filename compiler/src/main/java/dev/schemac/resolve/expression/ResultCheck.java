package dev.schemac.resolve.expression;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.model.DataType;
import dev.schemac.model.DataType.Builtin;
import dev.schemac.model.Expression;
import dev.schemac.model.Expression.NumberLiteral;
import dev.schemac.model.Expression.StringLiteral;
import dev.schemac.model.Expression.Unary;
import dev.schemac.sql.ExpressionWriter;
import dev.schemac.sql.FunctionTable.TypeFamily;
import dev.schemac.sql.SourceTypes;
import dev.schemac.syntax.Expr;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether the whole expression is what its clause needs: a condition, or a value of the column. */
final class ResultCheck {
  private static final Map<String, Integer> BITS =
      Map.of("tinyint", 8, "smallint", 16, "mediumint", 24, "int", 32, "bigint", 64);

  private final ExpressionScope scope;
  private final Expected expected;
  private final ExpressionTypes types;
  private final List<Diagnostic> diagnostics;

  ResultCheck(
      ExpressionScope scope,
      Expected expected,
      ExpressionTypes types,
      List<Diagnostic> diagnostics) {
    this.scope = scope;
    this.expected = expected;
    this.types = types;
    this.diagnostics = diagnostics;
  }

  void check(Expr written, Expression form) {
    boolean wrongAlready = diagnostics.stream().anyMatch(Diagnostic::isError);
    if (wrongAlready) {
      return;
    }
    switch (expected.place()) {
      case CHECK, PREDICATE, WHEN ->
          new OperatorCheck(scope, types, diagnostics).condition(written, form);
      case DEFAULT, ON_UPDATE, GENERATED, BACKFILL ->
          expected.operand().ifPresent(o -> assign(written, form, o));
      case USING, INDEX, PARTITION -> {}
    }
  }

  private void assign(Expr written, Expression form, ExpressionScope.Operand column) {
    String what =
        switch (expected.place()) {
          case GENERATED -> "this value";
          case BACKFILL -> "this value";
          case DEFAULT, ON_UPDATE, CHECK, PREDICATE, WHEN, USING, INDEX, PARTITION ->
              "default `" + ExpressionWriter.source(scope.target().dialect()).text(form) + "`";
        };
    if (!fits(form, column)) {
      String type = SourceTypes.of(scope.target().dialect()).text(column.type());
      diagnostics.add(
          Diagnostic.of(
                  Code.SC2005,
                  written.span(),
                  what
                      + " cannot be assigned to `"
                      + expected.name()
                      + "`, which is `"
                      + type
                      + "`")
              .withHelp("write a value of that type, or cast it: `x::T`"));
    }
  }

  private boolean fits(Expression form, ExpressionScope.Operand column) {
    DataType type = column.type();
    TypeFamily family = TypeFamilies.of(type, scope.target());
    return switch (form) {
      case Expression.NullLiteral ignored -> column.nullable() || scope.target().isPostgres();
      case StringLiteral(var value) ->
          LiteralCheck.canBe(value, family, scope.target()) && isShort(value, type);
      case NumberLiteral(var text) -> isInRange(text, type) && isAllowed(form, type);
      case Unary(var operator, var operand)
          when operator.equals("-") && operand instanceof NumberLiteral(var text) ->
          isInRange("-" + text, type) && isAllowed(form, type);
      default -> isAllowed(form, type);
    };
  }

  private boolean isAllowed(Expression form, DataType type) {
    return types.typeOf(form).map(from -> Assignment.isAllowed(from, type, types)).orElse(true);
  }

  private static boolean isShort(String value, DataType type) {
    return switch (type) {
      case Builtin b when b.name().equals("varchar") || b.name().equals("char") ->
          b.arguments().isEmpty()
              || value.codePointCount(0, value.length()) <= Integer.parseInt(b.arguments().get(0));
      case DataType.InlineEnum(var values) -> values.contains(value);
      case Builtin ignored -> true;
      case DataType.Named ignored -> true;
      case DataType.InlineSet ignored -> true;
      case DataType.Array ignored -> true;
    };
  }

  private static boolean isInRange(String text, DataType type) {
    Optional<Integer> bits =
        type instanceof Builtin b ? Optional.ofNullable(BITS.get(b.name())) : Optional.empty();
    if (bits.isEmpty() || !text.matches("-?\\d+")) {
      return true;
    }
    boolean unsigned = type instanceof Builtin b && b.modifiers().contains("unsigned");
    BigInteger value = new BigInteger(text);
    return unsigned
        ? value.signum() >= 0 && value.bitLength() <= bits.get()
        : value.bitLength() < bits.get();
  }
}
