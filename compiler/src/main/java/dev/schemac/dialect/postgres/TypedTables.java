package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.model.Column;
import dev.schemac.model.DataType;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.Options;
import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import dev.schemac.plan.Lowered;
import dev.schemac.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Tables of a composite type: none of their columns can change, and the type cannot go, before they
 * are set free; they are of a type again once they have its columns, in its order.
 */
final class TypedTables {
  private TypedTables() {}

  /** The table as it is without its type. */
  static Table free(Table table) {
    TreeMap<String, String> options = new TreeMap<>(table.options());
    options.remove(Table.OF);
    return table.withOptions(options);
  }

  /** That a table is of no type. */
  static ObjectPath freed(QName table) {
    return new ObjectPath(ObjectKind.TABLE, table, "free");
  }

  /** Where a table gets another type, or none, or one at all. */
  static List<Step> steps(Table before, Table after, PlanFacts facts) {
    if (before.type().equals(after.type())) {
      return List.of();
    }
    List<Step> steps = new ArrayList<>();
    if (before.type().isPresent()) {
      steps.add(release(before, after.name(), facts));
    }
    if (after.type().isPresent()) {
      steps.add(bind(after, facts));
    }
    return steps;
  }

  /** Those that are of a type that changes, around its change. */
  static Lowered around(SchemaObject type, Lowered change, PlanFacts facts) {
    QName name = type.path().owner();
    List<Step> steps = new ArrayList<>();
    List<Step> behind = new ArrayList<>();
    for (Table table : facts.context().after().tables()) {
      Optional<Table> was =
          facts
              .tableBefore(table.name())
              .filter(t -> !facts.isDropped(t.path()))
              .filter(t -> t.type().equals(Optional.of(name)));
      if (was.isPresent() && table.type().equals(Optional.of(name))) {
        if (!keepsOrder(was.get(), table)) {
          return Refusal.of(
              "the columns of "
                  .concat(table.name().toString())
                  .concat(" would stand in another order than those of its type ")
                  .concat(name.toString()),
              "add attributes at the end, or make the table anew");
        }
        steps.add(release(was.get(), table.name(), facts));
        behind.add(bind(table, facts));
      }
    }
    steps.addAll(change.steps());
    steps.addAll(behind);
    return new Lowered(steps, change.diagnostics(), change.temporaries());
  }

  private static boolean keepsOrder(Table before, Table after) {
    List<String> names = after.columns().stream().map(Column::name).toList();
    List<String> stand = new ArrayList<>(before.columns().stream().map(Column::name).toList());
    stand.retainAll(names);
    names.stream().filter(n -> !stand.contains(n)).forEach(stand::add);
    return stand.equals(names);
  }

  private static Step release(Table before, QName now, PlanFacts facts) {
    return StepBuilder.step(TypedTables.class, "set", now.toString(), "free of its type")
        .run(set(now, before.options().get(Table.OF), null))
        .effect(Effects.exclusive(now))
        .undo(set(now, null, before.options().get(Table.OF)))
        .provides(freed(now))
        .releases(facts.before().type(new DataType.Named(before.type().orElseThrow())))
        .build();
  }

  private static Step bind(Table after, PlanFacts facts) {
    return StepBuilder.step(TypedTables.class, "make", after.name().toString(), "of its type")
        .run(set(after.name(), null, after.options().get(Table.OF)))
        .effect(Effects.exclusive(after.name()))
        .undo(set(after.name(), after.options().get(Table.OF), null))
        .requires(PartitionOrder.shape(after.name()))
        .requires(facts.after().type(new DataType.Named(after.type().orElseThrow())))
        .build();
  }

  private static Statement set(QName table, String old, String now) {
    return Alter.table(
        table, new TableAction.SetOptions(of(old), of(now), Optional.empty(), false));
  }

  private static java.util.SortedMap<String, String> of(String type) {
    if (type == null) {
      return Options.none();
    }
    TreeMap<String, String> options = new TreeMap<>();
    options.put(Table.OF, type);
    return options;
  }
}
