package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.diff.Change;
import dev.schemac.model.Column;
import dev.schemac.model.DataType;
import dev.schemac.model.Evolution.ValueChange;
import dev.schemac.model.Expression;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import dev.schemac.plan.Guard;
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
 * A native enum loses, moves or merges values while everybody works on (§4.5): every column of the
 * type is copied into one of a new type, all are swapped in one transaction in which the types
 * exchange their names too, and the old type goes with its last column.
 */
final class ReplaceEnumByCopyAndRename {
  private ReplaceEnumByCopyAndRename() {}

  /** Whether every column of the type can be copied aside. */
  static boolean isPossible(SchemaObject.EnumType after, PlanFacts facts) {
    List<EnumReplacement.Use> uses = EnumReplacement.uses(after.name(), facts);
    return !uses.isEmpty()
        && uses.stream()
            .allMatch(
                u -> ConvertColumnByCopyAndRename.obstacle(u.table(), u.after(), facts).isEmpty());
  }

  /** The columns of a table that are converted this way. */
  static List<CopiedColumn> copied(QName table, PlanFacts facts) {
    List<CopiedColumn> found = new ArrayList<>();
    for (Change change : facts.context().changes()) {
      if (facts.online()
          && change instanceof Change.ModifyObject(var before, var after, var values)
          && before instanceof SchemaObject.EnumType old
          && after instanceof SchemaObject.EnumType now
          && !ChangeEnum.isGrowth(old, now, values)
          && isPossible(now, facts)) {
        columns(old, now, ValueMapping.settled(values, old.values()), facts).stream()
            .filter(c -> c.table().equals(table))
            .map(c -> between(c, old, now))
            .forEach(found::add);
      }
    }
    return found;
  }

  private static List<CopiedColumn> columns(
      SchemaObject.EnumType before,
      SchemaObject.EnumType after,
      List<ValueChange> values,
      PlanFacts facts) {
    QName future = future(after);
    List<CopiedColumn> found = new ArrayList<>();
    for (EnumReplacement.Use use : EnumReplacement.uses(after.name(), facts)) {
      DataType type = renamed(use.after().type(), after.name(), future);
      Expression value = new Expression.Cast(EnumReplacement.mapped(use, values), type);
      Optional<Expression> back =
          ReverseValue.of(
              withType(use.after(), use.after().type()),
              withType(use.before(), use.before().type()),
              values,
              facts.context().before());
      Optional<Expression> former =
          back.map(b -> EnumReplacement.castsTo(b, after.name(), former(before)));
      found.add(
          new CopiedColumn(
              use.table(),
              use.before(),
              withType(use.after(), type),
              value,
              CopiedColumn.merged(values),
              former));
    }
    return found;
  }

  /** As the column is between swap and contract, when the types have exchanged their names. */
  private static CopiedColumn between(
      CopiedColumn column, SchemaObject.EnumType before, SchemaObject.EnumType after) {
    DataType old = renamed(column.before().type(), before.name(), former(before));
    DataType now = renamed(column.after().type(), future(after), after.name());
    return new CopiedColumn(
        column.table(),
        withType(column.before(), old),
        withType(column.after(), now),
        column.value(),
        column.merged(),
        column.back());
  }

  static Lowered lower(
      SchemaObject.EnumType before,
      SchemaObject.EnumType after,
      List<ValueChange> values,
      PlanFacts facts) {
    List<CopiedColumn> columns = columns(before, after, values, facts);
    List<CopyAndRename> copies =
        columns.stream()
            .map(c -> new CopyAndRename(c, facts, ReplaceEnumByCopyAndRename.class))
            .toList();
    List<Step> steps = new ArrayList<>();
    steps.add(createType(after));
    List<Guard> guards =
        GuardIds.unlocked(
            ReplaceEnum.guards(values, EnumReplacement.uses(after.name(), facts), facts));
    for (int i = 0; i < copies.size(); i++) {
      steps.addAll(copies.get(i).before(i == 0 ? guards : List.of()));
    }
    steps.add(swap(before, after, columns, copies, facts));
    for (int i = 0; i < copies.size(); i++) {
      CopiedColumn between = between(columns.get(i), before, after);
      steps.addAll(
          new CopyAndRename(between, facts, ReplaceEnumByCopyAndRename.class).after(List.of()));
    }
    steps.add(dropType(before));
    List<SchemaObject> temporaries = new ArrayList<>();
    Set<QName> tables = new LinkedHashSet<>();
    columns.forEach(c -> tables.add(c.table()));
    tables.forEach(t -> temporaries.addAll(Temporaries.of(t, facts)));
    temporaries.add(named(before, former(before)));
    return new Lowered(steps, List.of(), temporaries);
  }

