package dev.schemac.emit;

import dev.schemac.diff.Change;
import dev.schemac.diff.ChangeApplier;
import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.Index;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import dev.schemac.plan.KeptColumns;
import dev.schemac.plan.Phase;
import dev.schemac.plan.Plan;
import dev.schemac.plan.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The schema between expand and contract: the new one, with the plan's temporary objects, and with
 * everything that only the contract migration removes.
 */
public final class ExpandSchema {
  private final Schema renamed;
  private final Set<ObjectPath> removedLater;
  private final Map<ObjectPath, SchemaObject> objects = new LinkedHashMap<>();

  private ExpandSchema(Plan plan) {
    List<Change> renames =
        plan.changes().stream()
            .filter(c -> c instanceof Change.RenameObject || c instanceof Change.RenameColumn)
            .toList();
    this.renamed = ChangeApplier.apply(plan.before(), renames);
    this.removedLater =
        plan.steps().stream()
            .filter(step -> step.phase() == Phase.CONTRACT)
            .map(Step::removes)
            .flatMap(Set::stream)
            .collect(Collectors.toSet());
    plan.after().objects().forEach(object -> objects.put(object.path(), object));
  }

  /** What a database holds once all expand steps of the plan have run, and no contract step. */
  public static Schema of(Plan plan) {
    ExpandSchema expand = new ExpandSchema(plan);
    for (SchemaObject before : expand.renamed.objects()) {
      expand.keep(before);
    }
    plan.temporaries().forEach(expand::add);
    return Schema.of(plan.after().target(), expand.objects.values());
  }

  /** Several patterns may each add to one table. */
  private void add(SchemaObject temporary) {
    SchemaObject there = objects.get(temporary.path());
    boolean both = there instanceof Table && temporary instanceof Table;
    objects.put(temporary.path(), both ? union((Table) there, (Table) temporary) : temporary);
  }

  private static Table union(Table there, Table temporary) {
    return there
        .withColumns(union(there.columns(), temporary.columns(), Column::name))
        .withConstraints(union(there.constraints(), temporary.constraints(), Constraint::name))
        .withIndexes(union(there.indexes(), temporary.indexes(), Index::name));
  }

  private static <T> List<T> union(List<T> there, List<T> temporary, Function<T, String> name) {
    Map<String, T> byName = new LinkedHashMap<>();
    there.forEach(member -> byName.put(name.apply(member), member));
    temporary.forEach(member -> byName.put(name.apply(member), member));
    return List.copyOf(byName.values());
  }

  private void keep(SchemaObject before) {
    SchemaObject now = objects.get(before.path());
    if (now == null && removedLater.contains(before.path())) {
      objects.put(before.path(), before);
    } else if (now instanceof Table after && before instanceof Table table) {
      objects.put(before.path(), withRemains(after, table));
    }
  }

  private Table withRemains(Table after, Table before) {
    Table whole =
        KeptColumns.in(
            after, before, c -> removedLater.contains(ObjectPath.column(before.name(), c.name())));
    List<Constraint> constraints = new ArrayList<>(after.constraints());
    for (Constraint constraint : before.constraints()) {
      if (after.constraint(constraint.name()).isEmpty() && goes(before, constraint.name())) {
        constraints.add(constraint);
      }
    }
    List<Index> indexes = new ArrayList<>(after.indexes());
    for (Index index : before.indexes()) {
      if (after.index(index.name()).isEmpty() && goes(before, index.name())) {
        indexes.add(index);
      }
    }
    return whole.withConstraints(constraints).withIndexes(indexes);
  }

  /** Whether the contract migration removes the table's member of that name, whatever its kind. */
  private boolean goes(Table table, String member) {
    return removedLater.stream()
        .anyMatch(path -> path.owner().equals(table.name()) && path.member().equals(member));
  }
}
