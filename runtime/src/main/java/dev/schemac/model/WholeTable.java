package dev.schemac.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A PostgreSQL partition, or a table that inherits, with everything that its parents hand down, as
 * a table that stands alone: what a partition is once it is detached, and what it has to be before
 * it can be attached.
 */
public final class WholeTable {
  private final Schema schema;

  private WholeTable(Schema schema) {
    this.schema = schema;
  }

  /** The table as a whole; one without parents as it is. */
  public static Table of(Schema schema, Table table) {
    return new WholeTable(schema).whole(table, new HashSet<>());
  }

  /** The partitions right below a table, in their order. */
  public static List<Table> partitions(Schema schema, QName parent) {
    return schema.tables().stream()
        .filter(t -> t.partitionOf().filter(p -> p.parent().equals(parent)).isPresent())
        .toList();
  }

  /**
   * What a partition's column is where the partition says nothing about it. An identity stays with
   * the parent: a table that is to be attached has none, and one that is detached keeps none.
   */
  public static Column handedDown(Column column) {
    TreeMap<String, String> options = new TreeMap<>(column.options());
    options.keySet().retainAll(Set.of("storage", "compression", NotNull.NOT_VALID));
    return new Column(
        column.name(),
        column.type(),
        column.nullable() || NotNull.isNoInherit(column),
        Optional.empty(),
        column.defaultValue(),
        Optional.empty(),
        Optional.empty(),
        column.generated(),
        column.collation(),
        Optional.empty(),
        options);
  }

  /**
   * What the parents of a table that inherits hand down to it, as columns that it does not declare.
   */
  public static Map<String, Column> inherited(Schema schema, Table table) {
    Map<String, Column> found = new LinkedHashMap<>();
    if (!table.parents().isEmpty()) {
      of(schema, table.withColumns(List.of())).columns().stream()
          .map(c -> c.withInherited(true).withNotNullName(Optional.empty()))
          .forEach(c -> found.put(c.name(), c));
    }
    return found;
  }

  /** Whether an index of a partition is the partition's part of its parent's index. */
  public static boolean isPart(Index parent, Index partition) {
    return bare(parent).equals(bare(partition));
  }

  /** The same for constraints with an index behind them. */
  public static boolean isPart(Constraint parent, Constraint partition) {
    Optional<Constraint> key = bare(parent);
    return key.isPresent() && key.equals(bare(partition));
  }

  private Table whole(Table table, Set<QName> seen) {
    if (!table.parents().isEmpty()) {
      return seen.add(table.name()) ? inheriting(table, seen) : table;
    }
    Optional<Table> parent = table.partitionOf().flatMap(p -> schema.table(p.parent()));
    if (parent.isEmpty() || !seen.add(table.name())) {
      return table;
    }
    Table above = whole(parent.get(), seen);
    return new Table(
        table.name(),
        columns(table, above),
        constraints(table, above),
        indexes(table, above),
        table.partitioning(),
        table.rows(),
        table.comment(),
        table.options(),
        table.external(),
        Optional.empty());
  }

  /** Columns and checks come from every parent, keys from none. */
  private Table inheriting(Table table, Set<QName> seen) {
    Map<String, Column> columns = new LinkedHashMap<>();
    List<Constraint> constraints = new ArrayList<>(table.constraints());
    for (QName name : table.parents()) {
      Optional<Table> parent = schema.table(name).map(t -> whole(t, seen));
      for (Column column : parent.map(Table::columns).orElse(List.of())) {
        Column own = table.column(column.name()).orElseGet(() -> handedDown(column));
        boolean parents = !NotNull.isOwn(own) && !handedDown(column).nullable();
        columns.putIfAbsent(
            column.name(), parents ? named(own, table, column, parent.orElseThrow()) : own);
      }
      for (Constraint constraint : parent.map(Table::constraints).orElse(List.of())) {
        boolean there = constraints.stream().anyMatch(c -> isSame(constraint, c));
        if (constraint instanceof Constraint.Check && !there) {
          inherited(constraint, table.name().name()).ifPresent(constraints::add);
        }
      }
    }
    table.columns().forEach(c -> columns.putIfAbsent(c.name(), c));
    return table
        .withColumns(columns.values().stream().map(WholeTable::alone).toList())
        .withConstraints(constraints);
  }

  private static Column alone(Column column) {
    return NotNull.withOwn(column.withInherited(false), false);
  }

