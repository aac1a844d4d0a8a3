package dev.schemac.dialect.mysql;

import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.Index;
import dev.schemac.model.Options;
import dev.schemac.model.Table;
import dev.schemac.sql.SqlWriter;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@code CREATE TABLE}: columns, keys, checks, indexes, options, partitions. */
final class TableSql {
  private final Syntax syntax;
  private final ColumnSql columns;
  private final ConstraintSql constraints;
  private final IndexSql indexes;
  private final TableOptionSql options;

  TableSql(Syntax syntax) {
    this.syntax = syntax;
    this.columns = new ColumnSql(syntax);
    this.constraints = new ConstraintSql(syntax);
    this.indexes = new IndexSql(syntax);
    this.options = new TableOptionSql(syntax);
  }

  /**
   * The whole table but for its rows.
   *
   * @param withForeignKeys whether they stand in the statement, or follow one by one
   */
  String create(Table table, boolean withForeignKeys) {
    SqlWriter sql = syntax.start("CREATE TABLE").name(table.name()).phrase("(");
    boolean first = true;
    for (Column column : table.columns()) {
      first = separate(sql, first);
      columns.define(sql, column);
    }
    for (Constraint constraint : table.constraints()) {
      if (withForeignKeys || !(constraint instanceof Constraint.ForeignKey)) {
        first = separate(sql, first);
        constraints.define(sql, constraint);
      }
    }
    for (Index index : table.indexes()) {
      first = separate(sql, first);
      indexes.define(sql, index);
    }
    for (var period : TablePeriods.of(table).entrySet()) {
      first = separate(sql, first);
      sql.phrase("PERIOD FOR").raw(period.getKey()).phrase("(").close(period.getValue()).close(")");
    }
    sql.line(0).close(")");
    options.create(sql, withCounter(table), table.comment());
    table.partitioning().ifPresent(p -> new PartitionSql(syntax).write(sql.line(0), p));
    return sql.text();
  }

  private static boolean separate(SqlWriter sql, boolean first) {
    if (!first) {
      sql.close(",");
    }
    sql.line(2);
    return false;
  }

  /** An identity's start is MySQL's table option. */
  private static SortedMap<String, String> withCounter(Table table) {
    Optional<String> start =
        table.columns().stream()
            .flatMap(c -> c.identity().stream())
            .flatMap(i -> Optional.ofNullable(i.sequenceOptions().get("start")).stream())
            .filter(value -> !value.equals("1"))
            .findFirst();
    if (start.isEmpty()) {
      return table.options();
    }
    SortedMap<String, String> all = new TreeMap<>(table.options());
    all.put("auto_increment", start.get());
    return Options.copy(all);
  }
}
