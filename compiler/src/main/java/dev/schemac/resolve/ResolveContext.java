package dev.schemac.resolve;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Span;
import dev.schemac.model.Expression;
import dev.schemac.model.QName;
import dev.schemac.model.Target;
import dev.schemac.resolve.expression.Expected;
import dev.schemac.resolve.expression.ExpressionResolver;
import dev.schemac.resolve.expression.ExpressionScope;
import dev.schemac.resolve.expression.ResolvedExpression;
import dev.schemac.syntax.Expr;
import dev.schemac.syntax.QualifiedIdent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What all parts of one resolution share. */
final class ResolveContext {
  final ResolveOptions options;
  final Target target;
  final Report report = new Report();
  final Places places = new Places();
  final Declarations declarations;
  final TypeResolver types;
  final OptionReader optionReader;
  final TakenNames names;
  final Map<QName, TableDraft> tables = new LinkedHashMap<>();
  final ColumnTypes columnTypes;
  final EvolutionWords evolution;

  ResolveContext(java.util.List<dev.schemac.syntax.SourceTree> trees, ResolveOptions options) {
    this.options = options;
    this.target = options.target();
    this.declarations = Declarations.of(trees, report);
    this.types = new TypeResolver(declarations, options, report);
    this.optionReader = new OptionReader(target, report);
    this.names = new TakenNames(target, report);
    this.columnTypes = new ColumnTypes(tables, types, report);
    this.evolution = new EvolutionWords(report);
  }

  /** The normal form; what is wrong with the expression is reported. */
  Expression expression(Expr written, Expected expected, ExpressionScope scope) {
    ResolvedExpression resolved = ExpressionResolver.resolve(written, expected, scope);
    report.addAll(resolved.diagnostics());
    return resolved.expression();
  }

  /** The table or view that a name means, declared or not. */
  QName relationName(QualifiedIdent name, String namespace) {
    return Declarations.find(tables, name, namespace)
        .map(t -> t.name)
        .or(() -> Declarations.find(declarations.views, name, namespace).map(Declared::name))
        .orElseGet(() -> Declarations.declaredName(name, namespace));
  }

  /** MySQL keeps comments on tables, columns, indexes and routines alone. */
  Optional<String> comment(Optional<String> doc) {
    return target.isPostgres() ? doc : Optional.empty();
  }

  /** SC2010: the target has no such thing. */
  void unavailable(Span span, String what, String help) {
    report.say(Code.SC2010, span, what + " is not available on " + target, help);
  }
}
