package dev.schemac.resolve;

import dev.schemac.diagnostic.Code;
import dev.schemac.model.Expression;
import dev.schemac.model.Partitioning;
import dev.schemac.resolve.expression.Expected;
import dev.schemac.syntax.Member;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Partitioned tables. */
final class PartitionBuilder {
  private final ResolveContext context;

  PartitionBuilder(ResolveContext context) {
    this.context = context;
  }

  Partitioning build(TableDraft table, Member.PartitionBy written) {
    checkStrategy(written);
    List<Expression> operands = new ArrayList<>();
    for (var operand : written.operands()) {
      operands.add(
          context.expression(
              operand, Expected.anything(Expected.Place.PARTITION), RowScope.of(context, table)));
    }
    List<Partitioning.Partition> partitions = new ArrayList<>();
    Map<String, Member.Partition> seen = new HashMap<>();
    for (Member.Partition partition : written.partitions()) {
      Member.Partition first = seen.putIfAbsent(partition.name().text(), partition);
      if (first != null) {
        context.report.twice(partition.name().text(), partition.name().span(), first.name().span());
      }
      if (context.target.isPostgres()) {
        context.names.tooLong(partition.name().text(), partition.name().span());
        checkBound(partition); // the rest of it is a table of its own
      } else {
        partitions.add(partition(partition));
      }
    }
    return new Partitioning(
        written.strategy(),
        operands,
        partitions,
        written.count(),
        written.external(),
        java.util.Optional.empty());
  }

  private void checkStrategy(Member.PartitionBy written) {
    boolean mysqlOnly = written.strategy().equals("key") || written.count() > 0;
    if (context.target.isPostgres() && mysqlOnly) {
      context.unavailable(
          written.span(),
          written.count() > 0 ? "a number of partitions" : "`partition by key`",
          "write `partition by hash (…) { p0 with (modulus …, remainder 0) … }`");
    }
  }

  /** {@code from … to} and {@code with} are PostgreSQL's, {@code less than} is MySQL's. */
  private void checkBound(Member.Partition partition) {
    String bound = partition.bound().toLowerCase(Locale.ROOT);
    boolean lessThan = bound.startsWith("less");
    boolean postgres =
        bound.startsWith("from") || bound.startsWith("with") || bound.startsWith("default");
    if (context.target.isPostgres() && lessThan) {
      context.unavailable(
          partition.span(), "`less than`", "write `from (…) to (…)` in `@postgres { … }`");
    }
    if (context.target.isMySql() && postgres) {
      context.unavailable(
          partition.span(),
          "`" + bound.split(" ")[0] + "` of a partition",
          "write `less than (…)`, `in (…)` or `partitions N` in `@mysql { … }`");
    }
  }

  private Partitioning.Partition partition(Member.Partition partition) {
    context.names.tooLong(partition.name().text(), partition.name().span());
    checkBound(partition);
    context.optionReader.refuse(partition.attributes(), OptionOwner.PARTITION);
    partition
        .subpartitions()
        .ifPresent(
            s ->
                context.report.say(
                    Code.SC2090, s.span(), "partitions of a partition are not supported yet"));
    for (Member member : partition.members()) {
      context.report.say(
          Code.SC2090, member.span(), "members of a single partition are not supported yet");
    }
    return Partitioning.Partition.of(partition.name().text(), partition.bound());
  }
}
