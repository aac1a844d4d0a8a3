package dev.schemac.dialect.postgres;

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

  static List<Step> removal(Change.ModifyColumn change) {
    Optional<Expression> old = change.before().defaultValue();
    if (old.isEmpty() || change.after().defaultValue().isPresent()) {
      return List.of();
    }
    String column = change.after().name();
    QName table = change.table();
    return List.of(
        ChangeColumn.step(ChangeDefault.class, change, "drop default of")
            .run(Alter.table(table, new TableAction.DropDefault(column)))
            .effect(Effects.exclusive(table))
            .undo(Alter.table(table, new TableAction.SetDefault(column, old.get())))
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
    TableAction back =
        old.<TableAction>map(o -> new TableAction.SetDefault(column, o))
            .orElseGet(() -> new TableAction.DropDefault(column));
    return List.of(
        ChangeColumn.step(ChangeDefault.class, change, "set default of")
            .run(Alter.table(table, new TableAction.SetDefault(column, value.get())))
            .effect(Effects.exclusive(table))
            .undo(Alter.table(table, back))
            .requires(facts.after().expression(value.get()))
            .build());
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
