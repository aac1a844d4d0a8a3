package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.model.Column;
import dev.schemac.model.Expression;
import dev.schemac.model.Generated;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.Table;
import dev.schemac.model.WholeTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** What a new table says of columns that it inherits and does not declare, as ALTER TABLE. */
final class InheritedStatements {
  private InheritedStatements() {}

  static List<Statement> of(Table table, Schema schema) {
    List<Statement> all = new ArrayList<>();
    Map<String, Column> above = WholeTable.inherited(schema, table);
    for (Column column : table.columns()) {
      if (column.isInherited() && above.containsKey(column.name())) {
        column(all, table.name(), above.get(column.name()), column, schema);
      }
    }
    return all;
  }

  private static void column(
      List<Statement> all, QName table, Column was, Column is, Schema schema) {
    List<TableAction> actions = new ArrayList<>();
    boolean constraint = new Capabilities(schema.target().version()).namedNotNull();
    if (was.nullable() && !is.nullable() && !constraint) {
      actions.add(new TableAction.SetNotNull(is.name()));
    }
    if (!was.defaultValue().equals(is.defaultValue())) {
      actions.add(
          is.defaultValue()
              .<TableAction>map(v -> new TableAction.SetDefault(is.name(), v))
              .orElseGet(() -> new TableAction.DropDefault(is.name())));
    }
    is.identity().ifPresent(i -> actions.add(new TableAction.AddIdentity(is.name(), i)));
    computed(was, is).ifPresent(e -> actions.add(new TableAction.SetExpression(is.name(), e)));
    actions.forEach(a -> all.add(Alter.table(table, a)));
    SortedMap<String, String> old = IdentitySequence.settings(table, was);
    SortedMap<String, String> now = IdentitySequence.settings(table, is);
    if (!old.equals(now)) {
      all.add(
          Alter.table(
              table,
              new TableAction.SetColumnOptions(
                  is.name(),
                  ColumnStorage.spelledOut(old, now, is.type()),
                  ColumnStorage.spelledOut(now, old, is.type()),
                  false)));
    }
  }

  private static Optional<Expression> computed(Column was, Column is) {
    return was.generated().equals(is.generated())
        ? Optional.empty()
        : is.generated().map(Generated::expression);
  }
}
