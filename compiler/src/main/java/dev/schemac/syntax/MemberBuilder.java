package dev.schemac.syntax;

import dev.schemac.diagnostic.Span;
import dev.schemac.grammar.SchemaLexer;
import dev.schemac.grammar.SchemaParser;
import dev.schemac.grammar.SchemaParser.*;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/** Columns, keys, checks, foreign keys and whatever else stands in a table's braces. */
final class MemberBuilder {
  private final Nodes nodes;
  private final LineParser parser;
  private final DocComments docs;
  private final TypeBuilder types;
  private final ExprBuilder exprs;
  private final ClauseBuilder clauses;
  private final PartitionBuilder partitions;

  MemberBuilder(
      Nodes nodes,
      LineParser parser,
      DocComments docs,
      TypeBuilder types,
      ExprBuilder exprs,
      ClauseBuilder clauses) {
    this.nodes = nodes;
    this.parser = parser;
    this.docs = docs;
    this.types = types;
    this.exprs = exprs;
    this.clauses = clauses;
    this.partitions = new PartitionBuilder(nodes, parser, docs, exprs, clauses, this);
  }

  /** The members of a block; a line that cannot be read is reported and left out. */
  List<Member> members(BlockToken block) {
    List<Member> members = new ArrayList<>();
    for (Line line : block.lines()) {
      Optional<String> doc = docs.of(line);
      Optional<Member> member =
          parser
              .parse(line, SchemaParser::memberLine)
              .flatMap(node -> member(node.member(), doc, nodes.span(line)));
      if (member.isPresent() && !takesComment(member.get())) {
        docs.refuse(line);
      }
      member.ifPresent(members::add);
    }
    return List.copyOf(members);
  }

  private static boolean takesComment(Member member) {
    return switch (member) {
      case Member.ColumnDecl ignored -> true;
      case Member.KeyDecl ignored -> true;
      case Member.ForeignKeyDecl ignored -> true;
      case Member.CheckDecl ignored -> true;
      case Member.NotNullDecl ignored -> false;
      case Member.RetireMember ignored -> false;
      case Member.DialectBlock ignored -> false;
      case Member.TableOptions ignored -> false;
      case Member.PartitionBy ignored -> false;
    };
  }

  List<Member> members(org.antlr.v4.runtime.tree.TerminalNode block) {
    return block == null ? List.of() : members((BlockToken) block.getSymbol());
  }

  /** Empty where the member was reported. */
  Optional<Member> member(MemberContext node, Optional<String> doc, Span span) {
    try {
      return build(node, doc, span);
    } catch (ExprBuilder.TooDeep deep) {
      nodes.report(Nesting.tooDeep(nodes.tokens().source(), deep.at()));
      return Optional.empty();
    }
  }

  private Optional<Member> build(MemberContext node, Optional<String> doc, Span span) {
    if (node.column() != null) {
      return Optional.of(column(node.column(), doc, span));
    }
    if (node.keyDecl() != null) {
      return Optional.of(key(node.keyDecl(), doc, span));
    }
    if (node.foreignKeyDecl() != null) {
      return Optional.of(foreignKey(node.foreignKeyDecl(), doc, span));
    }
    if (node.checkDecl() != null) {
      return Optional.of(check(node.checkDecl(), doc, span));
    }
    if (node.notNullDecl() != null) {
      return Optional.of(notNull(node.notNullDecl(), doc, span));
    }
    if (node.retireMember() != null) {
      return Optional.of(retire(node.retireMember(), span));
    }
    if (node.partitionBy() != null) {
      return Optional.of(partitions.partitionBy(node.partitionBy()));
    }
    if (node.attribute() != null) {
      return clauses.attribute(node.attribute()).map(Member.TableOptions::new);
    }
    return dialectBlock(node.dialectBlock(), span);
  }

  private Optional<Member> dialectBlock(DialectBlockContext node, Span span) {
    List<Member> members = members(node.BLOCK());
    return nodes
        .dialect(node.AT_WORD().getSymbol())
        .map(dialect -> new Member.DialectBlock(dialect, members, span));
  }

  private Member column(ColumnContext node, Optional<String> doc, Span span) {
    return new Member.ColumnDecl(
        doc,
        nodes.ident(node.columnName()),
        nodes.was(node.was()),
        types.use(node.typeUse()),
        node.QUESTION() != null,
        clauses.clauses(node.clauseOrAttribute()),
        clauses.attributes(node.clauseOrAttribute()),
        span);
  }

  private Member key(KeyDeclContext node, Optional<String> doc, Span span) {
    return new Member.KeyDecl(
        doc,
        kind(node.keyKind()),
        nodes.optional(node.constraintName()),
        nodes.was(node.was()),
        node.operand().stream().map(this::operand).toList(),
        clauses.clauses(node.clauseOrAttribute()),
        clauses.attributes(node.clauseOrAttribute()),
        span);
  }

