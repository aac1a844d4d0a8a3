package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.diff.Change;
import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.DataType;
import dev.schemac.model.Index;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.Options;
import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What there is between the swap and the contract beside the newer schema. */
final class Temporaries {
  private Temporaries() {}

  /** The table with the old columns of all its conversions, their triggers and their types. */
  static List<SchemaObject> of(QName table, PlanFacts facts) {
    List<CopiedColumn> copied = new ArrayList<>();
    for (Change change : facts.context().changes()) {
      if (change instanceof Change.ModifyColumn m
          && m.table().equals(table)
          && ChangeType.concerns(m)) {
        facts
            .keyGroups()
            .of(m.path())
            .ifPresent(g -> copied.add(ConvertKeyByCopyAndRename.column(g, m, facts)));
        if (ConvertColumnByCopyAndRename.concerns(m, facts)) {
          copied.add(ConvertColumnByCopyAndRename.column(m, facts));
        }
      }
    }
    copied.addAll(ReplaceEnumByCopyAndRename.copied(table, facts));
    return of(table, copied, facts);
  }

  private static List<SchemaObject> of(QName name, List<CopiedColumn> copied, PlanFacts facts) {
    Table table = facts.tableAfter(name).orElseThrow();
    List<Column> columns = new ArrayList<>(table.columns());
    List<Constraint> constraints = new ArrayList<>(table.constraints());
    List<Index> indexes = new ArrayList<>(table.indexes());
    List<SchemaObject> all = new ArrayList<>();
    for (CopiedColumn column : copied) {
      CarryOver carried = new CarryOver(column, facts);
      columns.add(column.formerColumn());
      constraints.addAll(carried.formerKeys());
      indexes.addAll(carried.formerIndexes());
      column.reverseSync().ifPresent(t -> all.addAll(trigger(t, facts)));
      type(column.before().type(), facts).ifPresent(all::add);
    }
    all.addFirst(table.withColumns(columns).withConstraints(constraints).withIndexes(indexes));
    return all;
  }

  private static Optional<SchemaObject> type(DataType type, PlanFacts facts) {
    if (!(type instanceof DataType.Named(var name))) {
      return Optional.empty();
    }
    ObjectPath path = ObjectPath.of(ObjectKind.ENUM, name);
    return facts.context().after().object(path).isPresent()
        ? Optional.empty()
        : facts.context().before().object(path);
  }

  /** The trigger and its function, as objects of a schema. */
  private static List<SchemaObject> trigger(Statement.CreateRowTrigger trigger, PlanFacts facts) {
    List<String> texts = new TriggerSql(new Syntax(facts.can().version())).create(trigger);
    QName function = trigger.table().withName(trigger.name().concat("()"));
    SchemaObject.Routine routine =
        new SchemaObject.Routine(
            ObjectKind.FUNCTION,
            function,
            texts.getFirst(),
            Set.of(),
            Optional.empty(),
            false,
            Options.none());
    return List.of(
        routine,
        new SchemaObject.Trigger(
            trigger.table(),
            trigger.name(),
            texts.getLast(),
            Set.of(routine.path()),
            Optional.empty(),
            Options.none()));
  }
}