  private List<Column> columns(Table table, Table parent) {
    Map<String, Column> found = new LinkedHashMap<>();
    if (table.columns().size() >= parent.columns().size()) {
      table.columns().forEach(c -> found.put(c.name(), c));
    }
    for (Column column : parent.columns()) {
      Column own = table.column(column.name()).orElseGet(() -> handedDown(column));
      found.put(column.name(), named(own, table, column, parent));
    }
    return List.copyOf(found.values());
  }

  /** PostgreSQL 18 hands the name of a NOT NULL down. */
  private Column named(Column column, Table table, Column above, Table parent) {
    boolean kept = schema.target().version().atLeast(18) && !column.nullable();
    if (!kept) {
      return column;
    }
    String automatic = ChosenName.of(table.name().name(), column.name(), "not_null");
    String inherited =
        above
            .notNullName()
            .orElseGet(() -> ChosenName.of(parent.name().name(), above.name(), "not_null"));
    String name = column.notNullName().orElse(above.nullable() ? automatic : inherited);
    return column.withNotNullName(name.equals(automatic) ? Optional.empty() : Optional.of(name));
  }

  private static List<Constraint> constraints(Table table, Table parent) {
    List<Constraint> all = new ArrayList<>(table.constraints());
    for (Constraint constraint : parent.constraints()) {
      boolean there = all.stream().anyMatch(c -> isPart(constraint, c) || isSame(constraint, c));
      if (!there) {
        inherited(constraint, table.name().name()).ifPresent(all::add);
      }
    }
    return all;
  }

  /** A check that the partition repeats. */
  private static boolean isSame(Constraint parent, Constraint partition) {
    return parent.kind() == ObjectKind.CHECK
        && partition.kind() == ObjectKind.CHECK
        && parent.name().equals(partition.name());
  }

  /** Checks and foreign keys keep their names, keys get the partition's. */
  private static Optional<Constraint> inherited(Constraint constraint, String table) {
    return switch (constraint) {
      case Constraint.Check c ->
          c.noInherit()
              ? Optional.empty()
              : Optional.of(
                  new Constraint.Check(
                      c.name(), c.condition(), false, c.enforcement(), Optional.empty()));
      case Constraint.ForeignKey c -> Optional.of(c.withComment(Optional.empty()));
      case Constraint.PrimaryKey c ->
          Optional.of(c.withComment(Optional.empty()).withName(ChosenName.of(table, "", "pkey")));
      case Constraint.Unique c ->
          Optional.of(
              c.withComment(Optional.empty())
                  .withName(ChosenName.ofKey(table, c.parts(), c.include(), "key")));
      case Constraint.Exclusion c ->
          Optional.of(
              c.withComment(Optional.empty())
                  .withName(ChosenName.ofKey(table, c.parts(), c.include(), "excl")));
    };
  }

  private static List<Index> indexes(Table table, Table parent) {
    List<Index> all = new ArrayList<>(table.indexes());
    for (Index index : parent.indexes()) {
      if (all.stream().noneMatch(i -> isPart(index, i))) {
        all.add(inherited(index, table.name().name()));
      }
    }
    return all;
  }

  /** A partition's part of its parent's index, as the server names it at first. */
  public static Index inherited(Index index, String table) {
    return new Index(
        ChosenName.ofKey(table, index.parts(), index.include(), "idx"),
        index.unique(),
        index.method(),
        index.parts(),
        index.include(),
        index.predicate(),
        index.nullsNotDistinct(),
        Optional.empty(),
        index.options());
  }

  /** What must be the same in a parent's key and its partition's. */
  private static Index bare(Index i) {
    return new Index(
        "",
        i.unique(),
        i.method(),
        i.parts(),
        i.include(),
        i.predicate(),
        i.nullsNotDistinct(),
        Optional.empty(),
        Options.none());
  }

  private static Optional<Constraint> bare(Constraint constraint) {
    SortedMap<String, String> none = Options.none();
    Optional<String> silent = Optional.empty();
    return switch (constraint) {
      case Constraint.PrimaryKey c ->
          Optional.of(
              new Constraint.PrimaryKey("", c.parts(), c.include(), c.deferral(), silent, none));
      case Constraint.Unique c ->
          Optional.of(
              new Constraint.Unique(
                  "", c.parts(), c.include(), c.nullsNotDistinct(), c.deferral(), silent, none));
      case Constraint.Exclusion c ->
          Optional.of(
              new Constraint.Exclusion(
                  "",
                  c.method(),
                  c.parts(),
                  c.include(),
                  c.predicate(),
                  c.deferral(),
                  silent,
                  none));
      case Constraint.Check ignored -> Optional.empty();
      case Constraint.ForeignKey ignored -> Optional.empty();
    };
  }
}