  private static Member.KeyKind kind(KeyKindContext node) {
    if (node.PRIMARY() != null) {
      return Member.KeyKind.PRIMARY_KEY;
    }
    if (node.EXCLUDE() != null) {
      return Member.KeyKind.EXCLUDE;
    }
    if (node.UNIQUE() == null) {
      return Member.KeyKind.INDEX;
    }
    return node.INDEX() != null ? Member.KeyKind.UNIQUE_INDEX : Member.KeyKind.UNIQUE;
  }

  private Member.Operand operand(OperandContext node) {
    Expr written = operandExpr(node.operandExpr());
    Optional<Integer> prefix = prefix(written);
    Expr expression =
        prefix.isPresent()
            ? new Expr.Name(((Expr.Call) written).function(), written.span())
            : written;
    return new Member.Operand(
        expression,
        prefix,
        nodes.optional(node.ident()),
        Optional.ofNullable(node.operatorClass()).map(nodes::text),
        node.DESC() != null,
        node.NULLS() == null ? Optional.empty() : Optional.of(node.FIRST() != null),
        node.WITHOUT() != null,
        Optional.ofNullable(node.operator()).map(ParserRuleContext::getText),
        nodes.span(node));
  }

  private Expr operandExpr(OperandExprContext node) {
    if (node.condition() != null) {
      return exprs.condition(node.condition());
    }
    return node.callArguments() == null
        ? new Expr.Name(exprs.terms().parts(node.name()), nodes.span(node))
        : exprs.terms().call(node.name(), node.callArguments(), node);
  }

  /** {@code name(20)}: a prefix if {@code name} is a column, which resolving tells. */
  private static Optional<Integer> prefix(Expr written) {
    boolean candidate =
        written instanceof Expr.Call call
            && call.function().size() == 1
            && call.arguments().size() == 1
            && call.arguments().get(0) instanceof Expr.Number number
            && number.text().matches("[0-9]{1,9}");
    return candidate
        ? Optional.of(
            Integer.valueOf(((Expr.Number) ((Expr.Call) written).arguments().get(0)).text()))
        : Optional.empty();
  }

  private Member foreignKey(ForeignKeyDeclContext node, Optional<String> doc, Span span) {
    clauses.refuseAttributes(node.clauseOrAttribute());
    int arrow = node.ARROW().getSymbol().getTokenIndex();
    List<Ident> columns = new ArrayList<>();
    List<Ident> referenced = new ArrayList<>();
    for (PeriodColumnContext column : node.periodColumn()) {
      boolean left = column.getStart().getTokenIndex() < arrow;
      (left ? columns : referenced).add(nodes.ident(column.ident()));
    }
    return new Member.ForeignKeyDecl(
        doc,
        nodes.optional(node.constraintName()),
        nodes.was(node.was()),
        List.copyOf(columns),
        nodes.qualified(node.qualified()),
        List.copyOf(referenced),
        node.periodColumn().stream().anyMatch(c -> c.PERIOD() != null),
        clauses.clauses(node.clauseOrAttribute()),
        span);
  }

  private Member check(CheckDeclContext node, Optional<String> doc, Span span) {
    clauses.refuseAttributes(node.clauseOrAttribute());
    return new Member.CheckDecl(
        doc,
        nodes.optional(node.constraintName()),
        nodes.was(node.was()),
        exprs.condition(node.condition()),
        clauses.clauses(node.clauseOrAttribute()),
        span);
  }

  private Member notNull(NotNullDeclContext node, Optional<String> doc, Span span) {
    clauses.refuseAttributes(node.clauseOrAttribute());
    return new Member.NotNullDecl(
        doc,
        nodes.optional(node.constraintName()),
        nodes.ident(node.ident()),
        clauses.clauses(node.clauseOrAttribute()),
        span);
  }

  private Member retire(RetireMemberContext node, Span span) {
    Optional<Member.KeyWord> kind =
        node.PRIMARY() != null
            ? Optional.of(Member.KeyWord.PRIMARY_KEY)
            : Optional.ofNullable(node.memberKind()).map(MemberBuilder::keyWord);
    return new Member.RetireMember(
        kind,
        nodes.optional(node.ident()),
        exprs.all(node.expr()),
        node.NULL() != null
            ? Declaration.RetireCondition.WHEN_NULL
            : Declaration.RetireCondition.ALWAYS,
        span);
  }

  private static Member.KeyWord keyWord(MemberKindContext node) {
    return switch (node.getStart().getType()) {
      case SchemaLexer.COLUMN -> Member.KeyWord.COLUMN;
      case SchemaLexer.PRIMARY -> Member.KeyWord.PRIMARY_KEY;
      case SchemaLexer.INDEX -> Member.KeyWord.INDEX;
      case SchemaLexer.CHECK -> Member.KeyWord.CHECK;
      case SchemaLexer.FOREIGN -> Member.KeyWord.FOREIGN_KEY;
      case SchemaLexer.EXCLUDE -> Member.KeyWord.EXCLUDE;
      case SchemaLexer.NOT -> Member.KeyWord.NOT_NULL;
      default -> node.INDEX() != null ? Member.KeyWord.UNIQUE_INDEX : Member.KeyWord.UNIQUE;
    };
  }
}
