package dev.schemac.dialect.mysql;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.model.Constraint;
import dev.schemac.model.QName;
import dev.schemac.sql.SqlWriter;
import java.util.List;

/**
 * A foreign key that leads from a named database into the connection's own: an unqualified name
 * means the child's database there, and the connection's own has no name before the script runs. So
 * the statement is prepared with the name that {@code DATABASE()} gives.
 */
final class DefaultDatabase {
  private static final String PLACE = "schemac:default";

  private final Syntax syntax;

  DefaultDatabase(Syntax syntax) {
    this.syntax = syntax;
  }

  static boolean isReferredFrom(Statement.AlterTable alter) {
    return alter.table().hasNamespace()
        && alter.actions().stream()
            .anyMatch(
                a ->
                    a instanceof TableAction.AddConstraint(Constraint.ForeignKey key)
                        && !key.referencedTable().hasNamespace());
  }

  static Statement.AlterTable named(Statement.AlterTable alter) {
    List<TableAction> actions = alter.actions().stream().map(DefaultDatabase::named).toList();
    return new Statement.AlterTable(alter.table(), actions, alter.mode());
  }

  List<String> prepared(String sql) {
    SqlWriter set = syntax.start("SET @schemac_statement = REPLACE(").string(sql).close(",");
    set.string(PLACE).close(",").phrase("REPLACE(DATABASE(),");
    set.string("`").close(",").string("``").close("))");
    return List.of(
        set.text(),
        syntax.start("PREPARE schemac_statement FROM @schemac_statement").text(),
        syntax.start("EXECUTE schemac_statement").text(),
        syntax.start("DEALLOCATE PREPARE schemac_statement").text());
  }

  private static TableAction named(TableAction action) {
    if (action instanceof TableAction.AddConstraint(Constraint.ForeignKey key)
        && !key.referencedTable().hasNamespace()) {
      return new TableAction.AddConstraint(
          key.withReferencedTable(new QName(PLACE, key.referencedTable().name())));
    }
    return action;
  }
}
