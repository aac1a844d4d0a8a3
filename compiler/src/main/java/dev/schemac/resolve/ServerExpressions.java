package dev.schemac.resolve;

import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.model.DataType;
import dev.schemac.model.Expression;
import dev.schemac.resolve.expression.Expected;
import dev.schemac.resolve.expression.Expected.Place;
import dev.schemac.resolve.expression.ExpressionResolver;
import dev.schemac.resolve.expression.ResolvedExpression;
import dev.schemac.source.SourceText;
import dev.schemac.syntax.Declaration;
import dev.schemac.syntax.Expr;
import dev.schemac.syntax.Member;
import dev.schemac.syntax.SourceParser;
import dev.schemac.syntax.SourceTree;
import java.util.Optional;

/**
 * One row's expressions from a server's text to normal form. What the parser does not understand
 * stays the text that it is.
 */
final class ServerExpressions {
  private final ServerScope scope;

  ServerExpressions(ServerScope scope) {
    this.scope = scope;
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
    Optional<Expr> parsed = parse(ServerSql.toSource(sql, scope.target().dialect()));
    if (parsed.isEmpty()) {
      return text;
    }
    ResolvedExpression resolved = ExpressionResolver.resolve(parsed.get(), expected, scope);
    boolean understood = resolved.diagnostics().stream().noneMatch(Diagnostic::isError);
    return understood ? resolved.expression() : text;
  }

  /** By way of a check, the one place where any expression may stand. */
  private static Optional<Expr> parse(String text) {
    SourceTree tree =
        SourceParser.parse(new SourceText("", "table t {\n  check c (" + text + ")\n}\n"));
    boolean sound =
        tree.diagnostics().isEmpty()
            && tree.declarations().size() == 1
            && tree.declarations().get(0) instanceof Declaration.TableDecl table
            && table.members().size() == 1
            && table.members().get(0) instanceof Member.CheckDecl;
    if (!sound) {
      return Optional.empty();
    }
    Declaration.TableDecl table = (Declaration.TableDecl) tree.declarations().get(0);
    return Optional.of(((Member.CheckDecl) table.members().get(0)).condition());
  }
}
