package dev.schemac.plan;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.model.DataType;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.Table;
import dev.schemac.plan.DependantRecreation.Touch;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tables whose rows get another shape, so that no column may be of their row types meanwhile. */
final class RowTypes {
  private static final String DONE = "rows done";

  private RowTypes() {}

  static Map<QName, Touch> altered(List<StepOrder.Entry> entries, Schema before) {
    return altered(entries, heirs(before));
  }

  private static List<Table> heirs(Schema schema) {
    return schema.tables().stream().filter(t -> !t.parents().isEmpty()).toList();
  }

  private static Map<QName, Touch> altered(List<StepOrder.Entry> entries, List<Table> heirs) {
    Map<QName, Touch> found = new HashMap<>();
    for (StepOrder.Entry entry : entries) {
      Touch touch = new Touch(entry.rank(), entry.step().phase());
      for (Statement statement : entry.step().statements()) {
        if (statement instanceof Statement.AlterTable(var table, var actions, var ignored)
            && actions.stream().anyMatch(RowTypes::rewrites)) {
          alter(table, touch, heirs, found);
        }
      }
    }
    return found;
  }

  /** Whether every row gets another shape or a value of its own. */
  private static boolean rewrites(TableAction action) {
    return action instanceof TableAction.SetType
        || action instanceof TableAction.AddColumn(var column, var ignored)
            && (column.defaultValue().isPresent()
                || column.identity().isPresent()
                || column.generated().isPresent()
                || column.type() instanceof DataType.Named); // it may be a domain with checks
  }

  private static void alter(QName table, Touch touch, List<Table> heirs, Map<QName, Touch> found) {
    found.merge(table, touch, Touch::earlier);
    for (Table other : heirs) {
      if (other.parents().contains(table)) {
        alter(other.name(), touch, heirs, found);
      }
    }
  }

  /** A column stops being of the rows. */
  static StepOrder.Entry letGo(StepOrder.Entry entry, QName table) {
    return with(entry, Set.of(free(table)), Set.of());
  }

  /** A column is of them again. */
  static StepOrder.Entry taken(StepOrder.Entry entry, QName table) {
    return with(entry, Set.of(), Set.of(done(table)));
  }

  /** Puts the changes of shapes between the two. */
  static void between(List<StepOrder.Entry> entries, Schema before, Schema after) {
    List<Table> heirs = heirs(before);
    Map<QName, Touch> altered = altered(entries, heirs);
    if (altered.isEmpty()) {
      return;
    }
    entries.replaceAll(
        e -> with(e, leaving(e.step(), altered, before), arriving(e.step(), altered, after)));
    Set<ObjectPath> marks = new HashSet<>();
    entries.forEach(e -> marks.addAll(e.step().requires()));
    entries.forEach(e -> marks.addAll(e.step().provides()));
    entries.replaceAll(e -> between(e, altered(List.of(e), heirs).keySet(), marks));
  }

  private static StepOrder.Entry between(
      StepOrder.Entry entry, Set<QName> altered, Set<ObjectPath> marks) {
    Set<ObjectPath> requires = new HashSet<>();
    Set<ObjectPath> provides = new HashSet<>();
    for (QName table : altered) {
      if (marks.contains(free(table))) {
        requires.add(free(table));
      }
      if (marks.contains(done(table))) {
        provides.add(done(table));
      }
    }
    return entry.step().provides().stream().anyMatch(requires::contains)
        ? entry
        : with(entry, provides, requires);
  }

  /** A column of such rows that goes for good does so before. */
  private static Set<ObjectPath> leaving(Step step, Map<QName, Touch> altered, Schema before) {
    Set<ObjectPath> found = new HashSet<>();
    holding(step.removes(), step.provides(), altered, before).forEach(t -> found.add(free(t)));
    return found;
  }

  /** One that is new comes behind. */
  private static Set<ObjectPath> arriving(Step step, Map<QName, Touch> altered, Schema after) {
    Set<ObjectPath> found = new HashSet<>();
    holding(step.provides(), step.removes(), altered, after).forEach(t -> found.add(done(t)));
    return found;
  }

  private static Set<QName> holding(
      Set<ObjectPath> paths, Set<ObjectPath> but, Map<QName, Touch> altered, Schema schema) {
    Set<QName> found = new HashSet<>();
    for (ObjectPath path : paths) {
      if (path.kind() == ObjectKind.COLUMN && !but.contains(path)) {
        schema
            .table(path.owner())
            .flatMap(t -> t.column(path.member()))
            .flatMap(c -> rowsOf(c.type()))
            .filter(t -> altered.containsKey(t) && !t.equals(path.owner()))
            .ifPresent(found::add);
      }
    }
    return found;
  }

  /** The relation whose rows a type holds, if it is one at all. */
  static Optional<QName> rowsOf(DataType type) {
    return switch (type) {
      case DataType.Named(var name) -> Optional.of(name);
      case DataType.Array(var element) -> rowsOf(element);
      case DataType.Builtin ignored -> Optional.empty();
      case DataType.InlineEnum ignored -> Optional.empty();
      case DataType.InlineSet ignored -> Optional.empty();
    };
  }

  private static ObjectPath free(QName table) {
    return new ObjectPath(ObjectKind.TABLE, table, "rows free");
  }

  private static ObjectPath done(QName table) {
    return new ObjectPath(ObjectKind.TABLE, table, DONE);
  }

  private static StepOrder.Entry with(
      StepOrder.Entry entry, Set<ObjectPath> provides, Set<ObjectPath> requires) {
    return entry.with(entry.step().also(provides, requires));
  }
}
