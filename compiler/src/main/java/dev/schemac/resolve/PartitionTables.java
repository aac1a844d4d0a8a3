package dev.schemac.resolve;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.model.Column;
import dev.schemac.model.DataType;
import dev.schemac.model.PartitionOf;
import dev.schemac.model.WholeTable;
import dev.schemac.resolve.TableDraft.ColumnDraft;
import dev.schemac.syntax.Expr;
import dev.schemac.syntax.Member;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What PostgreSQL's partitions say beyond what any table does: bounds, and words on columns. */
final class PartitionTables {
  private final ResolveContext context;

  /** Each table's own columns; a parent's are built before its partitions'. */
  private final Map<TableDraft, Map<String, Column>> built = new HashMap<>();

  PartitionTables(ResolveContext context) {
    this.context = context;
  }

  void remember(TableParts table) {
    Map<String, Column> own = new HashMap<>();
    table.columns.forEach(c -> own.put(c.name(), c));
    built.put(table.draft, own);
  }

  /** Keeps of a partition's columns those that differ from what its parent hands down. */
  void settle(TableParts table, TableDraft.Parent parent) {
    notNulls(table, parent.table());
    boolean ownOrder = hasOwnOrder(table, parent.table());
    List<Column> own = new ArrayList<>();
    for (Column column : table.columns) {
      Column above = column(parent.table(), column.name());
      check(table.draft.columns.get(column.name()), column, above);
      // The parent's trigger fires for its partitions.
      Column settled =
          above.onUpdate().isPresent() ? column.withOnUpdate(Optional.empty()) : column;
      if (ownOrder || !settled.equals(WholeTable.handedDown(above))) {
        own.add(settled);
      }
    }
    table.columns.clear();
    table.columns.addAll(own);
    table.partitionOf = Optional.of(new PartitionOf(parent.table().name, bound(parent)));
  }

  /** A table that was attached may have its columns in another order, and then names them all. */
  private static boolean hasOwnOrder(TableParts table, TableDraft parent) {
    List<String> own = table.columns.stream().map(Column::name).toList();
    return own.size() == parent.columns.size() && !own.equals(List.copyOf(parent.columns.keySet()));
  }

  /** {@code not null [NAME] (a)} about a column that only the parent declares. */
  private void notNulls(TableParts table, TableDraft parent) {
    for (Member.NotNullDecl member : table.draft.notNulls) {
      ColumnDraft column = table.draft.columns.get(member.column().text());
      if (column != null && !table.draft.declares(column)) {
        Column above = WholeTable.handedDown(column(parent, column.name()));
        Optional<String> name = new ColumnBuilder(context, null).notNullName(member.name());
        TreeMap<String, String> options = new TreeMap<>(above.options());
        options.putAll(new NotNullClauses(context).options(member));
        table.columns.add(above.withNullable(false).withNotNullName(name).withOptions(options));
      }
    }
  }

  private Column column(TableDraft table, String name) {
    Column own = built.getOrDefault(table, Map.of()).get(name);
    return own != null || table.parent.isEmpty()
        ? own
        : WholeTable.handedDown(column(table.parent.get().table(), name));
  }

  private void check(ColumnDraft draft, Column column, Column above) {
    if (!column.type().equals(above.type())) {
      context.report.add(
          Diagnostic.of(
                  Code.SC2007,
                  draft.declaration.type().span(),
                  "`" + column.name() + "` has another type than in the partitioned table")
              .withHelp("write the same type, or leave the column out"));
    }
    if (column.nullable() && !above.nullable()) {
      context.report.add(
          Diagnostic.of(
                  Code.SC2007,
                  draft.ident().span(),
                  "`" + column.name() + "` is NOT NULL in the partitioned table")
              .withHelp("leave `?` out"));
    }
  }

  private String bound(TableDraft.Parent parent) {
    List<Optional<DataType>> types = new ArrayList<>();
    for (Expr operand : parent.table().partitioning.orElseThrow().operands()) {
      types.add(
          operand instanceof Expr.Name name && name.parts().size() == 1
              ? Optional.ofNullable(parent.table().columns.get(name.parts().get(0).text()))
                  .map(c -> context.columnTypes.of(c).type())
              : Optional.empty());
    }
    checkBound(parent);
    return PostgresBound.normal(parent.written().bound(), types);
  }

  /** Each strategy has its own words. */
  private void checkBound(TableDraft.Parent parent) {
    String bound = parent.written().bound().toLowerCase(Locale.ROOT);
    String strategy = parent.table().partitioning.orElseThrow().strategy();
    boolean fits =
        switch (strategy) {
          case "range" -> bound.startsWith("from") || bound.equals("default");
          case "list" -> bound.startsWith("in") || bound.equals("default");
          case "hash" -> bound.startsWith("with");
          default -> true;
        };
    if (!fits && !bound.startsWith("less")) {
      String help =
          switch (strategy) {
            case "range" -> "write `from (…) to (…)` or `default`";
            case "list" -> "write `in (…)` or `default`";
            default -> "write `with (modulus N, remainder M)`";
          };
      context.report.add(
          Diagnostic.of(
                  Code.SC2007,
                  parent.written().span(),
                  "`" + parent.written().name().text() + "` has no bound of `" + strategy + "`")
              .withHelp(help));
    }
  }
}
