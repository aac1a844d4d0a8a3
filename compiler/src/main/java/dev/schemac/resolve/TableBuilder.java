package dev.schemac.resolve;

import dev.schemac.diagnostic.Code;
import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.Index;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Table;
import dev.schemac.resolve.TableDraft.ColumnDraft;
import dev.schemac.syntax.Declaration.EnumStorage;
import dev.schemac.syntax.Ident;
import dev.schemac.syntax.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Tables: first their parts, then, once all written names are known, the names of the rest. */
final class TableBuilder {
  private final ResolveContext context;
  private final ColumnBuilder columns;
  private final KeyBuilder keys;
  private final CheckBuilder checks;
  private final ForeignKeyBuilder foreignKeys;
  private final PartitionBuilder partitions;
  private final PartitionTables partitionTables;
  private final MySqlTableRules mysqlRules;

  TableBuilder(ResolveContext context, SequenceBuilder sequences, CheckBuilder checks) {
    this.context = context;
    this.columns = new ColumnBuilder(context, sequences);
    this.keys = new KeyBuilder(context);
    this.checks = checks;
    this.foreignKeys = new ForeignKeyBuilder(context);
    this.partitions = new PartitionBuilder(context);
    this.partitionTables = new PartitionTables(context);
    this.mysqlRules = new MySqlTableRules(context);
  }

  TableParts parts(TableDraft draft) {
    TableParts table = new TableParts(draft);
    context.names.tooLong(draft.name.name(), draft.place);
    context.places.put(ObjectPath.table(draft.name), draft.place);
    for (ColumnDraft column : draft.columns.values()) {
      if (!draft.declares(column)) {
        continue;
      }
      Column built = columns.build(column);
      if (built.isInherited()) {
        Inheritance.check(context, column);
      }
      table.columns.add(built);
      keys.ofColumn(table, column);
      checks.ofColumn(table, column);
      reference(table, column);
    }
    draft.keys.forEach(k -> keys.ofMember(table, k));
    draft.checks.forEach(c -> checks.ofMember(table, c));
    draft.foreignKeys.forEach(f -> foreignKeys.ofMember(table, f));
    draft.notNulls.forEach(n -> notNull(draft, n));
    table.partitioning =
        draft.partitioning.map(
            p ->
                context.target.isMySql()
                    ? new MySqlPartitions(context, draft).build(p, table.columns)
                    : partitions.build(draft, p));
    draft.parent.ifPresent(p -> partitionTables.settle(table, p));
    partitionTables.remember(table);
    if (context.target.isMySql()) {
      mysqlRules.check(table);
    }
    return table;
  }

  private void reference(TableParts table, ColumnDraft column) {
    foreignKeys.ofColumn(table, column);
    ResolvedType type = context.columnTypes.of(column);
    boolean lookup =
        type.referenced().isEmpty()
            && type.enumeration()
                .map(e -> e.declaration().storage() instanceof EnumStorage.AsTable)
                .orElse(false);
    if (lookup) {
      foreignKeys.toLookup(table, column, type.enumeration().get().name());
    }
  }

  private void notNull(TableDraft draft, Member.NotNullDecl member) {
    ColumnDraft column = draft.columns.get(member.column().text());
    if (column == null) {
      context.report.unknown(
          "column",
          draft.name + "." + member.column().text(),
          member.column().span(),
          draft.columns.keySet());
      return;
    }
    if (draft.declares(column) && column.declaration.nullable()) {
      context.report.say(
          Code.SC2007, member.span(), "`?` and `not null` contradict each other", "leave `?` out");
    }
    new NotNullClauses(context).check(member);
  }

  /** Takes the names that authors gave, so that automatic ones keep clear of them. */
  void takeWrittenNames(TableParts table) {
    QName name = table.draft.name;
    for (Unnamed<Constraint> constraint : table.constraints) {
      boolean fixed = context.target.isMySql() && constraint.kind() == ObjectKind.PRIMARY_KEY;
      if (!fixed) {
        take(name, constraint);
      }
    }
    table.indexes.forEach(i -> take(name, i));
  }

  private void take(QName table, Unnamed<?> item) {
    item.name().ifPresent(n -> context.names.written(table, item.kind(), n.text(), n.span()));
  }

  /** Gives the remaining names and closes the table. */
  Table finish(TableParts table) {
    List<Constraint> constraints = new ArrayList<>();
    for (Unnamed<Constraint> constraint : table.constraints) {
      constraints.add(constraint.value().withName(name(table.draft.name, constraint)));
    }
    List<Index> indexes = new ArrayList<>();
    for (Unnamed<Index> index : table.indexes) {
      indexes.add(index.value().withName(name(table.draft.name, index)));
    }
    marks(table, constraints, indexes);
    return new Table(
        table.draft.name,
        table.columns,
        constraints,
        indexes,
        table.partitioning,
        table.rows,
        table.draft.comment,
        table.draft.options,
        table.draft.external,
        table.partitionOf);
  }

  /** The index that a table is clustered on or is known to replicas by is one of its own. */
  private void marks(TableParts table, List<Constraint> constraints, List<Index> indexes) {
    Set<String> known = new TreeSet<>();
    indexes.forEach(i -> known.add(i.name()));
    constraints.forEach(c -> known.add(c.name()));
    for (String key : List.of("cluster", "replica_identity")) {
      String name = table.draft.options.getOrDefault(key, "default");
      boolean word = Set.of("full", "nothing", "default").contains(name);
      boolean inherits = table.draft.external || table.partitionOf.isPresent();
      if (!word && !inherits && !known.contains(name)) {
        context.report.unknown("index", name, table.draft.place, known);
      }
    }
  }

  /** The indexes of a materialised view. */
  List<Index> indexesOf(TableDraft view) {
    TableParts parts = new TableParts(view);
    view.keys.forEach(k -> keys.ofMember(parts, k));
    takeWrittenNames(parts);
    return finish(parts).indexes();
  }

  private String name(QName table, Unnamed<?> item) {
    String name = chosen(table, item);
    ObjectPath path = new ObjectPath(item.kind(), table, name);
    context.places.put(path, item.place());
    item.was()
        .ifPresent(w -> context.evolution.was(path, QName.of(w.text()), item.place(), w.span()));
    return name;
  }

  private String chosen(QName table, Unnamed<?> item) {
    if (context.target.isMySql() && item.kind() == ObjectKind.PRIMARY_KEY) {
      return "PRIMARY";
    }
    return item.name()
        .map(Ident::text)
        .orElseGet(() -> context.names.automatic(table, item.kind(), item.parts(), item.label()));
  }
}
