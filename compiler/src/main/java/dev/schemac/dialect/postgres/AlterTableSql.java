package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.model.Expression;
import dev.schemac.model.QName;
import dev.schemac.sql.SqlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code ALTER TABLE}. Actions that share a statement are joined; renames and what is a statement
 * of its own split it. The server runs joined actions in its own order, so whoever needs an order
 * must make two statements.
 */
final class AlterTableSql {
  private final Syntax syntax;
  private final ColumnSql columns;
  private final ConstraintSql constraints;
  private final IndexSql indexes;
  private final TableOptionSql options;
  private final CommentSql comments;

  AlterTableSql(Syntax syntax) {
    this.syntax = syntax;
    this.columns = new ColumnSql(syntax);
    this.constraints = new ConstraintSql(syntax);
    this.indexes = new IndexSql(syntax);
    this.options = new TableOptionSql(syntax);
    this.comments = new CommentSql(syntax);
  }

  List<String> print(Statement.AlterTable alter) {
    List<String> texts = new ArrayList<>();
    List<TableAction> joined = new ArrayList<>();
    for (TableAction action : alter.actions()) {
      if (standsAlone(action)) {
        flush(texts, alter.table(), joined);
        texts.addAll(alone(alter.table(), action));
      } else {
        joined.add(action);
      }
    }
    flush(texts, alter.table(), joined);
    return texts;
  }

  private void flush(List<String> texts, QName table, List<TableAction> joined) {
    if (joined.isEmpty()) {
      return;
    }
    SqlWriter sql = syntax.start("ALTER TABLE").name(table);
    for (int i = 0; i < joined.size(); i++) {
      if (i > 0) {
        sql.close(",");
      }
      if (joined.size() > 1) {
        sql.line(2);
      }
      action(sql, joined.get(i));
    }
    joined.clear();
    texts.add(sql.text());
  }

  private static boolean standsAlone(TableAction action) {
    return action instanceof TableAction.RenameColumn
        || action instanceof TableAction.RenameConstraint
        || action instanceof TableAction.SetOptions
        || action instanceof TableAction.RenameIndex
        || action instanceof TableAction.SetDefaultAlone
        || action instanceof TableAction.AttachPartition
        || action instanceof TableAction.DetachPartition
        || action instanceof TableAction.SetIndexOptions
        || action instanceof TableAction.DropIndex
        || action instanceof TableAction.AddIndex
        || action instanceof TableAction.SetColumnOptions;
  }

  private List<String> alone(QName table, TableAction action) {
    SqlWriter sql = syntax.start("ALTER TABLE").name(table);
    return switch (action) {
      case TableAction.RenameColumn(var from, var to) ->
          List.of(rename(sql.phrase("RENAME COLUMN"), from, to));
      case TableAction.RenameConstraint(var from, var to) ->
          List.of(rename(sql.phrase("RENAME CONSTRAINT"), from, to));
      case TableAction.SetOptions set -> setOptions(table, set);
      case TableAction.RenameIndex(var from, var to) -> indexes.rename(table, from, to);
      case TableAction.SetDefaultAlone(var column, var value) ->
          List.of(defaultAlone(table, column, value));
      case TableAction.AttachPartition(var partition, var bound) ->
          List.of(PartitionSql.bound(sql.phrase("ATTACH PARTITION").name(partition), bound).text());
      case TableAction.DetachPartition(var partition) ->
          List.of(sql.phrase("DETACH PARTITION").name(partition).text());
      case TableAction.SetIndexOptions set -> indexes.options(table, set);
      case TableAction.AddIndex(var index) -> indexes.create(table, index, Statement.Build.PLAIN);
      case TableAction.SetColumnOptions(var column, var before, var after, var only) ->
          columns.settings(table, column, before, after, only);
      case TableAction.DropIndex(var name) ->
          List.of(syntax.start("DROP INDEX").name(table.withName(name)).text());
      case TableAction other -> throw notHere(other);
    };
  }

  private String defaultAlone(QName table, String column, Optional<Expression> value) {
    SqlWriter sql = alter(syntax.start("ALTER TABLE ONLY").name(table), column);
    value.ifPresentOrElse(
        v -> syntax.expression(sql.phrase("SET DEFAULT"), v), () -> sql.phrase("DROP DEFAULT"));
    return sql.text();
  }

  private static String rename(SqlWriter sql, String from, String to) {
    return sql.identifier(from).phrase("TO").identifier(to).text();
  }

  private List<String> setOptions(QName table, TableAction.SetOptions set) {
    List<String> texts = new ArrayList<>(options.alter(table, set.before(), set.after()));
    if (set.commentChanged()) {
      texts.add(comments.on(dev.schemac.model.ObjectPath.table(table), set.comment()));
    }
    return texts;
  }

