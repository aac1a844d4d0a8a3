package dev.schemac.syntax;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Span;
import dev.schemac.grammar.SchemaParser.*;
import dev.schemac.model.Constraint;
import dev.schemac.model.Generated;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;

/** Clauses and {@code @dialect(options)}. */
final class ClauseBuilder {
  private static final Set<String> CLOCKS =
      Set.of("current_timestamp", "localtimestamp", "localtime", "current_date", "current_time");

  private final Nodes nodes;
  private final TypeBuilder types;
  private final ExprBuilder exprs;

  ClauseBuilder(Nodes nodes, TypeBuilder types, ExprBuilder exprs) {
    this.nodes = nodes;
    this.types = types;
    this.exprs = exprs;
  }

  List<Clause> clauses(List<ClauseOrAttributeContext> list) {
    return list.stream()
        .filter(c -> c.clause() != null)
        .flatMap(c -> clause(c.clause()).stream())
        .toList();
  }

  List<Attribute> attributes(List<ClauseOrAttributeContext> list) {
    return list.stream()
        .filter(c -> c.attribute() != null)
        .flatMap(c -> attribute(c.attribute()).stream())
        .toList();
  }

  /** For members that take no options. */
  void refuseAttributes(List<ClauseOrAttributeContext> list) {
    list.stream()
        .filter(c -> c.attribute() != null)
        .forEach(
            c ->
                nodes.report(
                    Code.SC2007,
                    nodes.span(c),
                    "options do not belong here",
                    "a constraint of this kind has none in any dialect"));
  }

  Optional<Attribute> attribute(AttributeContext node) {
    return nodes
        .dialect(node.AT_WORD().getSymbol())
        .map(
            dialect ->
                new Attribute(
                    dialect, node.option().stream().map(this::option).toList(), nodes.span(node)));
  }

  private Attribute.Option option(OptionContext node) {
    List<String> parts = node.ident().stream().map(i -> Nodes.name(i.getStart())).toList();
    Optional<String> value = Optional.ofNullable(node.optionValue()).map(this::value);
    return new Attribute.Option(String.join(".", parts), value, nodes.span(node));
  }

  private String value(OptionValueContext node) {
    boolean quoted = node.STRING() != null || node.ident().size() == 1;
    return quoted ? Nodes.name(node.getStart()) : nodes.text(node).replace(" ", "");
  }

  Optional<Clause> clause(ClauseContext node) {
    Span span = nodes.span(node);
    return Optional.ofNullable(
        switch (node) {
          case PrimaryKeyClauseContext c -> new Clause.PrimaryKey(nodes.optional(c.ident()), span);
          case UniqueClauseContext c -> new Clause.Unique(nodes.optional(c.ident()), span);
          case NotNullClauseContext c -> new Clause.NotNull(nodes.optional(c.ident()), span);
          case DefaultClauseContext c ->
              new Clause.Default(exprs.terms().defaultValue(c.defaultValue()), span);
          case CheckClauseContext c ->
              new Clause.Check(checkName(c), exprs.condition(c.condition()), span);
          case OnUpdateActionClauseContext c -> new Clause.OnUpdate(action(c.action()), span);
          case OnUpdateSetClauseContext c -> onUpdate(c, span);
          case OnDeleteClauseContext c ->
              new Clause.OnDelete(action(c.action()), nodes.idents(c.ident()), span);
          case GeneratedClauseContext c ->
              new Clause.GeneratedAs(exprs.condition(c.condition()), storage(c), span);
          case IdentityClauseContext c ->
              new Clause.IdentityClause(
                  c.ALWAYS() != null, sequenceOptions(c.sequenceOption()), span);
          case CollateClauseContext c -> new Clause.Collate(nodes.ident(c.ident()), span);
          case AsClauseContext c -> new Clause.As(nodes.ident(c.ident()), span);
          case UsingClauseContext c -> new Clause.Using(exprs.condition(c.condition()), span);
          case MethodClauseContext c -> new Clause.Method(nodes.ident(c.ident()), span);
          case BackfillClauseContext c -> new Clause.Backfill(exprs.condition(c.condition()), span);
          default -> keyClause(node, span);
        });
  }

