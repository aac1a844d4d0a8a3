package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.diff.Change;
import dev.schemac.diff.UsualPrivileges;
import dev.schemac.model.Index;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import dev.schemac.plan.Effect;
import dev.schemac.plan.Lowered;
import dev.schemac.plan.Step;
import dev.schemac.plan.Undo;
import dev.schemac.sql.PostgresGrant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An object that is no table comes into being (VW-a, FN-a, TG-a, EN-a, SQ-a, …). */
final class CreateObject {
  private CreateObject() {}

  static Lowered lower(Change.AddObject change, PlanFacts facts) {
    SchemaObject object = change.object();
    if (object instanceof Table table) {
      return table.external() ? external(object) : CreateTable.lower(table, facts);
    }
    if (object.external()) {
      return external(object);
    }
    if (PublicSchema.is(object)) {
      return ModifyObject.altered(PublicSchema.FRESH, object);
    }
    List<Step> steps = new ArrayList<>();
    steps.add(step(object, facts));
    if (object instanceof SchemaObject.Sequence sequence && sequence.ownedBy().isPresent()) {
      steps.add(ChangeSequence.own(sequence, facts));
    }
    return Lowered.of(steps);
  }

  static Lowered external(SchemaObject object) {
    return Refusal.nothingToDo(
        object.path().toString().concat(" is somebody else's and is left alone"));
  }

  private static Step step(SchemaObject object, PlanFacts facts) {
    return StepBuilder.step(
            CreateObject.class, "create", object.path().kind().word(), title(object))
        .run(statements(object))
        .effect(effect(object))
        .undo(undo(object, facts))
        .provides(facts.leavingName(object.path()))
        .provides(takenBack(object, facts))
        .requires(
            object instanceof SchemaObject.Sequence
                ? List.of(IdentitySequence.free(object.path().owner()))
                : everything(object, facts))
        .build();
  }

  /** Grants that go before somebody is told to have nothing: others may have got it from them. */
  private static List<ObjectPath> takenBack(SchemaObject object, PlanFacts facts) {
    return object instanceof SchemaObject.Grant grant
            && UsualPrivileges.isUsual(grant, facts.context().after())
        ? facts.context().before().all(SchemaObject.Grant.class).stream()
            .filter(g -> g.on().equals(grant.on()) && !g.isDefault())
            .map(SchemaObject::path)
            .filter(facts::isDropped)
            .toList()
        : List.of();
  }

  /** Default privileges would fall to what is made later. */
  private static List<ObjectPath> everything(SchemaObject object, PlanFacts facts) {
    if (object instanceof SchemaObject.View view && view.materialized()) {
      return rights(view, facts.context().after());
    }
    if (object instanceof SchemaObject.Grant grant && !grant.isDefault()) {
      return facts.context().after().all(SchemaObject.Grant.class).stream()
          .filter(g -> takesFrom(g, grant))
          .map(SchemaObject::path)
          .toList();
    }
    return object instanceof SchemaObject.Grant grant && grant.isDefault()
        ? facts.context().after().objects().stream()
            .filter(o -> !(o instanceof SchemaObject.Grant))
            .map(SchemaObject::path)
            .toList()
        : List.of();
  }

  /** What a table's REVOKE takes is also what was granted on its columns. */
  private static boolean takesFrom(SchemaObject.Grant revoke, SchemaObject.Grant grant) {
    return revoke.definition().startsWith("REVOKE")
        && grant.definition().startsWith("GRANT")
        && revoke.on().equals(grant.on())
        && PostgresGrant.granteeOf(revoke.definition())
            .equals(PostgresGrant.granteeOf(grant.definition()));
  }

  /** It is filled with the rights of whoever owns the views that it reads. */
  private static List<ObjectPath> rights(SchemaObject.View view, Schema schema) {
    Set<QName> read = new LinkedHashSet<>();
    Deque<ObjectPath> open = new ArrayDeque<>(view.dependsOn());
    while (!open.isEmpty()) {
      ObjectPath path = open.poll();
      if (read.add(path.owner())
          && schema.object(path).orElse(view) instanceof SchemaObject.View inner) {
        open.addAll(inner.dependsOn());
      }
    }
    read.remove(view.name());
    return schema.all(SchemaObject.Grant.class).stream()
        .filter(g -> read.contains(g.on()) && !g.isDefault())
        .map(SchemaObject::path)
        .toList();
  }

  static String title(SchemaObject object) {
    return object instanceof SchemaObject.Grant grant ? grant.definition() : object.path().name();
  }

  private static Undo undo(SchemaObject object, PlanFacts facts) {
    Statement drop = new Statement.Drop(object);
    if (object instanceof SchemaObject.Grant grant) {
      return Undo.exactly(taken(grant, facts.renamed()).toArray(Statement[]::new));
    }
    return object instanceof SchemaObject.Sequence
        ? Undo.losing("the values drawn since", drop)
        : Undo.exactly(drop);
  }

  /**
   * Takes a privilege away and gives again what the schema still grants to the same role on the
   * same object: one privilege may stand in several grants, and REVOKE knows no difference.
   */
  static List<Statement> taken(SchemaObject.Grant grant, Schema remaining) {
    List<Statement> all = new ArrayList<>();
    all.add(new Statement.Drop(grant));
    if (grant.isDefault()) {
      return all; // the others come last, when nothing more is made
    }
    String grantee = PostgresGrant.granteeOf(grant.definition());
    for (SchemaObject.Grant other : remaining.all(SchemaObject.Grant.class)) {
      if (other.on().equals(grant.on())
          && PostgresGrant.granteeOf(other.definition()).equals(grantee)) {
        all.add(new Statement.Create(other));
      }
    }
    return all;
  }

  /** The object with its comments. */
  static List<Statement> statements(SchemaObject object) {
    List<Statement> all = new ArrayList<>();
    all.add(new Statement.Create(object));
    if (!(object instanceof SchemaObject.NativeObject)) {
      TableStatements.comment(object.path(), object.comment()).ifPresent(all::add);
    }
    if (object instanceof SchemaObject.View view) {
      view.columnComments()
          .forEach(
              (column, comment) ->
                  all.add(
                      new Statement.CommentOn(
                          ObjectPath.column(view.name(), column), Optional.of(comment))));
      for (Index index : view.indexes()) {
        TableStatements.comment(TableStatements.path(view.name(), index), index.comment())
            .ifPresent(all::add);
      }
    }
    return all;
  }

  /** A trigger makes writers wait, a policy everybody; the rest touches no table. */
  static Effect effect(SchemaObject made) {
    return switch (made) {
      case SchemaObject.Trigger trigger -> Effects.shareRowExclusive(trigger.table());
      case SchemaObject.Policy policy -> Effects.exclusive(policy.table());
      case SchemaObject.NativeObject object when object.nativeKind().equals("statistics") ->
          statistics(object);
      case SchemaObject ignored -> Effects.none();
    };
  }

  private static Effect statistics(SchemaObject.NativeObject object) {
    List<Effect.Lock> locks = new ArrayList<>();
    for (ObjectPath path : object.dependsOn()) {
      if (path.kind() == ObjectKind.TABLE) {
        locks.addAll(Effects.unblocking(path.owner(), false, Effect.Transaction.SHARED).locks());
      }
    }
    return new Effect(locks, List.of(), List.of(), Effect.Transaction.SHARED);
  }
}
