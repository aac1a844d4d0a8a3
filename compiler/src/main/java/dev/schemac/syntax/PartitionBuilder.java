package dev.schemac.syntax;

import dev.schemac.grammar.SchemaParser;
import dev.schemac.grammar.SchemaParser.PartitionByContext;
import dev.schemac.grammar.SchemaParser.PartitionContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code partition by … { … }} and the partitions in it, which may be partitioned in turn. */
final class PartitionBuilder {
  private final Nodes nodes;
  private final LineParser parser;
  private final DocComments docs;
  private final ExprBuilder exprs;
  private final ClauseBuilder clauses;
  private final MemberBuilder members;

  PartitionBuilder(
      Nodes nodes,
      LineParser parser,
      DocComments docs,
      ExprBuilder exprs,
      ClauseBuilder clauses,
      MemberBuilder members) {
    this.nodes = nodes;
    this.parser = parser;
    this.docs = docs;
    this.exprs = exprs;
    this.clauses = clauses;
    this.members = members;
  }

  Member.PartitionBy partitionBy(PartitionByContext node) {
    List<Member.Partition> partitions = new ArrayList<>();
    if (node.BLOCK() != null) {
      for (Line line : ((BlockToken) node.BLOCK().getSymbol()).lines()) {
        parser
            .parse(line, SchemaParser::partitionLine)
            .map(parsed -> partition(parsed.partition(), line))
            .ifPresent(partitions::add);
      }
    }
    return new Member.PartitionBy(
        Nodes.name(node.ident().getStart()).toLowerCase(Locale.ROOT),
        exprs.all(node.expr()),
        node.NUMBER() == null ? 0 : count(node),
        node.EXTERNAL() != null,
        List.copyOf(partitions),
        nodes.span(node));
  }

  private static int count(PartitionByContext node) {
    String digits = node.NUMBER().getText();
    return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : Integer.MAX_VALUE;
  }

  private Member.Partition partition(PartitionContext node, Line line) {
    return new Member.Partition(
        nodes.ident(node.ident()),
        nodes.text(node.boundWord()),
        node.attribute().stream().flatMap(a -> clauses.attribute(a).stream()).toList(),
        Optional.ofNullable(node.partitionBy()).map(this::partitionBy),
        members.members(node.BLOCK()),
        nodes.span(line));
  }
}
