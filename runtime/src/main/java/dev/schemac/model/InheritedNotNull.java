package dev.schemac.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * NOT NULL of columns that PostgreSQL tables have from those that they inherit from. A file says
 * what a table declares: a column with {@code ?} may still have the NOT NULL of its parents. A
 * model says what holds, and from PostgreSQL 18 on also whether the heir has one of its own beside
 * ({@link NotNull#OWN}).
 */
public final class InheritedNotNull {
  private InheritedNotNull() {}

  /** The model of what a file says. */
  public static Schema meant(Schema said) {
    Schema schema = said;
    int deepest = said.tables().stream().mapToInt(t -> depth(said, t)).max().orElse(0);
    for (int depth = 1;
        depth <= deepest;
        depth++) { // a parent's first, which may be an heir itself
      int level = depth;
      schema = each(schema, t -> depth(said, t) == level, InheritedNotNull::meant);
    }
    return schema;
  }

  /** How many tables stand above one; no more than there are, whatever a file says. */
  private static int depth(Schema schema, Table table) {
    return depth(schema, table, new HashSet<>());
  }

  private static int depth(Schema schema, Table table, Set<QName> below) {
    int deepest = 0;
    if (below.add(table.name())) {
      for (QName parent : table.parents()) {
        int above = schema.table(parent).map(t -> depth(schema, t, below)).orElse(0);
        deepest = Math.max(deepest, above + 1);
      }
      below.remove(table.name());
    }
    return deepest;
  }

  /** What a file says of a model. */
  public static Schema said(Schema schema) {
    return each(schema, t -> !t.parents().isEmpty(), InheritedNotNull::said);
  }

  /**
   * The constraint's name on the server, which is that of its parents' where it is theirs alone.
   */
  public static String name(Schema schema, Table table, Column column) {
    if (isParents(schema, table, column) && !NotNull.isOwn(column)) {
      for (QName parent : table.parents()) {
        Optional<Table> above = schema.table(parent).map(t -> WholeTable.of(schema, t));
        Optional<Column> from = above.flatMap(t -> t.column(column.name()));
        if (from.filter(InheritedNotNull::handsDown).isPresent()) {
          return NotNull.name(parent.name(), from.get());
        }
      }
    }
    return NotNull.name(table.name().name(), column);
  }

  /** Whether parents hand a NOT NULL of the column down. */
  public static boolean isParents(Schema schema, Table table, Column column) {
    return Optional.ofNullable(WholeTable.inherited(schema, table).get(column.name()))
        .filter(c -> !c.nullable())
        .isPresent();
  }

  private static boolean handsDown(Column column) {
    return !column.nullable() && !NotNull.isNoInherit(column);
  }

  private interface Rewrite {
    /**
     * The column in other words.
     *
     * @param above what parents hand down
     * @param constraint whether the server keeps NOT NULL as one
     */
    Column column(Column column, Column above, boolean constraint);
  }

  private static Schema each(Schema schema, Predicate<Table> heirs, Rewrite rewrite) {
    if (schema.tables().stream().noneMatch(heirs)) {
      return schema;
    }
    List<SchemaObject> objects = new ArrayList<>();
    for (SchemaObject object : schema.objects()) {
      boolean heir = object instanceof Table table && heirs.test(table);
      objects.add(heir ? heir(schema, (Table) object, rewrite) : object);
    }
    return Schema.of(schema.target(), objects);
  }

  private static Table heir(Schema schema, Table table, Rewrite rewrite) {
    boolean constraint = schema.target().version().atLeast(18);
    Map<String, Column> inherited = WholeTable.inherited(schema, table);
    List<Column> columns = new ArrayList<>();
    for (Column column : table.columns()) {
      Column above = inherited.get(column.name());
      Column held = isKeys(table, column, above) ? column.withNullable(false) : column;
      columns.add(
          above == null ? NotNull.withOwn(held, false) : rewrite.column(held, above, constraint));
    }
    return table.withColumns(columns);
  }

  /** Whether a primary key makes it NOT NULL where parents do not. */
  private static boolean isKeys(Table table, Column column, Column above) {
    return (above == null || above.nullable())
        && table
            .primaryKey()
            .filter(k -> k.parts().contains(KeyPart.column(column.name())))
            .isPresent();
  }

  private static Column meant(Column column, Column above, boolean constraint) {
    boolean said =
        !above.nullable() && column.isInherited() ? NotNull.isOwn(column) : !column.nullable();
    return NotNull.withOwn(column, constraint && said).withNullable(!said && above.nullable());
  }

  private static Column said(Column column, Column above, boolean constraint) {
    if (!constraint || !above.nullable() && column.isInherited()) {
      return column;
    }
    return NotNull.withOwn(column, false).withNullable(!NotNull.isOwn(column));
  }
}
