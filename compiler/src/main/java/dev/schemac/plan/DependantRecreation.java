package dev.schemac.plan;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the views, policies, triggers, rules and routines with a body that the server has taken
 * apart that stand in the way of a column: PostgreSQL refuses to drop a column or to change its
 * type while one of these names it (a trigger in its {@code UPDATE OF}), and a view goes on reading
 * the old column where two columns swap their names (PostgreSQL manual, "ALTER TABLE", and
 * pg_depend). They are dropped before and made again after. MySQL keeps views by text and needs
 * none of this.
 *
 * <p>On both, a view whose text changes along with names that it reads is dropped before the rename
 * and made again after it, so that the way back meets the names that the old text knows.
 */
final class DependantRecreation {

  /**
   * An object to drop and make again.
   *
   * @param rank place of the first change that it stands in the way of
   * @param phase of that change's step
   */
  record Recreated(SchemaObject before, SchemaObject after, int rank, Phase phase) {}

  /** The first change that an object stands in the way of. */
  record Touch(int rank, Phase phase) {
    Touch earlier(Touch other) {
      return new Touch(
          Math.min(rank, other.rank), phase.compareTo(other.phase) < 0 ? phase : other.phase);
    }
  }

  private final Schema before;
  private final Schema after;
  private final Map<QName, Map<String, Touch>> touched = new LinkedHashMap<>();
  private final Map<ObjectPath, Touch> found = new LinkedHashMap<>();

  private DependantRecreation(Schema before, Schema after) {
    this.before = before;
    this.after = after;
  }

  /**
   * The dependants that outlive the steps but not unharmed, in the order of the schema.
   *
   * @param before under the new names of tables and columns
   * @param renamed tables and columns with a new name, under it
   */
  static List<Recreated> of(
      List<StepOrder.Entry> entries, Schema before, Schema after, Set<ObjectPath> renamed) {
    DependantRecreation recreation = new DependantRecreation(before, after);
    recreation.rewritten(renamed);
    if (before.target().isPostgres()) {
      entries.forEach(recreation::touch);
      if (!recreation.touched.isEmpty()) {
        recreation.direct();
      }
      DependantClosure.of(before, recreation.going(entries)).forEach(recreation::hangs);
    }
    return recreation.found.isEmpty() ? List.of() : recreation.recreated();
  }

  /** Views whose text changes together with names that they read. */
  private void rewritten(Set<ObjectPath> renamed) {
    if (renamed.isEmpty()) {
      return;
    }
    Set<QName> tables = tables(renamed);
    for (SchemaObject.View view : before.all(SchemaObject.View.class)) {
      Optional<SchemaObject> now = after.object(view.path());
      boolean changed =
          now.isPresent()
              && now.get() instanceof SchemaObject.View other
              && !other.query().equals(view.query());
      if (changed && tables(view.dependsOn()).stream().anyMatch(tables::contains)) {
        found.put(view.path(), new Touch(0, Phase.EXPAND));
      }
    }
  }

  private void touch(StepOrder.Entry entry) {
    Set<String> given = new HashSet<>();
    for (Statement statement : entry.step().statements()) {
      if (statement instanceof Statement.AlterTable(var table, var actions, var ignored)) {
        for (TableAction action : actions) {
          if (action instanceof TableAction.RenameColumn(var from, var to)) {
            given.add(to);
          }
        }
      }
    }
    for (Statement statement : entry.step().statements()) {
      if (statement instanceof Statement.AlterTable(var table, var actions, var ignored)) {
        actions.forEach(a -> touch(table, a, given, entry));
      }
    }
  }

