package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.diff.Change;
import dev.schemac.model.Expression;
import dev.schemac.model.QName;
import dev.schemac.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The default of a column (§3.7): never reads or writes a row, volatile defaults included. */
final class ChangeDefault {
  private ChangeDefault() {}

  static List<Step> removal(Change.ModifyColumn change, PlanFacts facts) {
    Optional<Expression> old = change.before().defaultValue();
    if (old.isEmpty() || change.after().defaultValue().isPresent()) {
      return List.of();
    }
    String column = change.after().name();
    QName table = change.table();
    return List.of(
        ChangeColumn.step(ChangeDefault.class, change, "drop default of")
            .run(statements(table, column, Optional.empty(), facts))
            .effect(Effects.exclusive(table))
            .undo(statements(table, column, old, facts).toArray(Statement[]::new))
            .build());
  }

  static List<Step> setting(Change.ModifyColumn change, PlanFacts facts) {
    Optional<Expression> value = change.after().defaultValue();
    Optional<Expression> old = change.before().defaultValue();
    if (value.isEmpty() || value.equals(old)) {
      return List.of();
    }
    String column = change.after().name();
    QName table = change.table();
    return List.of(
        ChangeColumn.step(ChangeDefault.class, change, "set default of")
            .run(statements(table, column, value, facts))
            .effect(Effects.exclusive(table))
            .undo(statements(table, column, old, facts).toArray(Statement[]::new))
            .requires(facts.after().expression(value.get()))
            .build());
  }

  /**
   * A default goes down to all partitions and heirs, also to those that have one of their own:
   * where there is such a one, each table is changed by itself.
   */
  private static List<Statement> statements(
      QName table, String column, Optional<Expression> value, PlanFacts facts) {
    List<QName> below = Below.staying(table, facts);
    boolean own = below.stream().anyMatch(p -> Below.hasOwn(p, column, facts));
    if (!own) {
      return List.of(
          Alter.table(
              table,
              value
                  .<TableAction>map(v -> new TableAction.SetDefault(column, v))
                  .orElseGet(() -> new TableAction.DropDefault(column))));
    }
    List<Statement> all = new ArrayList<>();
    all.add(Alter.table(table, new TableAction.SetDefaultAlone(column, value)));
    below.stream()
        .filter(p -> Below.follows(p, table, column, facts))
        .forEach(p -> all.add(Alter.table(p, new TableAction.SetDefaultAlone(column, value))));
    return all;
  }

  /** The actions that change the default around a change of the type. */
  static List<TableAction> before(Change.ModifyColumn change) {
    List<TableAction> actions = new ArrayList<>();
    if (change.before().defaultValue().isPresent()) {
      actions.add(new TableAction.DropDefault(change.after().name()));
    }
    return actions;
  }

  static List<TableAction> after(Optional<Expression> value, String column) {
    List<TableAction> actions = new ArrayList<>();
    value.ifPresent(v -> actions.add(new TableAction.SetDefault(column, v)));
    return actions;
  }
}
