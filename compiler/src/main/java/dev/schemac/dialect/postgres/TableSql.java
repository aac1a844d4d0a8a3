package dev.schemac.dialect.postgres;

import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.ExpressionTree;
import dev.schemac.model.NotNull;
import dev.schemac.model.Options;
import dev.schemac.model.Partitioning;
import dev.schemac.model.Table;
import dev.schemac.sql.SqlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** {@code CREATE TABLE} with its partitions and the settings that need an ALTER behind it. */
final class TableSql {
  private final Syntax syntax;
  private final ColumnSql columns;
  private final ConstraintSql constraints;
  private final TableOptionSql options;

  TableSql(Syntax syntax) {
    this.syntax = syntax;
    this.columns = new ColumnSql(syntax);
    this.constraints = new ConstraintSql(syntax);
    this.options = new TableOptionSql(syntax);
  }

  /** Everything but foreign keys, indexes, comments and rows. */
  List<String> create(Table table) {
    List<String> texts = new ArrayList<>();
    SqlWriter sql =
        syntax.start(
            options.isUnlogged(table.options()) ? "CREATE UNLOGGED TABLE" : "CREATE TABLE");
    sql.name(table.name());
    table.partitionOf().ifPresent(p -> PartitionSql.of(sql, p));
    members(sql, table);
    options.inherits(sql, table.options());
    table.partitionOf().ifPresent(p -> PartitionSql.bound(sql, p.bound()));
    table.partitioning().ifPresent(p -> partitionBy(sql, p));
    options.create(sql, table.options());
    texts.add(sql.text());
    settings(texts, table);
    return texts;
  }

  /**
   * A partition's columns are its parent's; their settings follow as ALTER. What a table says of
   * columns that it inherits follows too, but for NOT NULL where that is a constraint.
   */
  private void members(SqlWriter sql, Table table) {
    boolean partition = table.partitionOf().isPresent();
    List<Column> defined =
        partition ? List.of() : table.columns().stream().filter(c -> !c.isInherited()).toList();
    List<Column> notNull = syntax.capabilities().namedNotNull() ? notNull(table) : List.of();
    List<Constraint> keys =
        table.constraints().stream()
            .filter(c -> !(c instanceof Constraint.ForeignKey) && !isLater(table, c))
            .toList();
    if (partition && keys.isEmpty()) {
      return;
    }
    sql.phrase("(");
    boolean first = true;
    for (Column column : defined) {
      first = separate(sql, first);
      columns.define(sql, column);
    }
    for (Column column : notNull) {
      first = separate(sql, first);
      columns.notNullOf(sql, column);
    }
    for (Constraint constraint : keys) {
      first = separate(sql, first);
      constraints.define(sql, constraint);
    }
    if (!first) {
      sql.line(0);
    }
    sql.close(")");
  }

  /** Inherited columns that are NOT NULL here. */
  private static List<Column> notNull(Table table) {
    return table.columns().stream()
        .filter(c -> c.isInherited() && !c.nullable() && !NotNull.isNotValid(c))
        .toList();
  }

  /**
   * A check that the server must not have validated, and a key over the same columns as another
   * one, which the server would silently take for the same.
   */
  private boolean isLater(Table table, Constraint constraint) {
    return switch (constraint) {
      case Constraint.Check check -> check.enforcement() == Constraint.Enforcement.NOT_VALID;
      case Constraint.Unique key -> table.constraints().stream().anyMatch(c -> repeats(key, c));
      case Constraint.PrimaryKey key -> reliesOnParents(table, key);
      case Constraint.ForeignKey ignored -> false;
      case Constraint.Exclusion key -> table.constraints().stream().anyMatch(c -> repeats(key, c));
    };
  }

  private static boolean repeats(Constraint.Exclusion key, Constraint other) {
    return !other.name().equals(key.name())
        && other instanceof Constraint.Exclusion exclusion
        && exclusion.parts().equals(key.parts());
  }

  /** In the same statement it would give the table a NOT NULL of its own beside the parents'. */
  private boolean reliesOnParents(Table table, Constraint.PrimaryKey key) {
    boolean above = table.partitionOf().isPresent() || !table.parents().isEmpty();
    return above
        && syntax.capabilities().namedNotNull()
        && !key.parts().stream()
            .flatMap(p -> ExpressionTree.columns(p.expression()).stream())
            .allMatch(name -> table.column(name).filter(c -> !c.nullable()).isPresent());
  }

  private static boolean repeats(Constraint.Unique key, Constraint other) {
    return switch (other) {
      case Constraint.PrimaryKey primary -> primary.parts().equals(key.parts());
      case Constraint.Unique unique ->
          !unique.name().equals(key.name()) && unique.parts().equals(key.parts());
      case Constraint.Check ignored -> false;
      case Constraint.ForeignKey ignored -> false;
      case Constraint.Exclusion ignored -> false;
    };
  }

  private static boolean separate(SqlWriter sql, boolean first) {
    if (!first) {
      sql.close(",");
    }
    sql.line(2);
    return false;
  }

  private void partitionBy(SqlWriter sql, Partitioning partitioning) {
    sql.phrase("PARTITION BY").phrase(partitioning.strategy().toUpperCase(java.util.Locale.ROOT));
    sql.parenthesized(
        partitioning.operands(), operand -> PartitionSql.operand(sql, syntax, operand));
  }

  private void settings(List<String> texts, Table table) {
    for (Constraint constraint : table.constraints()) {
      if (isLater(table, constraint)) {
        SqlWriter sql = syntax.start("ALTER TABLE").name(table.name()).phrase("ADD");
        constraints.define(sql, constraint);
        texts.add(sql.text());
      }
    }
    for (Column column : table.columns()) {
      if (column.isInherited()) {
        continue; // what follows knows the parents
      }
      SortedMap<String, String> settings = IdentitySequence.settings(table.name(), column);
      texts.addAll(columns.settings(table.name(), column.name(), Options.none(), settings, false));
    }
    texts.addAll(options.afterCreate(table));
  }
}
