package dev.schemac.dialect.mysql;

import dev.schemac.ddl.OnlineMode;
import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.DataType;
import dev.schemac.model.Index;
import dev.schemac.model.QName;
import dev.schemac.sql.SqlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code ALTER TABLE} with its actions and the explicit algorithm. */
final class AlterTableSql {
  /** {@code SET DEFAULT} is planned only where the type makes no difference. */
  private static final DataType UNTYPED = DataType.Builtin.of("int");

  private final Syntax syntax;
  private final ColumnSql columns;
  private final ConstraintSql constraints;
  private final IndexSql indexes;
  private final OnlineClause online;

  AlterTableSql(Syntax syntax) {
    this.syntax = syntax;
    this.columns = new ColumnSql(syntax);
    this.constraints = new ConstraintSql(syntax);
    this.indexes = new IndexSql(syntax);
    this.online = new OnlineClause(syntax.capabilities());
  }

  List<String> alter(Statement.AlterTable alter) {
    if (DefaultDatabase.isReferredFrom(alter)) {
      Statement.AlterTable named = DefaultDatabase.named(alter);
      return new DefaultDatabase(syntax)
          .prepared(alter(named.table(), named.actions(), named.mode()));
    }
    List<String> texts = new ArrayList<>();
    texts.add(alter(alter.table(), alter.actions(), alter.mode()));
    texts.addAll(defaultsDropped(alter.table(), defined(alter.actions())));
    return texts;
  }

  private static List<Column> defined(List<TableAction> actions) {
    List<Column> columns = new ArrayList<>();
    for (TableAction action : actions) {
      if (action instanceof TableAction.AddColumn(var column, var ignored)) {
        columns.add(column);
      } else if (action instanceof TableAction.ModifyColumn(var from, var column, var ignored)) {
        columns.add(column);
      } else if (action instanceof TableAction.MoveColumn(var column, var ignored)) {
        columns.add(column);
      }
    }
    return columns;
  }

  /** What no column definition can say: a nullable column without even NULL as its default. */
  List<String> defaultsDropped(QName table, List<Column> columns) {
    List<TableAction> drops = new ArrayList<>();
    for (Column column : columns) {
      if (ColumnSql.lacksDefault(column)) {
        drops.add(new TableAction.DropDefault(column.name()));
      }
    }
    return drops.isEmpty() ? List.of() : List.of(alter(table, drops, OnlineMode.INSTANT));
  }

  String addIndex(Statement.CreateIndex create) {
    return alter(create.table(), List.of(new TableAction.AddIndex(create.index())), create.mode());
  }

  String dropIndex(Statement.DropIndex drop) {
    return alter(
        drop.table(), List.of(new TableAction.DropIndex(drop.index().name())), drop.mode());
  }

  String renameIndex(Statement.RenameIndex rename) {
    return alter(
        rename.table(),
        List.of(new TableAction.RenameIndex(rename.from(), rename.to())),
        rename.mode());
  }

  private String alter(QName table, List<TableAction> actions, OnlineMode wanted) {
    OnlineMode mode = mode(actions, wanted);
    SqlWriter sql = syntax.start("ALTER TABLE").name(table);
    if (actions.size() == 1 && !(actions.get(0) instanceof TableAction.ChangePartitions)) {
      return online.write(action(sql, actions.get(0)), mode).text();
    }
    boolean first = true;
    for (TableAction action : actions) {
      if (!(action instanceof TableAction.ChangePartitions)) {
        action((first ? sql : sql.close(",")).line(2), action);
        first = false;
      }
    }
    online.writeOnLine(sql, mode, first);
    // PARTITION BY is no action of the list: it stands behind the table's options, without a comma.
    for (TableAction action : actions) {
      if (action instanceof TableAction.ChangePartitions(var change)) {
        boolean alone = PartitionActionSql.standsAlone(change);
        action((alone && mode != OnlineMode.DEFAULT ? sql.close(",") : sql).line(2), action);
      }
    }
    return sql.text();
  }

  /**
   * MariaDB knows no algorithm where partitions come and go; what changes the dictionary alone is
   * instant there unless an index goes.
   */
  private OnlineMode mode(List<TableAction> actions, OnlineMode wanted) {
    boolean alone =
        actions.stream()
            .anyMatch(
                a ->
                    a instanceof TableAction.ChangePartitions(var change)
                        && PartitionActionSql.standsAlone(change));
    if (!syntax.isMariaDb()) {
      return wanted;
    }
    boolean instant =
        wanted == OnlineMode.METADATA && actions.stream().noneMatch(AlterTableSql::dropsIndex);
    return alone ? OnlineMode.DEFAULT : instant ? OnlineMode.INSTANT : wanted;
  }

  private static boolean dropsIndex(TableAction action) {
    return action instanceof TableAction.DropIndex
        || action instanceof TableAction.DropConstraint(Constraint.Unique unique);
  }

