package dev.schemac.dialect.postgres;

import dev.schemac.ddl.OnlineMode;
import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.model.Constraint;
import dev.schemac.model.Index;
import dev.schemac.model.QName;
import java.util.List;

/** Short forms of statements, without what only MySQL needs. */
final class Alter {
  private Alter() {}

  static Statement table(QName table, TableAction... actions) {
    return new Statement.AlterTable(table, List.of(actions), OnlineMode.DEFAULT);
  }

  static Statement table(QName table, List<TableAction> actions) {
    return new Statement.AlterTable(table, actions, OnlineMode.DEFAULT);
  }

  static TableAction add(Constraint constraint) {
    return new TableAction.AddConstraint(constraint);
  }

  static TableAction drop(Constraint constraint) {
    return new TableAction.DropConstraint(constraint);
  }

  static Statement createIndex(QName table, Index index) {
    return new Statement.CreateIndex(table, index, Statement.Build.PLAIN, OnlineMode.DEFAULT);
  }

  static Statement dropIndex(QName table, Index index) {
    return new Statement.DropIndex(table, index, Statement.Build.PLAIN, OnlineMode.DEFAULT);
  }

  static Statement createIndexConcurrently(QName table, Index index) {
    return new Statement.CreateIndex(
        table, index, Statement.Build.CONCURRENTLY, OnlineMode.DEFAULT);
  }

  static Statement dropIndexConcurrently(QName table, Index index) {
    return new Statement.DropIndex(table, index, Statement.Build.CONCURRENTLY, OnlineMode.DEFAULT);
  }

  static Statement renameIndex(QName table, String from, String to) {
    return new Statement.RenameIndex(table, from, to, OnlineMode.DEFAULT);
  }
}
