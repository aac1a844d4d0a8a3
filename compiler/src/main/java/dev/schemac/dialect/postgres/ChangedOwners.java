package dev.schemac.dialect.postgres;

import dev.schemac.diff.Change;
import dev.schemac.diff.ObjectOptions;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import dev.schemac.plan.Lowered;
import dev.schemac.plan.Phase;
import dev.schemac.plan.PlanContext;
import dev.schemac.plan.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Objects that get another owner. The server writes the new owner for the old one wherever that
 * stands among the privileges, as who has them and as who gave them, and keeps what either had
 * beyond or below an owner's usual ones. So privileges that go do so before, and those that come do
 * so after.
 */
final class ChangedOwners {
  private static final String OWNER = "owner";

  private ChangedOwners() {}

  /**
   * The changes with all privileges of such an object given anew, where any goes or speaks of one
   * of the two owners.
   */
  static PlanContext completed(PlanContext context) {
    Map<QName, Set<String>> owners = of(context);
    if (owners.isEmpty()) {
      return context;
    }
    Set<QName> concerned = new LinkedHashSet<>();
    for (SchemaObject.Grant grant : context.before().all(SchemaObject.Grant.class)) {
      Optional<SchemaObject> kept = context.after().object(grant.path());
      if (owners.containsKey(grant.on())
          && !grant.isDefault()
          && (kept.isEmpty() || speaksOf(grant, owners.get(grant.on())))) {
        concerned.add(grant.on());
      }
    }
    List<Change> changes = new ArrayList<>(context.changes());
    for (SchemaObject.Grant grant : context.before().all(SchemaObject.Grant.class)) {
      if (concerned.contains(grant.on())
          && !grant.isDefault()
          && context.after().object(grant.path()).isPresent()) {
        changes.add(new Change.DropObject(grant, Optional.empty()));
        changes.add(new Change.AddObject(grant));
      }
    }
    return context.withChanges(changes);
  }

  private static boolean speaksOf(SchemaObject.Grant grant, Set<String> owners) {
    String definition = grant.definition();
    return definition.contains(" GRANTED BY ")
        || owners.stream()
            .anyMatch(o -> definition.matches("(?s).* (TO|FROM) " + Pattern.quote(o) + "( .*)?"));
  }

  /** The owners before and after of each object where they differ, as privileges name them. */
  private static Map<QName, Set<String>> owners(List<Change> changes) {
    Map<QName, Set<String>> found = new HashMap<>();
    for (Change change : changes) {
      owners(change).ifPresent(names -> found.put(change.path().owner(), names));
    }
    return found;
  }

  private static Optional<Set<String>> owners(Change change) {
    return switch (change) {
      case Change.ModifyObject c -> owners(c.before(), c.after());
      case Change.ModifyTable c -> owners(c.before(), c.after());
      case Change ignored -> Optional.empty();
    };
  }

  private static Optional<Set<String>> owners(SchemaObject before, SchemaObject after) {
    String was = ObjectOptions.of(before).get(OWNER);
    String is = ObjectOptions.of(after).get(OWNER);
    if (Objects.equals(was, is)) {
      return Optional.empty();
    }
    Set<String> names = new LinkedHashSet<>(Set.of("current_user"));
    for (String name : new String[] {was, is}) {
      if (name != null) {
        names.add(name);
        names.add("\"" + name.replace("\"", "\"\"") + "\"");
      }
    }
    return Optional.of(names);
  }

  /** The steps of a change, put before or after a change of owner where that matters. */
  static Lowered within(Change change, Lowered lowered, PlanFacts facts) {
    Map<QName, Set<String>> all = facts.changedOwners();
    if (all.isEmpty() || lowered.steps().isEmpty() || !all.containsKey(change.path().owner())) {
      return lowered;
    }
    QName on = holder(change.path().owner(), facts.context());
    ObjectPath bare = new ObjectPath(ObjectKind.GRANT, on, "without privileges");
    ObjectPath owned = new ObjectPath(ObjectKind.GRANT, on, "owned");
    List<Step> steps = new ArrayList<>();
    for (Step step : lowered.steps()) {
      if (owners(change).isPresent()) {
        steps.add(step.also(Set.of(owned), Set.of(bare)));
      } else if (isGrant(change) && change instanceof Change.DropObject) {
        steps.add(step.also(Set.of(bare), Set.of()).withPhase(Phase.EXPAND));
      } else if (isGrant(change)) {
        steps.add(step.also(Set.of(), Set.of(owned)));
      } else {
        steps.add(step);
      }
    }
    return new Lowered(steps, lowered.diagnostics(), lowered.temporaries());
  }

  private static QName holder(QName name, PlanContext context) {
    return context
        .before()
        .object(ObjectPath.of(ObjectKind.SEQUENCE, name))
        .flatMap(s -> followed((SchemaObject.Sequence) s, context.after()))
        .orElse(name);
  }

  static Map<QName, Set<String>> of(PlanContext context) {
    Map<QName, Set<String>> found = owners(context.changes());
    for (SchemaObject.Sequence sequence : context.before().all(SchemaObject.Sequence.class)) {
      followed(sequence, context.after())
          .map(found::get)
          .ifPresent(names -> found.put(sequence.name(), names));
    }
    return found;
  }

  /** The table that a sequence follows to another owner, where it still is its column's. */
  private static Optional<QName> followed(SchemaObject.Sequence sequence, Schema after) {
    return sequence
        .ownedBy()
        .filter(
            c ->
                after.object(sequence.path()).orElse(null) instanceof SchemaObject.Sequence now
                    && now.ownedBy().filter(c::equals).isPresent())
        .map(ObjectPath::owner);
  }

  private static boolean isGrant(Change change) {
    return change.path().kind() == ObjectKind.GRANT
        && !change.path().member().startsWith("ALTER DEFAULT PRIVILEGES");
  }
}