  private void action(SqlWriter sql, TableAction action) {
    switch (action) {
      case TableAction.AddColumn(var column, var ignored) ->
          columns.define(sql.phrase("ADD COLUMN"), column);
      case TableAction.DropColumn(var column) -> sql.phrase("DROP COLUMN").identifier(column);
      case TableAction.SetType type -> setType(sql, type);
      case TableAction.SetNotNull(var column) -> alter(sql, column).phrase("SET NOT NULL");
      case TableAction.DropNotNull(var column) -> alter(sql, column).phrase("DROP NOT NULL");
      case TableAction.SetDefault(var column, var value) ->
          syntax.expression(alter(sql, column).phrase("SET DEFAULT"), value);
      case TableAction.DropDefault(var column) -> alter(sql, column).phrase("DROP DEFAULT");
      case TableAction.AddIdentity(var column, var identity) ->
          columns.identity(alter(sql, column).phrase("ADD"), identity);
      case TableAction.AlterIdentity(var column, var before, var after) ->
          columns.alterIdentity(sql, column, before, after);
      case TableAction.DropIdentity(var column) -> alter(sql, column).phrase("DROP IDENTITY");
      case TableAction.DropExpression(var column) -> alter(sql, column).phrase("DROP EXPRESSION");
      case TableAction.SetExpression(var column, var value) ->
          syntax.parenthesized(alter(sql, column).phrase("SET EXPRESSION AS"), value);
      case TableAction.AddConstraint(var constraint) ->
          constraints.define(sql.phrase("ADD"), constraint);
      case TableAction.AddConstraintUsingIndex(var constraint, var index) ->
          constraints.usingIndex(sql.phrase("ADD"), constraint, index);
      case TableAction.AddNotNull add -> addNotNull(sql, add);
      case TableAction.InheritNotNull(var name, var inherit) ->
          sql.phrase("ALTER CONSTRAINT")
              .identifier(name)
              .phrase(inherit ? "INHERIT" : "NO INHERIT");
      case TableAction.ValidateConstraint(var name) ->
          sql.phrase("VALIDATE CONSTRAINT").identifier(name);
      case TableAction.DropConstraint(var constraint) ->
          sql.phrase("DROP CONSTRAINT").identifier(constraint.name());
      case TableAction.RenameColumn other -> throw notHere(other);
      case TableAction.RenameConstraint other -> throw notHere(other);
      case TableAction.SetOptions other -> throw notHere(other);
      case TableAction.MoveColumn other -> throw notHere(other);
      case TableAction.MoveToEnd other -> throw notHere(other);
      case TableAction.MoveChecksToEnd other -> throw notHere(other);
      case TableAction.ChangePartitions other -> throw notHere(other);
      case TableAction.SetColumnOptions other -> throw notHere(other);
      case TableAction.AddIndex other -> throw notHere(other);
      case TableAction.DropIndex other -> throw notHere(other);
      case TableAction.RenameIndex other -> throw notHere(other);
      case TableAction.SetDefaultAlone other -> throw notHere(other);
      case TableAction.AttachPartition other -> throw notHere(other);
      case TableAction.DetachPartition other -> throw notHere(other);
      case TableAction.SetIndexOptions other -> throw notHere(other);
      case TableAction.ModifyColumn other -> throw notHere(other);
      case TableAction.EnforceCheck other -> throw notHere(other);
    }
  }

  private static SqlWriter alter(SqlWriter sql, String column) {
    return sql.phrase("ALTER COLUMN").identifier(column);
  }

  private void setType(SqlWriter sql, TableAction.SetType set) {
    syntax.type(alter(sql, set.column()).phrase("TYPE"), set.type());
    set.collation().ifPresent(c -> CollationName.write(sql, c));
    set.using().ifPresent(u -> syntax.expression(sql.phrase("USING"), u));
  }

  /** Below 18 a NOT NULL cannot be NOT VALID: a check stands in for it. */
  private void addNotNull(SqlWriter sql, TableAction.AddNotNull add) {
    sql.phrase("ADD CONSTRAINT").identifier(add.name());
    if (syntax.capabilities().namedNotNull()) {
      sql.phrase("NOT NULL").identifier(add.column());
    } else {
      sql.phrase("CHECK (").identifier(add.column()).phrase("IS NOT NULL").close(")");
    }
    if (add.noInherit()) {
      sql.phrase("NO INHERIT");
    }
    if (add.notValid()) {
      sql.phrase("NOT VALID");
    }
  }

  private static IllegalArgumentException notHere(TableAction action) {
    return new IllegalArgumentException(Optional.of(action).toString());
  }
}