  private SqlWriter action(SqlWriter sql, TableAction action) {
    return switch (action) {
      case TableAction.AddColumn(var column, var after) ->
          position(columns.define(sql.phrase("ADD COLUMN"), column), after);
      case TableAction.DropColumn(var column) -> sql.phrase("DROP COLUMN").identifier(column);
      case TableAction.RenameColumn(var from, var to) ->
          sql.phrase("RENAME COLUMN").identifier(from).phrase("TO").identifier(to);
      case TableAction.ModifyColumn(var from, var column, var after) ->
          position(modify(sql, from, column), after);
      case TableAction.SetDefault(var name, var value) ->
          syntax.defaultValue(
              sql.phrase("ALTER COLUMN").identifier(name).phrase("SET DEFAULT"), value, UNTYPED);
      case TableAction.DropDefault(var name) ->
          sql.phrase("ALTER COLUMN").identifier(name).phrase("DROP DEFAULT");
      case TableAction.AddConstraint(var constraint) ->
          constraints.define(sql.phrase("ADD"), constraint);
      case TableAction.DropConstraint(var constraint) -> constraints.drop(sql, constraint);
      case TableAction.RenameConstraint(var from, var to) -> renameIndex(sql, from, to);
      case TableAction.EnforceCheck(var name, var enforced) ->
          sql.phrase("ALTER CHECK").identifier(name).phrase(enforced ? "ENFORCED" : "NOT ENFORCED");
      case TableAction.AddIndex(Index index) -> indexes.define(sql.phrase("ADD"), index);
      case TableAction.DropIndex(var name) -> sql.phrase("DROP INDEX").identifier(name);
      case TableAction.RenameIndex(var from, var to) -> renameIndex(sql, from, to);
      case TableAction.SetOptions(var before, var after, var comment, var commentChanged) -> {
        new TableOptionSql(syntax).alter(sql, before, after, comment, commentChanged);
        yield sql;
      }
      case TableAction.MoveColumn(var column, var after) ->
          position(modify(sql, column.name(), column), Optional.of(after));
      case TableAction.MoveToEnd(var moved) -> moveToEnd(sql, moved);
      case TableAction.MoveChecksToEnd(var moved) -> moveChecksToEnd(sql, moved);
      case TableAction.ChangePartitions(var change) ->
          new PartitionActionSql(syntax).write(sql, change);
      case TableAction.SetType ignored -> throw foreign(action);
      case TableAction.SetDefaultAlone ignored -> throw foreign(action);
      case TableAction.AttachPartition ignored -> throw foreign(action);
      case TableAction.DetachPartition ignored -> throw foreign(action);
      case TableAction.SetIndexOptions ignored -> throw foreign(action);
      case TableAction.SetNotNull ignored -> throw foreign(action);
      case TableAction.DropNotNull ignored -> throw foreign(action);
      case TableAction.AddIdentity ignored -> throw foreign(action);
      case TableAction.AlterIdentity ignored -> throw foreign(action);
      case TableAction.DropIdentity ignored -> throw foreign(action);
      case TableAction.DropExpression ignored -> throw foreign(action);
      case TableAction.SetExpression ignored -> throw foreign(action);
      case TableAction.SetColumnOptions ignored -> throw foreign(action);
      case TableAction.AddConstraintUsingIndex ignored -> throw foreign(action);
      case TableAction.AddNotNull ignored -> throw foreign(action);
      case TableAction.InheritNotNull ignored -> throw foreign(action);
      case TableAction.ValidateConstraint ignored -> throw foreign(action);
    };
  }

  private SqlWriter modify(SqlWriter sql, String from, Column column) {
    return from.equals(column.name())
        ? columns.define(sql.phrase("MODIFY COLUMN"), column)
        : columns.define(sql.phrase("CHANGE COLUMN").identifier(from), column);
  }

  /** The server sees that nothing about them changes but their order. */
  private SqlWriter moveToEnd(SqlWriter sql, List<Index> moved) {
    sql.commaList(moved, i -> sql.phrase("DROP INDEX").identifier(i.name()));
    for (Index index : moved) {
      indexes.define(sql.close(",").phrase("ADD"), index);
    }
    return sql;
  }

  private SqlWriter moveChecksToEnd(SqlWriter sql, List<Constraint.Check> moved) {
    sql.commaList(moved, c -> constraints.drop(sql, c));
    for (Constraint.Check check : moved) {
      constraints.define(sql.close(",").phrase("ADD"), check);
    }
    return sql;
  }

  private static SqlWriter position(SqlWriter sql, Optional<String> after) {
    after.ifPresent(
        name -> {
          if (name.equals(TableAction.FIRST)) {
            sql.phrase("FIRST");
          } else {
            sql.phrase("AFTER").identifier(name);
          }
        });
    return sql;
  }

  private static SqlWriter renameIndex(SqlWriter sql, String from, String to) {
    return sql.phrase("RENAME INDEX").identifier(from).phrase("TO").identifier(to);
  }

  private static IllegalArgumentException foreign(TableAction action) {
    return new IllegalArgumentException("no MySQL action: ".concat(action.toString()));
  }
}
