package dev.schemac.dialect.mysql;

import dev.schemac.ddl.Statement;
import dev.schemac.diff.Change;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import dev.schemac.plan.Effect;
import dev.schemac.plan.Lowered;
import dev.schemac.plan.Phase;
import dev.schemac.plan.Step;
import dev.schemac.plan.Undo;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An object that is no table changes under its name. A view is replaced in place; a routine goes
 * and comes back; a trigger does so while its table is locked, so that no row is written without
 * it. Where the text follows a rename it goes before the rename and comes back behind it, since the
 * server does not carry names into texts.
 */
final class ReplaceObject {
  private ReplaceObject() {}

  static Lowered lower(Situation s, SchemaObject before, SchemaObject after) {
    return switch (after) {
      case SchemaObject.Namespace now -> namespace(s, (SchemaObject.Namespace) before, now);
      case SchemaObject.View ignored -> text(s, before, after);
      case SchemaObject.Routine ignored -> text(s, before, after);
      case SchemaObject.Trigger ignored -> text(s, before, after);
      case SchemaObject.NativeObject ignored -> text(s, before, after);
      case SchemaObject.Grant ignored -> text(s, before, after);
      case SchemaObject.Extension ignored -> Refusals.notOnMySql("extensions");
      case SchemaObject.Role ignored -> Refusals.notOnMySql("roles in a schema");
      case SchemaObject.EnumType ignored -> Refusals.notOnMySql("enum types of their own");
      case SchemaObject.Domain ignored -> Refusals.notOnMySql("domains");
      case SchemaObject.Sequence ignored -> Lowered.of(sequence(before, after));
      case SchemaObject.Policy ignored -> Refusals.notOnMySql("policies");
      case SchemaObject.ExternalType ignored -> Refusals.notOnMySql("types of their own");
      case Table ignored -> throw new IllegalArgumentException("a table is a ModifyTable");
    };
  }

  private static Lowered namespace(
      Situation s, SchemaObject.Namespace before, SchemaObject.Namespace after) {
    boolean takesBack =
        before.options().containsKey("charset") && !after.options().containsKey("charset");
    if (takesBack) {
      return Refusals.noWay(
          "mysql cannot take the character set of ".concat(after.path().name()).concat(" back"),
          "write the value that it is to have, e.g. `@mysql(charset = utf8mb4)`");
    }
    boolean sameOptions = before.options().equals(after.options());
    if (sameOptions && !s.capabilities().isMariaDb()) {
      return Refusals.notOnMySql("comments on databases");
    }
    Step alter =
        Draft.of("ReplaceObject", "alter ".concat(label(after)))
            .run(new Statement.AlterObject(before, after))
            .undo(undo(before, after))
            .step();
    return Lowered.of(after.isDefault() && !sameOptions ? withHolders(s, alter) : List.of(alter));
  }

  /** Those who hold what the database gave are made anew behind it, there and back. */
  private static List<Step> withHolders(Situation s, Step alter) {
    List<Step> holders = new ArrayList<>();
    s.after().objects().forEach(o -> holder(s, o).ifPresent(holders::add));
    Undo.Statements first = (Undo.Statements) alter.undo();
    List<Statement> back = new ArrayList<>(first.statements());
    List<Step> steps = new ArrayList<>();
    for (Step holder : holders) {
      if (holder.undo() instanceof Undo.Statements(var statements, var ignored)) {
        back.addAll(statements);
      }
      steps.add(
          holder.with(holder.statements(), new Undo.Nothing("it comes back with the database")));
    }
    steps.addFirst(alter.with(alter.statements(), new Undo.Statements(back, first.loses())));
    return steps;
  }

  private static String label(SchemaObject.Namespace namespace) {
    return namespace.isDefault()
        ? namespace.path().name()
        : "database ".concat(namespace.path().name());
  }

  /** What runs in the server holds the collation of the database that it was made in. */
  private static Optional<Step> holder(Situation s, SchemaObject object) {
    boolean runs =
        object instanceof SchemaObject.Routine
            || object instanceof SchemaObject.Trigger
            || object instanceof SchemaObject.NativeObject;
    return runs && !object.path().owner().hasNamespace() && !s.changes(object.path())
        ? s.before().object(object.path()).map(before -> inPlace(s, before, object))
        : Optional.empty();
  }

  private static Step sequence(SchemaObject before, SchemaObject after) {
    return Draft.of("ReplaceObject", "alter ".concat(after.path().toString()))
        .run(new Statement.AlterObject(before, after))
        .undo(Undo.exactly(new Statement.AlterObject(after, before)))
        .step();
  }

  /** What the older source left to the server cannot be said again. */
  private static Undo undo(SchemaObject.Namespace before, SchemaObject.Namespace after) {
    if (before.options().containsKey("charset") || !after.options().containsKey("charset")) {
      return Undo.exactly(new Statement.AlterObject(after, before));
    }
    String loses = "the defaults that the server had given to ".concat(before.path().name());
    return before.options().isEmpty()
        ? Undo.losing(loses)
        : Undo.losing(loses, new Statement.AlterObject(after, before));
  }