  private void touch(QName table, TableAction action, Set<String> given, StepOrder.Entry entry) {
    Optional<String> column =
        switch (action) {
          case TableAction.DropColumn(var name) -> Optional.of(name);
          case TableAction.SetType(var name, var type, var collation, var using) ->
              Optional.of(name);
          // Another column takes over the name: a swap, which a view would not follow.
          case TableAction.RenameColumn(var from, var to) ->
              Optional.of(from).filter(given::contains);
          case TableAction.AddColumn ignored -> Optional.empty();
          case TableAction.SetNotNull ignored -> Optional.empty();
          case TableAction.DropNotNull ignored -> Optional.empty();
          case TableAction.SetDefault ignored -> Optional.empty();
          case TableAction.DropDefault ignored -> Optional.empty();
          case TableAction.AddIdentity ignored -> Optional.empty();
          case TableAction.AlterIdentity ignored -> Optional.empty();
          case TableAction.DropIdentity ignored -> Optional.empty();
          case TableAction.DropExpression ignored -> Optional.empty();
          case TableAction.SetExpression ignored -> Optional.empty();
          case TableAction.SetColumnOptions ignored -> Optional.empty();
          case TableAction.ModifyColumn ignored -> Optional.empty();
          case TableAction.AddConstraint ignored -> Optional.empty();
          case TableAction.AddConstraintUsingIndex ignored -> Optional.empty();
          case TableAction.AddNotNull ignored -> Optional.empty();
          case TableAction.InheritNotNull ignored -> Optional.empty();
          case TableAction.ValidateConstraint ignored -> Optional.empty();
          case TableAction.DropConstraint ignored -> Optional.empty();
          case TableAction.RenameConstraint ignored -> Optional.empty();
          case TableAction.EnforceCheck ignored -> Optional.empty();
          case TableAction.SetDefaultAlone ignored -> Optional.empty();
          case TableAction.AttachPartition ignored -> Optional.empty();
          case TableAction.DetachPartition ignored -> Optional.empty();
          case TableAction.SetIndexOptions ignored -> Optional.empty();
          case TableAction.AddIndex ignored -> Optional.empty();
          case TableAction.DropIndex ignored -> Optional.empty();
          case TableAction.RenameIndex ignored -> Optional.empty();
          case TableAction.SetOptions ignored -> Optional.empty();
          case TableAction.MoveColumn ignored -> Optional.empty();
          case TableAction.MoveToEnd ignored -> Optional.empty();
          case TableAction.MoveChecksToEnd ignored -> Optional.empty();
          case TableAction.ChangePartitions ignored -> Optional.empty();
        };
    column
        .filter(c -> before.table(table).flatMap(t -> t.column(c)).isPresent())
        .ifPresent(
            c ->
                touched
                    .computeIfAbsent(table, t -> new LinkedHashMap<>())
                    .merge(c, new Touch(entry.rank(), entry.step().phase()), Touch::earlier));
  }

  private void direct() {
    for (SchemaObject object : before.objects()) {
      switch (object) {
        case SchemaObject.View o -> names(o, tables(o.dependsOn()), o.query());
        case SchemaObject.Trigger o -> names(o, Set.of(o.table()), o.definition());
        case SchemaObject.Policy o -> {
          Set<QName> tables = tables(o.dependsOn());
          tables.add(o.table());
          names(o, tables, o.definition());
        }
        case SchemaObject.Namespace ignored -> {}
        case SchemaObject.Extension ignored -> {}
        case SchemaObject.Role ignored -> {}
        case SchemaObject.EnumType ignored -> {}
        case SchemaObject.Domain ignored -> {}
        case SchemaObject.Sequence ignored -> {}
        case SchemaObject.Routine o -> {
          if (!DependantClosure.hasTextBody(o)) {
            names(o, tables(o.dependsOn()), o.definition());
          }
        }
        case SchemaObject.NativeObject o -> {
          if (o.nativeKind().equals("rule")) {
            names(o, tables(o.dependsOn()), o.create());
          }
        }
        case SchemaObject.Grant ignored -> {}
        case SchemaObject.ExternalType ignored -> {}
        case dev.schemac.model.Table ignored -> {}
      }
    }
  }

  private static Set<QName> tables(Set<ObjectPath> paths) {
    Set<QName> tables = new LinkedHashSet<>();
    for (ObjectPath path : paths) {
      if (path.kind() == ObjectKind.TABLE || path.kind() == ObjectKind.COLUMN) {
        tables.add(path.owner());
      }
    }
    return tables;
  }

  /** A star names every column. */
  private void names(SchemaObject object, Set<QName> tables, String sql) {
    Set<String> words = null;
    for (QName table : tables) {
      Map<String, Touch> columns = touched.getOrDefault(table, Map.of());
      for (Map.Entry<String, Touch> column : columns.entrySet()) {
        words = words == null ? SqlWords.of(sql) : words;
        if (words.contains(column.getKey()) || sql.contains("*")) {
          found.merge(object.path(), column.getValue(), Touch::earlier);
        }
      }
    }
  }

  /** What goes by itself or stands in the way of a column. */
  private Map<ObjectPath, Touch> going(List<StepOrder.Entry> entries) {
    Map<ObjectPath, Touch> going = DependantClosure.going(entries);
    found.forEach((path, touch) -> going.merge(path, touch, Touch::earlier));
    return going;
  }

  private void hangs(ObjectPath path, Touch touch) {
    found.merge(path, touch, Touch::earlier);
  }

  private List<Recreated> recreated() {
    List<Recreated> list = new ArrayList<>();
    for (SchemaObject object : before.objects()) {
      Touch touch = found.get(object.path());
      Optional<SchemaObject> now = after.object(object.path());
      if (touch != null && now.isPresent() && !object.external()) {
        list.add(new Recreated(object, now.get(), touch.rank(), touch.phase()));
      }
    }
    return list;
  }
}
