package dev.schemac.resolve;

import dev.schemac.diagnostic.Code;
import dev.schemac.model.Column;
import dev.schemac.model.DataType;
import dev.schemac.model.Expression;
import dev.schemac.model.Partitioning;
import dev.schemac.resolve.expression.Expected;
import dev.schemac.syntax.Expr;
import dev.schemac.syntax.Member;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** MySQL's partitions: properties of their table, without members of their own. */
final class MySqlPartitions {
  private static final Set<String> STRATEGIES =
      Set.of(
          "range",
          "list",
          "hash",
          "key",
          "range columns",
          "list columns",
          "linear hash",
          "linear key",
          "key algorithm 1",
          "key algorithm 2",
          "linear key algorithm 1",
          "linear key algorithm 2");
  private static final Set<String> INTEGERS =
      Set.of("tinyint", "smallint", "mediumint", "int", "bigint");

  private final ResolveContext context;
  private final TableDraft table;
  private final Map<String, Member.Partition> seen = new HashMap<>();

  MySqlPartitions(ResolveContext context, TableDraft table) {
    this.context = context;
    this.table = table;
  }

  Partitioning build(Member.PartitionBy written, List<Column> columns) {
    checkStrategy(written);
    List<Expression> operands = operands(written.operands());
    boolean byColumns =
        Set.of("range", "list").contains(written.strategy()) && needsColumns(operands, columns);
    return new Partitioning(
        byColumns ? written.strategy() + " columns" : canonical(written.strategy()),
        operands,
        written.partitions().stream().map(this::partition).toList(),
        written.count(),
        written.external(),
        written.subpartitioning().map(this::subpartitioning));
  }

  /** The second algorithm is what the server uses where nothing is said. */
  private static String canonical(String strategy) {
    return strategy.replace(" algorithm 2", "");
  }

  private List<Expression> operands(List<Expr> written) {
    List<Expression> operands = new ArrayList<>();
    for (Expr operand : written) {
      operands.add(
          context.expression(
              operand, Expected.anything(Expected.Place.PARTITION), RowScope.of(context, table)));
    }
    return operands;
  }

  private void checkStrategy(Member.PartitionBy written) {
    if (!STRATEGIES.contains(written.strategy())) {
      context.unavailable(
          written.span(),
          "`partition by " + written.strategy() + "`",
          "it has range, list, hash and key; range columns, list columns, linear hash, linear key");
    }
  }

  /** RANGE and LIST take integers alone; other columns need the COLUMNS form (error 1659). */
  private static boolean needsColumns(List<Expression> operands, List<Column> columns) {
    return !operands.isEmpty()
        && operands.stream().allMatch(Expression.ColumnRef.class::isInstance)
        && (operands.size() > 1 || !isInteger(operands.getFirst(), columns));
  }

  private static boolean isInteger(Expression operand, List<Column> columns) {
    return columns.stream()
        .filter(c -> operand.equals(new Expression.ColumnRef(c.name())))
        .anyMatch(c -> c.type() instanceof DataType.Builtin type && INTEGERS.contains(type.name()));
  }

  private Partitioning subpartitioning(Member.PartitionBy written) {
    if (!written.strategy().contains("hash") && !written.strategy().contains("key")) {
      context.report.say(
          Code.SC2007, written.span(), "subpartitions are by `hash` or by `key` alone");
    }
    return new Partitioning(
        canonical(written.strategy()),
        operands(written.operands()),
        List.of(),
        written.count(),
        false,
        Optional.empty());
  }

  private Partitioning.Partition partition(Member.Partition written) {
    Member.Partition first = seen.putIfAbsent(written.name().text(), written);
    if (first != null) {
      context.report.twice(written.name().text(), written.name().span(), first.name().span());
    }
    context.names.tooLong(written.name().text(), written.name().span());
    checkBound(written);
    written
        .subpartitions()
        .ifPresent(
            s ->
                context.unavailable(
                    s.span(),
                    "`partition by` of a single partition",
                    "write `subpartition by` behind the table's `partition by`"));
    for (Member member : written.members()) {
      context.unavailable(
          member.span(),
          "a member of a single partition",
          "declare it in the table, or in `@postgres { … }`");
    }
    return new Partitioning.Partition(
        written.name().text(),
        PartitionBound.normalize(written.bound()),
        options(written),
        written.named().stream().map(this::partition).toList());
  }

  /** The engine is always the table's (error 1497), so it says nothing. */
  private SortedMap<String, String> options(Member.Partition written) {
    SortedMap<String, String> options =
        new TreeMap<>(context.optionReader.read(written.attributes(), OptionOwner.PARTITION));
    options.remove("engine");
    written.doc().ifPresent(d -> options.putIfAbsent("comment", d));
    return options;
  }

  private void checkBound(Member.Partition partition) {
    String bound = partition.bound().toLowerCase(Locale.ROOT);
    boolean postgres =
        bound.startsWith("from")
            || bound.startsWith("with")
            || bound.startsWith("default") && !context.target.isMariaDb();
    if (postgres) {
      context.unavailable(
          partition.span(),
          "`" + bound.split(" ")[0] + "` of a partition",
          "write `less than (…)`, `in (…)` or `partitions N` in `@mysql { … }`");
    }
  }
}
