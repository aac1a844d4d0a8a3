package dev.schemac.resolve;

import dev.schemac.model.Expression;
import dev.schemac.model.Partitioning;
import dev.schemac.resolve.expression.Expected;
import dev.schemac.syntax.Member;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** PostgreSQL's partitioned tables; their partitions are tables of their own. */
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
    Map<String, Member.Partition> seen = new HashMap<>();
    for (Member.Partition partition : written.partitions()) {
      Member.Partition first = seen.putIfAbsent(partition.name().text(), partition);
      if (first != null) {
        context.report.twice(partition.name().text(), partition.name().span(), first.name().span());
      }
      context.names.tooLong(partition.name().text(), partition.name().span());
      checkBound(partition); // the rest of it is a table of its own
    }
    return new Partitioning(
        written.strategy(), operands, List.of(), 0, written.external(), Optional.empty());
  }

  private void checkStrategy(Member.PartitionBy written) {
    if (written.strategy().equals("key") || written.count() > 0) {
      context.unavailable(
          written.span(),
          written.count() > 0 ? "a number of partitions" : "`partition by key`",
          "write `partition by hash (…) { p0 with (modulus …, remainder 0) … }`");
    }
    written
        .subpartitioning()
        .ifPresent(
            s ->
                context.unavailable(
                    s.span(), "`subpartition by`", "write `partition by` behind each partition"));
  }

  /** {@code less than} and named subpartitions are MySQL's. */
  private void checkBound(Member.Partition partition) {
    if (partition.bound().toLowerCase(Locale.ROOT).startsWith("less")) {
      context.unavailable(
          partition.span(), "`less than`", "write `from (…) to (…)` in `@postgres { … }`");
    }
    if (!partition.named().isEmpty()) {
      context.unavailable(
          partition.span(), "`subpartitions`", "write `partition by … { … }` behind the partition");
    }
  }
}
