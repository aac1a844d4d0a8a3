package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.diff.Change;
import dev.schemac.diff.UsualPrivileges;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import dev.schemac.plan.Effect;
import dev.schemac.plan.Lowered;
import dev.schemac.plan.Phase;
import dev.schemac.plan.Step;
import dev.schemac.plan.Undo;
import dev.schemac.sql.PostgresGrant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** An object that is no table goes, never with CASCADE. */
final class DropObject {
  private DropObject() {}

  static Lowered lower(Change.DropObject change, PlanFacts facts) {
    SchemaObject object = change.object();
    if (object.external()) {
      return CreateObject.external(object);
    }
    if (object instanceof Table) {
      return DropTable.lower(change, facts);
    }
    if (PublicSchema.is(object)) {
      return ModifyObject.altered(object, PublicSchema.FRESH);
    }
    if (object instanceof SchemaObject.Grant grant
        && UsualPrivileges.isUsual(grant, facts.context().before())) {
      return Refusal.nothingToDo(
          grant.definition().concat(" says what holds without default privileges anyway"));
    }
    if (object instanceof SchemaObject.Grant grant && goes(grant, facts)) {
      return Refusal.nothingToDo(grant.definition().concat(" goes with what it is about"));
    }
    List<Step> steps = new ArrayList<>();
    if (object instanceof SchemaObject.Sequence sequence && sequence.ownedBy().isPresent()) {
      steps.add(disown(sequence, sequence.ownedBy().get(), facts));
    }
    steps.add(step(object, facts));
    return Lowered.of(steps);
  }

  /** Or the sequence would vanish with its column, and could not be dropped before it. */
  private static Step disown(SchemaObject.Sequence sequence, ObjectPath column, PlanFacts facts) {
    ObjectPath newest = facts.newestPath(column);
    SchemaObject.Sequence owned = ChangeSequence.ownedBy(sequence, Optional.of(newest));
    SchemaObject.Sequence free = ChangeSequence.ownedBy(sequence, Optional.empty());
    return StepBuilder.step(DropObject.class, "free sequence", sequence.name().toString())
        .phase(Phase.CONTRACT)
        .run(new Statement.AlterObject(owned, free))
        .undo(new Statement.AlterObject(free, owned))
        .releases(newest, ObjectPath.table(newest.owner()))
        .build();
  }

  /** Its text has the newest names, with which it comes back. */
  private static Set<ObjectPath> newNames(SchemaObject.Policy policy, PlanFacts facts) {
    return facts.renamed().table(policy.table()).stream()
        .flatMap(t -> t.columns().stream())
        .map(c -> ObjectPath.column(policy.table(), c.name()))
        .filter(c -> facts.changesOf(c).stream().anyMatch(Change.RenameColumn.class::isInstance))
        .collect(Collectors.toSet());
  }

  private static List<Statement> drop(SchemaObject object, PlanFacts facts) {
    if (!(object instanceof SchemaObject.Grant grant)) {
      return List.of(new Statement.Drop(object));
    }
    String grantee = PostgresGrant.granteeOf(grant.definition());
    boolean ownersOption =
        grant.isDefault()
            ? grant.definition().contains(" FOR ROLE ".concat(grantee).concat(" "))
            : UsualPrivileges.isOwners(grant, grantee, facts.context().before());
    SchemaObject.Grant taken =
        PostgresGrant.withoutOption(grant.definition())
            .filter(option -> ownersOption)
            .map(o -> new SchemaObject.Grant(grant.on(), grant.definition(), o, Set.of()))
            .orElse(grant);
    return facts.changedOwners().containsKey(grant.on())
        ? List.of(new Statement.Drop(taken))
        : CreateObject.taken(taken, facts.context().after());
  }

  /** Whether what it is about goes, so that others of the same name are about something else. */
  private static boolean goes(SchemaObject.Grant grant, PlanFacts facts) {
    return facts.context().before().objects().stream()
        .filter(o -> !(o instanceof SchemaObject.Grant))
        .map(SchemaObject::path)
        .filter(p -> p.owner().equals(grant.on()) || isAggregate(p, grant.on()))
        .anyMatch(
            p -> (p.member().isEmpty() || p.kind() == ObjectKind.NATIVE) && facts.isDropped(p));
  }

  /** An aggregate's signature has the names of its parameters too. */
  private static boolean isAggregate(ObjectPath path, QName on) {
    return path.kind() == ObjectKind.NATIVE
        && path.member().equals("aggregate")
        && Signature.plainName(path.owner()).equals(Signature.plainName(on));
  }

  private static Step step(SchemaObject object, PlanFacts facts) {
    List<Statement> again = new ArrayList<>(CreateObject.statements(object));
    if (!(object instanceof SchemaObject.Grant) && object.path().member().isEmpty()) {
      again.addAll(facts.grantsBefore(object.path().owner()));
    }
    Statement[] inverse = again.toArray(Statement[]::new);
    boolean sequence = object instanceof SchemaObject.Sequence;
    // Default privileges would fall to what the plan makes.
    boolean early =
        object instanceof SchemaObject.Policy
            || object instanceof SchemaObject.Grant grant && grant.isDefault();
    Phase phase = early ? Phase.EXPAND : Phase.CONTRACT;
    return StepBuilder.step(
            DropObject.class, "drop", object.path().kind().word(), CreateObject.title(object))
        .phase(phase)
        .requires(object instanceof SchemaObject.Policy p ? newNames(p, facts) : Set.of())
        .run(drop(object, facts))
        .effect(effect(object))
        .undo(sequence ? Undo.losing("where the sequence stood", inverse) : Undo.exactly(inverse))
        .build();
  }

  static Effect effect(SchemaObject object) {
    return switch (object) {
      case SchemaObject.Trigger trigger -> Effects.exclusive(trigger.table());
      case SchemaObject.Policy policy -> Effects.exclusive(policy.table());
      case SchemaObject.View view -> Effects.exclusive(view.name());
      case SchemaObject ignored -> Effects.none();
    };
  }
}