  private static Step createType(SchemaObject.EnumType after) {
    SchemaObject.EnumType type = named(after, future(after));
    return StepBuilder.step(
            ReplaceEnumByCopyAndRename.class, "create the future enum", after.name().toString())
        .run(new Statement.Create(type))
        .effect(Effects.in(dev.schemac.plan.Effect.Transaction.OWN, Effects.none()))
        .undo(new Statement.Drop(type))
        .build();
  }

  private static Step dropType(SchemaObject.EnumType before) {
    SchemaObject.EnumType type = named(before, former(before));
    return StepBuilder.step(
            ReplaceEnumByCopyAndRename.class, "drop the old enum", before.name().toString())
        .phase(Phase.CONTRACT)
        .run(new Statement.Drop(type))
        .undo(new Statement.Create(type))
        .build();
  }

  private static Step swap(
      SchemaObject.EnumType before,
      SchemaObject.EnumType after,
      List<CopiedColumn> columns,
      List<CopyAndRename> copies,
      PlanFacts facts) {
    ColumnDependants dependants = ColumnDependants.of(columns, facts);
    Set<QName> locked = new LinkedHashSet<>();
    copies.forEach(c -> locked.addAll(c.carried().referenced()));
    Set<ObjectPath> paths = new LinkedHashSet<>();
    columns.forEach(
        c -> {
          locked.add(c.table());
          paths.add(c.path());
        });
    Statement lock = new Statement.LockTables(List.copyOf(locked), Effects.ACCESS_EXCLUSIVE);
    List<Statement> forward = new ArrayList<>(List.of(lock));
    forward.addAll(dependants.drop());
    forward.add(new Statement.Rename(before, former(before)));
    forward.add(new Statement.Rename(named(after, future(after)), after.name()));
    TableStatements.comment(after.path(), after.comment()).ifPresent(forward::add);
    copies.forEach(c -> forward.addAll(c.swap()));
    forward.addAll(dependants.create());
    List<Statement> backward = new ArrayList<>(List.of(lock));
    backward.addAll(dependants.drop());
    backward.add(new Statement.Rename(after, future(after)));
    backward.add(new Statement.Rename(named(before, former(before)), before.name()));
    copies.reversed().forEach(c -> backward.addAll(c.unswap()));
    backward.addAll(dependants.create());
    List<Guard> guards = new ArrayList<>();
    copies.forEach(c -> c.copied().ifPresent(guards::add));
    return StepBuilder.step(
            ReplaceEnumByCopyAndRename.class,
            "put the future enum",
            after.name().toString(),
            "in its place")
        .run(forward)
        .effect(dependants.effect(Effects.exclusive(locked.toArray(QName[]::new)), facts))
        .guards(guards)
        .undo(
            new Undo.Statements(
                backward, copies.stream().flatMap(c -> c.loses().stream()).findFirst()))
        .removes(paths)
        .removes(dependants.paths())
        .provides(dependants.paths())
        .removes(after.path())
        .provides(paths)
        .provides(after.path())
        .build();
  }

  private static QName future(SchemaObject.EnumType type) {
    return type.name().withName(Names.future(type.name().name()));
  }

  private static QName former(SchemaObject.EnumType type) {
    return type.name().withName(Names.former(type.name().name()));
  }

  private static SchemaObject.EnumType named(SchemaObject.EnumType type, QName name) {
    return new SchemaObject.EnumType(name, type.values(), Optional.empty(), type.options());
  }

  private static DataType renamed(DataType type, QName from, QName to) {
    return switch (type) {
      case DataType.Named(var name) when name.equals(from) -> new DataType.Named(to);
      case DataType.Array(var element) -> new DataType.Array(renamed(element, from, to));
      case DataType other -> other;
    };
  }

  private static Column withType(Column column, DataType type) {
    return new Column(
        column.name(),
        type,
        column.nullable(),
        column.notNullName(),
        column.defaultValue(),
        column.onUpdate(),
        column.identity(),
        column.generated(),
        column.collation(),
        column.comment(),
        column.options());
  }
}