  private Clause keyClause(ClauseContext node, Span span) {
    return switch (node) {
      case WhenClauseContext c ->
          new Clause.When(Optional.ofNullable(c.condition()).map(exprs::condition), span);
      case IncludeClauseContext c -> new Clause.Include(nodes.idents(c.ident()), span);
      case WhereClauseContext c -> new Clause.Where(exprs.condition(c.condition()), span);
      case NullsNotDistinctClauseContext c -> new Clause.NullsNotDistinct(span);
      case DeferrableClauseContext c -> new Clause.Deferrable(c.DEFERRED() != null, span);
      case NotValidClauseContext c -> new Clause.NotValid(span);
      case NotEnforcedClauseContext c -> new Clause.NotEnforced(span);
      case NoInheritClauseContext c -> new Clause.NoInherit(span);
      case MatchFullClauseContext c -> new Clause.MatchFull(span);
      default -> throw new IllegalStateException("clause without a builder: " + node.getText());
    };
  }

  private Optional<Ident> checkName(CheckClauseContext node) {
    ParserRuleContext name = node.AS() != null ? node.ident() : node.constraintName();
    return nodes.optional(name);
  }

  /** {@code on update now()}; a bare word must be one of SQL's clocks, else it is no action. */
  private Clause onUpdate(OnUpdateSetClauseContext node, Span span) {
    Expr value = exprs.terms().defaultValue(node.defaultValue());
    boolean word = value instanceof Expr.Name;
    String text = nodes.text(node.defaultValue());
    if (word && !CLOCKS.contains(text.toLowerCase(Locale.ROOT))) {
      nodes.report(
          Code.SC1001,
          value.span(),
          "`" + text + "` is no action",
          "write `cascade`, `restrict`, `set null`, `set default` or `no action`");
      return null;
    }
    return new Clause.OnUpdateSet(value, span);
  }

  private static Constraint.Action action(ActionContext node) {
    if (node.CASCADE() != null) {
      return Constraint.Action.CASCADE;
    }
    if (node.RESTRICT() != null) {
      return Constraint.Action.RESTRICT;
    }
    if (node.SET() != null) {
      return node.NULL() != null ? Constraint.Action.SET_NULL : Constraint.Action.SET_DEFAULT;
    }
    return Constraint.Action.NO_ACTION;
  }

  private static Optional<Generated.Storage> storage(GeneratedClauseContext node) {
    if (node.STORED() != null) {
      return Optional.of(Generated.Storage.STORED);
    }
    return node.VIRTUAL() != null ? Optional.of(Generated.Storage.VIRTUAL) : Optional.empty();
  }

  List<Declaration.SequenceOption> sequenceOptions(List<SequenceOptionContext> list) {
    return list.stream().map(this::sequenceOption).toList();
  }

  Declaration.SequenceOption sequenceOption(SequenceOptionContext node) {
    Span span = nodes.span(node);
    String key = node.getStart().getText().toLowerCase(Locale.ROOT);
    if (node.CYCLE() != null) {
      return new Declaration.SequenceOption(node.NO() != null ? "no cycle" : "cycle", "", span);
    }
    if (node.OWNED() != null) {
      List<String> parts = node.ident().stream().map(nodes::text).toList();
      return new Declaration.SequenceOption("owned", String.join(".", parts), span);
    }
    if (node.simpleType() != null) {
      return new Declaration.SequenceOption(key, nodes.text(node.simpleType()), span);
    }
    if (node.qualified() != null) {
      return new Declaration.SequenceOption(key, nodes.text(node.qualified()), span);
    }
    String number = node.NUMBER().getText();
    return new Declaration.SequenceOption(key, node.MINUS() != null ? "-" + number : number, span);
  }
}
