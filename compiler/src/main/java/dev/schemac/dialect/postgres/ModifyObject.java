package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.diff.Change;
import dev.schemac.model.DataType;
import dev.schemac.model.Options;
import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import dev.schemac.plan.Lowered;
import dev.schemac.plan.RangeTypes;
import dev.schemac.plan.Step;
import dev.schemac.plan.Undo;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** An object that is no table changes under its name. */
final class ModifyObject {
  private ModifyObject() {}

  static Lowered lower(Change.ModifyObject change, PlanFacts facts) {
    SchemaObject before = change.before();
    if (change.after().external()) {
      return CreateObject.external(change.after());
    }
    return switch (change.after()) {
      case SchemaObject.EnumType after ->
          ChangeEnum.lower((SchemaObject.EnumType) before, after, change.values(), facts);
      case SchemaObject.Sequence after ->
          ChangeSequence.lower((SchemaObject.Sequence) before, after, facts);
      case SchemaObject.Domain after ->
          ChangeDomain.lower((SchemaObject.Domain) before, after, facts);
      case SchemaObject.View after -> ChangeView.lower((SchemaObject.View) before, after);
      case SchemaObject.Routine after -> ChangeRoutine.lower((SchemaObject.Routine) before, after);
      case SchemaObject.Namespace after -> altered(before, after);
      case SchemaObject.Extension after -> altered(before, after);
      case SchemaObject.Trigger after -> anew(before, after);
      case SchemaObject.Policy after -> anew(before, after);
      case SchemaObject.Grant after -> anew(before, after);
      case SchemaObject.NativeObject after ->
          isReplaced((SchemaObject.NativeObject) before, after, facts)
              ? TypedTables.around(after, ReplaceType.lower(before, after, facts), facts)
              : anew(before, after);
      case SchemaObject.Role after -> CreateObject.external(after);
      case SchemaObject.ExternalType after -> CreateObject.external(after);
      case Table after -> throw new IllegalArgumentException(after.path().toString());
    };
  }

  /**
   * A type that stays as it is has a part that is made anew; one that nothing is made of can as
   * well go first.
   */
  private static boolean isReplaced(
      SchemaObject.NativeObject before, SchemaObject.NativeObject after, PlanFacts facts) {
    return ReplaceType.concerns(before)
        && ReplaceType.concerns(after)
        && (before.equals(after)
            || !before.create().equals(after.create()) && isPart(before, facts));
  }

  /** Whether a type, or what it is an array or a multirange of, gives its name to a successor. */
  static boolean replaces(DataType type, PlanFacts facts) {
    return facts.context().changes().stream()
        .anyMatch(
            c ->
                c instanceof Change.ModifyObject(var was, var is, var ignored)
                    && was instanceof SchemaObject.NativeObject before
                    && is instanceof SchemaObject.NativeObject after
                    && isReplaced(before, after, facts)
                    && names(before).stream().anyMatch(n -> EnumReplacement.isOf(type, n)));
  }

  private static Set<QName> names(SchemaObject.NativeObject type) {
    Set<QName> names = new LinkedHashSet<>(List.of(type.name()));
    RangeTypes.multirange(type).ifPresent(names::add);
    return names;
  }

  private static boolean isPart(SchemaObject.NativeObject type, PlanFacts facts) {
    Set<QName> names = names(type);
    return facts.context().before().objects().stream()
        .anyMatch(
            o ->
                switch (o) {
                  case Table t ->
                      t.type().equals(Optional.of(type.name()))
                          || type.nativeKind().equals("collation")
                          || t.columns().stream()
                              .anyMatch(
                                  c ->
                                      names.stream()
                                          .anyMatch(n -> EnumReplacement.isOf(c.type(), n)));
                  case SchemaObject.Domain d ->
                      names.stream().anyMatch(n -> EnumReplacement.isOf(d.type(), n))
                          || d.collation().isPresent();
                  case SchemaObject.NativeObject n ->
                      n.nativeKind().equals("type") && n.dependsOn().contains(type.path());
                  case SchemaObject ignored -> false;
                });
  }

  /** Options by ALTER, and the comment. */
  static Lowered altered(SchemaObject before, SchemaObject after) {
    List<Step> steps = new ArrayList<>();
    if (!options(before).equals(options(after))) {
      steps.add(alterStep(before, after));
    }
    boolean both = after instanceof SchemaObject.NativeObject && !steps.isEmpty();
    steps.addAll(both ? List.of() : comment(before, after));
    return steps.isEmpty()
        ? Refusal.nothingToDo(after.path().toString().concat(" differs in nothing that is stored"))
        : Lowered.of(steps);
  }

  static Step alterStep(SchemaObject before, SchemaObject after) {
    return StepBuilder.step(ModifyObject.class, "alter", after.path().toString())
        .run(new Statement.AlterObject(before, after))
        .effect(DropObject.effect(after))
        .undo(undo(before, after))
        .build();
  }

  /** What was not declared before is not known, so there is no way back to it. */
  private static Undo undo(SchemaObject before, SchemaObject after) {
    Statement inverse = new Statement.AlterObject(after, before);
    for (String key : options(after).keySet()) {
      if (!options(before).containsKey(key)) {
        return Undo.losing(
            String.join("", "the ", key, " of ", after.path().toString(), " before"), inverse);
      }
    }
    return Undo.exactly(inverse);
  }

  private static SortedMap<String, String> options(SchemaObject object) {
    return switch (object) {
      case SchemaObject.Namespace n -> n.options();
      case SchemaObject.Extension e -> e.options();
      case SchemaObject.Routine r -> r.options();
      case SchemaObject.Trigger t -> t.options();
      case SchemaObject.NativeObject n -> n.options();
      case SchemaObject ignored -> Options.none();
    };
  }

  /** The comment alone, where it differs. */
  static List<Step> comment(SchemaObject before, SchemaObject after) {
    if (before.comment().equals(after.comment())) {
      return List.of();
    }
    if (after instanceof SchemaObject.NativeObject) {
      return List.of(alterStep(before, after));
    }
    return List.of(
        StepBuilder.step(ModifyObject.class, "comment on", after.path().toString())
            .run(new Statement.CommentOn(after.path(), after.comment()))
            .undo(new Statement.CommentOn(after.path(), before.comment()))
            .build());
  }

  /** Dropped and made anew; the comment alone where nothing else differs. */
  static Lowered anew(SchemaObject before, SchemaObject after) {
    if (Objects.equals(definition(before), definition(after))) {
      return altered(before, after);
    }
    Step drop =
        StepBuilder.step(ModifyObject.class, "drop", before.path().toString())
            .run(new Statement.Drop(before))
            .effect(DropObject.effect(before))
            .undo(Undo.exactly(CreateObject.statements(before).toArray(Statement[]::new)))
            .build();
    Step create =
        StepBuilder.step(ModifyObject.class, "create", after.path().toString(), "anew")
            .run(CreateObject.statements(after))
            .effect(CreateObject.effect(after))
            .undo(new Statement.Drop(after))
            .build();
    return Lowered.of(drop, create);
  }

  /** Everything but the comment. */
  private static Object definition(SchemaObject object) {
    return switch (object) {
      case SchemaObject.Trigger t -> t.definition();
      case SchemaObject.Policy p -> p.definition();
      case SchemaObject.Grant g -> g.definition();
      case SchemaObject.NativeObject n -> n.create();
      case SchemaObject.Routine r -> r.definition();
      case SchemaObject.View v ->
          List.of(v.materialized(), v.columns(), v.query(), v.indexes(), v.options());
      case SchemaObject other -> other; // never dropped and made anew for its comment
    };
  }
}
