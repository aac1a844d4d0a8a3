package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.Expression;
import dev.schemac.model.Index;
import dev.schemac.model.NotNull;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.Table;
import dev.schemac.model.WholeTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The statements that make a table with everything but its foreign keys. */
final class TableStatements {
  private TableStatements() {}

  static List<Statement> create(Table table) {
    List<Statement> all = new ArrayList<>();
    all.add(new Statement.Create(table));
    table.indexes().forEach(i -> all.add(Alter.createIndex(table.name(), i)));
    all.addAll(IndexMarks.of(table));
    table.columns().forEach(c -> onUpdate(table.name(), c).ifPresent(all::add));
    table.columns().forEach(c -> notValid(table.name(), c).ifPresent(all::add));
    all.addAll(comments(table));
    rows(table, table.rows()).ifPresent(all::add);
    return all;
  }

  static List<Statement> comments(Table table) {
    List<Statement> all = new ArrayList<>();
    comment(all, table.path(), table.comment());
    for (Column column : table.columns()) {
      comment(all, ObjectPath.column(table.name(), column.name()), column.comment());
      comment(all, notNull(table.name(), column), NotNull.comment(column));
    }
    for (Constraint constraint : table.constraints()) {
      if (!(constraint instanceof Constraint.ForeignKey)) {
        comment(all, path(table.name(), constraint), constraint.comment());
      }
    }
    for (Index index : table.indexes()) {
      comment(all, path(table.name(), index), index.comment());
    }
    return all;
  }

  /** A NOT NULL that rows from before need not hold to: a new table cannot say so by itself. */
  static Optional<Statement> notValid(QName table, Column column) {
    return NotNull.isNotValid(column)
        ? Optional.of(
            Alter.table(
                table,
                new TableAction.AddNotNull(
                    NotNull.name(table.name(), column),
                    column.name(),
                    NotNull.isNoInherit(column),
                    true)))
        : Optional.empty();
  }

  /** A column's NOT NULL, which is a constraint from PostgreSQL 18 on, as comments name one. */
  static ObjectPath notNull(QName table, Column column) {
    return new ObjectPath(ObjectKind.CHECK, table, NotNull.name(table.name(), column));
  }

  private static void comment(List<Statement> all, ObjectPath path, Optional<String> comment) {
    comment(path, comment).ifPresent(all::add);
  }

  /** A comment where there is one. */
  static Optional<Statement> comment(ObjectPath path, Optional<String> comment) {
    return comment.map(c -> new Statement.CommentOn(path, comment));
  }

  /** What can be said of a constraint only once it is there. */
  static List<Statement> settings(QName table, Constraint constraint) {
    List<Statement> all = new ArrayList<>(IndexMarks.settings(table, constraint));
    comment(all, path(table, constraint), constraint.comment());
    return all;
  }

  static ObjectPath path(QName table, Constraint constraint) {
    return new ObjectPath(constraint.kind(), table, constraint.name());
  }

  /**
   * A table has one primary key: the path that dropping one leaves free and that adding one takes.
   */
  static Set<ObjectPath> primaryKeyOf(QName table, Constraint constraint) {
    return constraint instanceof Constraint.PrimaryKey
        ? Set.of(new ObjectPath(ObjectKind.PRIMARY_KEY, table, ""))
        : Set.of();
  }

  static ObjectPath path(QName table, Index index) {
    return new ObjectPath(ObjectKind.INDEX, table, index.name());
  }

  /** The trigger behind {@code on update now()}. */
  static Optional<Statement> onUpdate(QName table, Column column) {
    return column
        .onUpdate()
        .map(
            value ->
                new Statement.CreateRowTrigger(
                    Names.onUpdate(table, column.name()),
                    table,
                    Statement.TriggerEvent.ON_UPDATE_UNLESS_SET,
                    List.of(new Statement.Assignment(column.name(), value))));
  }

  static Statement dropOnUpdate(QName table, String column) {
    return new Statement.DropRowTrigger(
        Names.onUpdate(table, column), table, Statement.TriggerEvent.ON_UPDATE_UNLESS_SET);
  }

  /** The rows that belong to the schema. */
  static Optional<Statement> rows(Table table, List<List<Expression>> rows) {
    List<String> columns = table.columns().stream().map(Column::name).toList();
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(new Statement.Insert(table.name(), columns, rows));
  }

  /** All columns, also those that parents hand down. */
  static List<ObjectPath> columns(Schema schema, Table table) {
    return WholeTable.of(schema, table).columns().stream()
        .map(c -> ObjectPath.column(table.name(), c.name()))
        .toList();
  }

  /** Everything that a new table provides but foreign keys. */
  static List<ObjectPath> provided(Table table) {
    List<ObjectPath> all = new ArrayList<>();
    all.add(table.path());
    table.columns().forEach(c -> all.add(ObjectPath.column(table.name(), c.name())));
    table.constraints().stream()
        .filter(c -> !(c instanceof Constraint.ForeignKey))
        .forEach(c -> all.add(path(table.name(), c)));
    table.indexes().forEach(i -> all.add(path(table.name(), i)));
    return all;
  }
}