  private static Lowered text(Situation s, SchemaObject before, SchemaObject after) {
    if (isRenamed(s, after.path())) {
      // The rename drops the old text and creates the new one.
      return Lowered.of(List.of());
    }
    Set<ObjectPath> oldNames = namesThatGo(s, before);
    return oldNames.isEmpty() && !readsAtOnce(s, before) && !readsAtOnce(s, after)
        ? Lowered.of(inPlace(s, before, after))
        : around(s, before, after, oldNames);
  }

  /** What it reads goes and comes in one statement, so it goes before and comes back behind. */
  private static boolean readsAtOnce(Situation s, SchemaObject object) {
    return reads(object).stream().anyMatch(p -> s.atOnce(p.owner()).isPresent());
  }

  private static boolean isRenamed(Situation s, ObjectPath path) {
    boolean replacedByRename = path.kind() != ObjectKind.VIEW && path.kind() != ObjectKind.TABLE;
    return replacedByRename
        && s.context().changes().stream()
            .anyMatch(c -> c instanceof Change.RenameObject && c.path().equals(path));
  }

  /** Old names of what the object reads; a rename takes them away. */
  private static Set<ObjectPath> namesThatGo(Situation s, SchemaObject object) {
    Set<ObjectPath> reads = new LinkedHashSet<>(reads(object));
    Set<ObjectPath> found = new LinkedHashSet<>();
    for (Change change : s.context().changes()) {
      if (change instanceof Change.RenameColumn(var table, var from, var ignored)
          && reads.stream().anyMatch(p -> p.owner().equals(table))) {
        found.add(ObjectPath.column(table, from));
      }
      if (change instanceof Change.RenameObject(var was, var is)
          && reads.stream().anyMatch(p -> p.owner().equals(is.path().owner()))) {
        found.add(was.path());
      }
    }
    return found;
  }

  private static Set<ObjectPath> reads(SchemaObject object) {
    Set<ObjectPath> reads = new LinkedHashSet<>();
    if (object instanceof SchemaObject.View view) {
      reads.addAll(view.dependsOn());
    } else if (object instanceof SchemaObject.Trigger trigger) {
      reads.addAll(trigger.dependsOn());
      reads.add(ObjectPath.table(trigger.table()));
    } else if (object instanceof SchemaObject.Routine routine) {
      reads.addAll(routine.dependsOn());
    } else if (object instanceof SchemaObject.NativeObject other) {
      reads.addAll(other.dependsOn());
    }
    return reads;
  }

  private static Step inPlace(Situation s, SchemaObject before, SchemaObject after) {
    Draft draft =
        Draft.of("ReplaceObject", "replace ".concat(after.path().toString()))
            .effect(CreateObject.effect(after));
    if (after instanceof SchemaObject.Trigger now) {
      return locked(s, draft, (SchemaObject.Trigger) before, now);
    }
    if (after instanceof SchemaObject.View) {
      return draft
          .run(new Statement.Replace(after))
          .undo(Undo.exactly(new Statement.Replace(before)))
          .step();
    }
    return draft
        .run(new Statement.Drop(before), new Statement.Create(after))
        .undo(Undo.exactly(new Statement.Drop(after), new Statement.Create(before)))
        .step();
  }

  private static Step locked(
      Situation s, Draft draft, SchemaObject.Trigger before, SchemaObject.Trigger after) {
    return draft
        .effect(Cost.lockTables(after.table()))
        .run(locked(before, after, s.before(), s.after()))
        .requires(TriggerRow.leansOn(after))
        .undo(Undo.exactly(locked(after, before, s.after(), s.before())))
        .step();
  }

  /** While the table is locked, so that no row is written without the trigger. */
  private static Statement[] locked(
      SchemaObject.Trigger from, SchemaObject.Trigger to, Schema before, Schema after) {
    List<Statement> all = new ArrayList<>();
    all.add(new Statement.LockTables(List.of(to.table()), "write"));
    all.add(new Statement.Drop(from));
    all.add(new Statement.Create(to));
    for (SchemaObject.Trigger next : TriggerRow.chain(to, before, after)) {
      all.add(new Statement.Drop(next));
      all.add(new Statement.Create(next));
    }
    all.add(new Statement.UnlockTables());
    return all.toArray(Statement[]::new);
  }

  private static Lowered around(
      Situation s, SchemaObject before, SchemaObject after, Set<ObjectPath> oldNames) {
    Effect effect = CreateObject.effect(before);
    Step drop =
        Draft.of("ReplaceObject", "drop ".concat(before.path().toString()))
            .phase(Phase.EXPAND)
            .run(new Statement.Drop(before))
            .effect(effect)
            .releases(oldNames)
            .undo(Undo.exactly(new Statement.Create(before)))
            .step();
    return Lowered.of(drop, CreateObject.step(s, after, "create ".concat(after.path().toString())));
  }
}
