package dev.schemac.dialect.mysql;

import dev.schemac.ddl.Statement;
import dev.schemac.model.Constraint;
import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import dev.schemac.plan.Effect;
import dev.schemac.plan.Lowered;
import dev.schemac.plan.Step;
import dev.schemac.plan.Undo;
import java.util.List;
import java.util.Optional;

/**
 * An object gets another name. Rows, triggers, indexes and references follow a table; views and
 * routines do not, they are replaced by changes of their own. What the server cannot rename goes
 * and comes back.
 */
final class RenameObject {
  private RenameObject() {}

  static Lowered lower(Situation s, SchemaObject before, SchemaObject after) {
    return switch (before) {
      case Table table -> table(s, table, after.path().owner());
      case SchemaObject.View view -> view(s, view, after.path().owner());
      case SchemaObject.Routine ignored -> replaced(s, before, after);
      case SchemaObject.Trigger ignored -> replaced(s, before, after);
      case SchemaObject.NativeObject ignored -> replaced(s, before, after);
      case SchemaObject.Grant ignored -> replaced(s, before, after);
      case SchemaObject.Namespace o ->
          Refusals.noWay(
              "mysql cannot rename the database ".concat(o.name()),
              "declare the new namespace and move each table with `was "
                  .concat(o.name())
                  .concat(".table`, then retire the old one"));
      case SchemaObject.Extension ignored -> Refusals.notOnMySql("extensions");
      case SchemaObject.Role ignored -> Refusals.notOnMySql("roles in a schema");
      case SchemaObject.EnumType ignored -> Refusals.notOnMySql("enum types of their own");
      case SchemaObject.Domain ignored -> Refusals.notOnMySql("domains");
      case SchemaObject.Sequence sequence -> renamed(sequence, after.path().owner());
      case SchemaObject.Policy ignored -> Refusals.notOnMySql("policies");
      case SchemaObject.ExternalType ignored -> Refusals.notOnMySql("types of their own");
    };
  }

  private static Lowered table(Situation s, Table before, QName to) {
    boolean moves = !before.name().namespace().equals(to.namespace());
    boolean hasTrigger =
        s.context().before().all(SchemaObject.Trigger.class).stream()
            .anyMatch(t -> t.table().equals(before.name()));
    if (moves && hasTrigger) {
      return Refusals.noWay(
          "mysql cannot move a table with triggers to another database",
          "drop the triggers in a migration before, and declare them again behind it");
    }
    Optional<String> automatic = automaticName(before, s.is(to));
    if (automatic.isPresent()) {
      return Refusals.noWay(
          "the server renames ".concat(automatic.get()).concat(" along with the table"),
          "give the constraint a name that does not begin with the table's, in a migration before");
    }
    return renamed(before, to);
  }

  /** The server takes constraints called {@code <table>_ibfk_1} for its own and renames them. */
  private static Optional<String> automaticName(Table before, Table after) {
    return before.constraints().stream()
        .map(Constraint::name)
        .filter(name -> after.constraint(name).isPresent())
        .filter(name -> isAutomatic(before.name().name(), name))
        .findFirst();
  }

  private static boolean isAutomatic(String table, String name) {
    return name.startsWith(table) && name.substring(table.length()).matches("_(ibfk|chk)_[0-9]+");
  }

  private static Lowered view(Situation s, SchemaObject.View before, QName to) {
    boolean moves = !before.name().namespace().equals(to.namespace());
    return moves
        ? replaced(s, before, s.after().object(CreatedName.of(before, to)).orElse(before))
        : renamed(before, to);
  }

  private static Lowered renamed(SchemaObject before, QName to) {
    SchemaObject after = CreatedName.withName(before, to);
    return Lowered.of(
        Draft.of(
                "RenameObject",
                String.join(" ", "rename", before.path().toString(), "to", to.toString()))
            .run(new Statement.Rename(before, to))
            .effect(
                new Effect(
                    List.of(Cost.momentary(before.path().owner())),
                    List.of(),
                    List.of(),
                    Effect.Transaction.NONE))
            .undo(Undo.exactly(new Statement.Rename(after, before.path().owner())))
            .step());
  }

  /** The new text is the newer schema's, so a change of the text needs no step of its own. */
  private static Lowered replaced(Situation s, SchemaObject before, SchemaObject after) {
    SchemaObject now = s.after().object(after.path()).orElse(after);
    Step drop =
        Draft.of("RenameObject", "drop ".concat(before.path().toString()))
            .run(new Statement.Drop(before))
            .effect(CreateObject.effect(now))
            .undo(Undo.exactly(new Statement.Create(before)))
            .step();
    return Lowered.of(drop, CreateObject.step(s, now, "create ".concat(now.path().toString())));
  }
}
