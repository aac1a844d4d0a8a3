package dev.schemac.syntax;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Span;
import dev.schemac.grammar.SchemaLexer;
import dev.schemac.grammar.SchemaParser.*;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Operators, calls, literals and names. */
final class TermBuilder {
  /** Words that may follow an argument in the functions with a syntax of their own. */
  private static final Set<String> TAIL_WORDS =
      Set.of(
          "order",
          "separator",
          "returning",
          "for",
          "placing",
          "absent",
          "ignore",
          "respect",
          "keep",
          "omit",
          "error",
          "limit",
          "character",
          "value",
          "asc",
          "desc");

  private final Nodes nodes;
  private final TypeBuilder types;
  private final ExprBuilder exprs;

  TermBuilder(Nodes nodes, TypeBuilder types, ExprBuilder exprs) {
    this.nodes = nodes;
    this.types = types;
    this.exprs = exprs;
  }

  Expr term(TermContext node) {
    exprs.enter(node);
    Expr built = operation(node);
    exprs.leave();
    return built;
  }

  private Expr operation(TermContext node) {
    Span span = nodes.span(node);
    if (node instanceof PrimaryTermContext primary) {
      return primary(primary.primary());
    }
    if (node instanceof CastTermContext cast) {
      return new Expr.Cast(term(cast.term()), types.simple(cast.simpleType()), span);
    }
    if (node instanceof SignTermContext sign) {
      return new Expr.Unary(sign.getStart().getText(), term(sign.term()), span);
    }
    if (node instanceof PrefixTermContext prefix) {
      return new Expr.Unary(prefix.prefixOperator().getText(), term(prefix.term()), span);
    }
    if (node instanceof CollateTermContext collate) {
      return new Expr.Collate(term(collate.term()), nodes.ident(collate.ident()), span);
    }
    if (node instanceof ZoneTermContext zone) {
      return new Expr.Binary("at time zone", term(zone.term(0)), term(zone.term(1)), span);
    }
    if (node instanceof BinaryTermContext binary) {
      String operator = binary.getChild(1).getText().toLowerCase(Locale.ROOT);
      return new Expr.Binary(operator, term(binary.term(0)), term(binary.term(1)), span);
    }
    return sql(node);
  }

  private Expr sql(ParserRuleContext node) {
    return new Expr.Sql(nodes.text(node), nodes.span(node));
  }

  Expr primary(PrimaryContext node) {
    Span span = nodes.span(node);
    if (node instanceof NumberPrimaryContext) {
      return new Expr.Number(node.getStart().getText(), span);
    }
    if (node instanceof StringPrimaryContext) {
      return new Expr.Text(Nodes.name(node.getStart()), span);
    }
    if (node instanceof BoolPrimaryContext) {
      return new Expr.Bool(node.getStart().getType() == SchemaLexer.TRUE, span);
    }
    if (node instanceof NullPrimaryContext) {
      return new Expr.Null(span);
    }
    if (node instanceof ParensPrimaryContext parens) {
      return parens(parens, span);
    }
    if (node instanceof CasePrimaryContext choice) {
      return choice(choice, span);
    }
    if (node instanceof CastPrimaryContext cast) {
      return new Expr.Cast(exprs.expr(cast.expr()), types.simple(cast.simpleType()), span);
    }
    if (node instanceof ArrayPrimaryContext array) {
      return new Expr.ArrayLiteral(exprs.all(array.expr()), span);
    }
    if (node instanceof TypedPrimaryContext typed) {
      String value = Nodes.name(typed.STRING().getSymbol());
      return new Expr.Typed(nodes.text(typed.name()), value, span);
    }
    if (node instanceof CallPrimaryContext call && call.callSuffix().isEmpty()) {
      return call(call.name(), call.callArguments(), call);
    }
    if (node instanceof RawPrimaryContext raw) {
      return new Expr.Raw(RawText.of(raw.RAW().getText()), span);
    }
    if (node instanceof NamePrimaryContext name && name.STAR() == null) {
      return new Expr.Name(parts(name.name()), span);
    }
    return sql(node);
  }

  private Expr parens(ParensPrimaryContext node, Span span) {
    if (node.subquery() != null) {
      return sql(node);
    }
    List<Expr> elements = exprs.all(node.expr());
    return elements.size() == 1
        ? new Expr.Parens(elements.get(0), span)
        : new Expr.Row(elements, span);
  }

  private Expr choice(CasePrimaryContext node, Span span) {
    boolean otherwise = node.ELSE() != null;
    boolean operand = node.expr().size() > (otherwise ? 1 : 0);
    List<Expr.When> whens = new ArrayList<>();
    for (CaseWhenContext when : node.caseWhen()) {
      whens.add(new Expr.When(exprs.expr(when.expr(0)), exprs.expr(when.expr(1))));
    }
    return new Expr.Case(
        operand ? Optional.of(exprs.expr(node.expr(0))) : Optional.empty(),
        List.copyOf(whens),
        otherwise ? Optional.of(exprs.expr(node.expr(node.expr().size() - 1))) : Optional.empty(),
        span);
  }

  /** A call; as text where its arguments have a syntax of their own. */
  Expr call(NameContext name, CallArgumentsContext arguments, ParserRuleContext whole) {
    if (arguments.argumentTail() != null) {
      checkTail(arguments.argumentTail());
      return sql(whole);
    }
    List<Expr> values = new ArrayList<>();
    if (arguments.subquery() != null) {
      values.add(exprs.subquery(arguments.subquery()));
    }
    for (ArgumentContext argument : arguments.argument()) {
      values.add(
          argument.expr() == null
              ? new Expr.Star(nodes.span(argument))
              : exprs.expr(argument.expr()));
    }
    List<Ident> function = parts(name);
    boolean row = function.size() == 1 && name.getStart().getType() == SchemaLexer.ROW;
    return row
        ? new Expr.Row(List.copyOf(values), nodes.span(whole))
        : new Expr.Call(
            function, List.copyOf(values), arguments.DISTINCT() != null, nodes.span(whole));
  }

  private void checkTail(ArgumentTailContext tail) {
    Token word = tail.getStart();
    boolean known =
        word.getType() != SchemaLexer.IDENT && word.getType() != SchemaLexer.STRING
            || TAIL_WORDS.contains(word.getText().toLowerCase(Locale.ROOT));
    if (!known) {
      nodes.report(
          Code.SC1001,
          nodes.span(word),
          "unexpected `" + word.getText() + "`, expected `,` or `)`",
          "arguments are separated by `,`");
    }
  }

  List<Ident> parts(NameContext node) {
    List<Ident> parts = new ArrayList<>();
    parts.add(nodes.ident(node.exprWord()));
    node.ident().forEach(part -> parts.add(nodes.ident(part)));
    return List.copyOf(parts);
  }

  /** {@code default -1}, {@code default now()::text}. */
  Expr defaultValue(DefaultValueContext node) {
    Expr value = primary(node.primary());
    TerminalNode sign = node.MINUS() != null ? node.MINUS() : node.PLUS();
    for (SimpleTypeContext type : node.simpleType()) {
      value =
          new Expr.Cast(
              value, types.simple(type), nodes.span(node.primary().getStart(), type.getStop()));
    }
    return sign == null ? value : new Expr.Unary(sign.getText(), value, nodes.span(node));
  }
}
