package dev.schemac.resolve;

import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.model.DataType;
import dev.schemac.model.Dialect;
import dev.schemac.model.Expression;
import dev.schemac.model.ExpressionTree;
import dev.schemac.model.Target;
import dev.schemac.resolve.expression.Expected;
import dev.schemac.resolve.expression.Expected.Place;
import dev.schemac.resolve.expression.ExpressionNormalForm;
import dev.schemac.resolve.expression.ExpressionResolver;
import dev.schemac.resolve.expression.ExpressionScope;
import dev.schemac.resolve.expression.ResolvedExpression;
import dev.schemac.sql.ExpressionWriter;
import dev.schemac.syntax.Expr;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One row's expressions from a server's text to normal form. What the parser does not understand
 * stays the text that it is.
 */
final class ServerExpressions {
  private final ServerScope scope;
  private final ParsedTexts parsedTexts;
  private final boolean exact;

  /**
   * For one row.
   *
   * @param parsedTexts shared by all rows of a schema
   * @param exact whether a text gives way only to what the server would print as that text again
   */
  ServerExpressions(ServerScope scope, ParsedTexts parsedTexts, boolean exact) {
    this.scope = scope;
    this.parsedTexts = parsedTexts;
    this.exact = exact;
  }

  Target target() {
    return scope.target();
  }

  boolean isMySql() {
    return scope.target().isMySql();
  }

  Expression condition(Expression text, Place place) {
    return of(text, Expected.condition(place));
  }

  Expression value(Expression text, Place place) {
    return of(text, Expected.anything(place));
  }

  Expression assigned(Expression text, Place place, DataType type, boolean nullable) {
    return of(text, new Expected(place, Optional.of(scope.operand(type, nullable)), ""));
  }

  private Expression of(Expression text, Expected expected) {
    if (!(text instanceof Expression.Sql(var sql))) {
      return text;
    }
    Dialect dialect = scope.target().dialect();
    Optional<Expr> parsed = parsedTexts.of(ServerSql.toSource(sql, dialect));
    if (parsed.isEmpty()) {
      return asItStands(sql, dialect);
    }
    ResolvedExpression resolved = ExpressionResolver.resolve(parsed.get(), expected, scope);
    boolean understood = resolved.diagnostics().stream().noneMatch(Diagnostic::isError);
    return understood
            && namesDeclared(resolved.expression())
            && isPrintedAgain(sql, resolved.expression(), expected)
        ? resolved.expression()
        : asItStands(sql, dialect);
  }

  private static Expression asItStands(String sql, Dialect dialect) {
    return new Expression.Sql(ServerSql.sent(sql, dialect));
  }

  private boolean namesDeclared(Expression e) {
    boolean unknown =
        e instanceof Expression.SequenceRef(var sequence) && !scope.declares(sequence);
    return !unknown && ExpressionTree.operands(e).stream().allMatch(this::namesDeclared);
  }

  /**
   * Whether the server, given the expression, prints the same text again. Where it would not, the
   * text itself is kept, so that a copy of the database is no other database.
   */
  private boolean isPrintedAgain(String sql, Expression e, Expected expected) {
    return switch (scope.target().dialect()) {
      case MYSQL ->
          isLiteral(sql, expected) || MySqlTokens.agree(sql, e, scope.target().isMariaDb(), exact);
      case POSTGRES ->
          (!exact || parsedTexts.agree(sql, ExpressionWriter.of(Dialect.POSTGRES).text(e)))
              && !isOtherwiseCast(sql, expected)
              && !(exact && NUMBER.matcher(sql).matches())
              && !(exact && sql.contains("ARRAY[") && hasOtherElements(sql, e));
    };
  }

  /** MySQL's defaults without parentheses are literals; MariaDB's may be calls. */
  private boolean isLiteral(String sql, Expected expected) {
    boolean initial =
        expected.place() == Expected.Place.DEFAULT || expected.place() == Expected.Place.ON_UPDATE;
    boolean call = scope.target().isMariaDb() && sql.endsWith(")");
    return initial && !sql.startsWith("(") && !call;
  }

  /** A string that is cast to another type than that of the column that it is assigned to. */
  private boolean isOtherwiseCast(String sql, Expected expected) {
    Matcher cast = LITERAL.matcher(sql);
    Optional<DataType> column = expected.operand().map(ExpressionScope.Operand::type);
    if (!cast.matches() || !(column.orElse(null) instanceof DataType.Builtin type)) {
      return false;
    }
    return TEXTS.contains(cast.group(1)) && !cast.group(1).equals(spelled(type));
  }

  /** A number that is cast by its author: by itself the server casts it to itself alone. */
  private static final Pattern NUMBER =
      Pattern.compile("\\(?-?\\d+(?:\\.\\d+)?\\)?::[a-z ]+(?:\\([\\d,]+\\))?");

  /** An array that is no list: the server would print one of the column's own type. */
  private boolean hasOtherElements(String sql, Expression e) {
    boolean list =
        e instanceof Expression.In(Expression.ColumnRef(var name), var ignored)
            && scope.column(name).filter(c -> isOther(sql, c.type())).isPresent();
    return list || ExpressionTree.operands(e).stream().anyMatch(o -> hasOtherElements(sql, o));
  }

  private static boolean isOther(String sql, DataType type) {
    return type instanceof DataType.Builtin b
        && (WIDE.contains(b.name()) && BARE_INTEGERS.matcher(sql).find()
            || b.name().equals("varchar") && BARE_TEXTS.matcher(sql).find());
  }

  private static final Pattern BARE_TEXTS = Pattern.compile("(?:ANY|ALL) \\(ARRAY\\[E?'");

  private static final Pattern BARE_INTEGERS =
      Pattern.compile("(?:ANY|ALL) \\(\\(?ARRAY\\[-?\\d+(?:, -?\\d+)*\\]");
  private static final Set<String> WIDE = Set.of("bigint", "decimal", "numeric", "real", "double");

  private static String spelled(DataType.Builtin type) {
    return switch (type.name()) {
      case "varchar" -> "character varying";
      case "char" -> "bpchar";
      case "text" -> "text";
      default -> "";
    };
  }

  private static final Pattern LITERAL =
      Pattern.compile("(?s)E?'(?:[^'\\\\]|''|\\\\.)*'::([a-z ]+)(?:\\(\\d+\\))?");
  private static final Set<String> TEXTS = Set.of("character varying", "bpchar", "text");

  /** An interval in the language's spelling. */
  static String interval(String value) {
    return ExpressionNormalForm.normalize(
                new Expression.TypedLiteral("interval", value),
                Target.parse("postgres:18").orElseThrow())
            instanceof Expression.TypedLiteral(var ignored, var normal)
        ? normal
        : value;
  }
}
