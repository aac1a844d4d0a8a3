package dev.schemac.syntax;

import dev.schemac.grammar.SchemaParser;
import dev.schemac.grammar.SchemaParser.PartitionByContext;
import dev.schemac.grammar.SchemaParser.PartitionContext;
import dev.schemac.grammar.SchemaParser.StrategyWordContext;
import dev.schemac.grammar.SchemaParser.SubpartitionByContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.tree.TerminalNode;

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
    return new Member.PartitionBy(
        strategy(node.strategyWord()),
        exprs.all(node.expr()),
        count(node.NUMBER()),
        Optional.ofNullable(node.subpartitionBy()).map(this::subpartitionBy),
        node.EXTERNAL() != null,
        partitions(node.BLOCK()),
        nodes.span(node));
  }

  private Member.PartitionBy subpartitionBy(SubpartitionByContext node) {
    return new Member.PartitionBy(
        strategy(node.strategyWord()),
        exprs.all(node.expr()),
        count(node.NUMBER()),
        Optional.empty(),
        false,
        List.of(),
        nodes.span(node));
  }

  private static String strategy(List<StrategyWordContext> words) {
    return words.stream()
        .map(word -> Nodes.name(word.getStart()).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(" "));
  }

  private static int count(TerminalNode number) {
    if (number == null) {
      return 0;
    }
    String digits = number.getText();
    return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : Integer.MAX_VALUE;
  }

  private List<Member.Partition> partitions(TerminalNode block) {
    List<Member.Partition> partitions = new ArrayList<>();
    if (block != null) {
      for (Line line : ((BlockToken) block.getSymbol()).lines()) {
        parser
            .parse(line, SchemaParser::partitionLine)
            .map(parsed -> partition(parsed.partition(), line))
            .ifPresent(partitions::add);
      }
    }
    return List.copyOf(partitions);
  }

  private Member.Partition partition(PartitionContext node, Line line) {
    boolean named = node.SUBPARTITIONS() != null;
    return new Member.Partition(
        docs.of(line),
        nodes.qualified(node.qualified()),
        nodes.was(node.qualifiedWas()),
        nodes.text(node.boundWord()),
        node.attribute().stream().flatMap(a -> clauses.attribute(a).stream()).toList(),
        Optional.ofNullable(node.partitionBy()).map(this::partitionBy),
        named ? partitions(node.BLOCK(0)) : List.of(),
        members.members(node.BLOCK(named ? 1 : 0)),
        nodes.span(line));
  }
}
