package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.model.ChosenName;
import dev.schemac.model.Constraint.Check;
import dev.schemac.model.DataType;
import dev.schemac.model.Expression;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.Options;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import dev.schemac.model.WholeTable;
import dev.schemac.plan.CompositeTypes;
import dev.schemac.plan.Effect;
import dev.schemac.plan.Lowered;
import dev.schemac.plan.RangeTypes;
import dev.schemac.plan.Step;
import dev.schemac.plan.Undo;
import dev.schemac.sql.PostgresQuoting;
import dev.schemac.sql.SqlWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A domain over another type, a composite type with other attributes, a range type over another
 * type: a new type takes over the name, every column of the old one is converted by way of text (a
 * composite value attribute by attribute), and the old one is dropped at the end, without CASCADE.
 * A value that the new type cannot read stops the migration.
 */
final class ReplaceType {
  private ReplaceType() {}

  /** Whether a type can stand beside its successor: another name is all that it takes. */
  static boolean concerns(SchemaObject object) {
    return object instanceof SchemaObject.Domain
        || isCollation(object)
        || object instanceof SchemaObject.NativeObject n
            && n.nativeKind().equals("type")
            && (CompositeTypes.is(n) || RangeTypes.is(n));
  }

  private static boolean isCollation(SchemaObject object) {
    return object instanceof SchemaObject.NativeObject n && n.nativeKind().equals("collation");
  }

  static Lowered lower(SchemaObject before, SchemaObject after, PlanFacts facts) {
    Map<QName, List<EnumReplacement.Use>> uses = new LinkedHashMap<>();
    uses(before, after, facts).stream()
        .filter(u -> !isInherited(u, facts.context().after()))
        .forEach(u -> uses.computeIfAbsent(u.table(), t -> new ArrayList<>()).add(u));
    Set<ObjectPath> columns = new LinkedHashSet<>();
    uses.forEach(
        (table, used) ->
            used.forEach(u -> columns.add(ObjectPath.column(table, u.after().name()))));
    Optional<ObjectPath> key = columns.stream().filter(c -> isPartitionKey(c, facts)).findFirst();
    if (key.isPresent()) {
      return Refusal.of(
          String.join(
              "",
              after.path().toString(),
              " cannot change its type: ",
              key.get().toString(),
              " is in a partition key"),
          "declare another type, and the table anew");
    }
    SchemaObject former = former(before);
    Step replace =
        StepBuilder.step(ReplaceType.class, "replace", after.path().toString())
            .run(statements(before, after, uses, facts))
            .effect(effect(uses.keySet()))
            .undo(new Undo.Impossible("the old type may hold values that the new one does not"))
            .removes(columns)
            .removes(after.path())
            .removes(multirangePath(before, after))
            .provides(multirangePath(before, after))
            .provides(columns)
            .provides(after.path(), former.path())
            .build();
    Step drop =
        StepBuilder.step(ReplaceType.class, "drop the former", after.path().toString())
            .run(dropped(before, after, facts))
            .effect(DropObject.effect(former))
            .undo(new Undo.Impossible("nothing is of the old type"))
            .releases(formerTypes(before, facts))
            .build();
    List<Step> steps = new ArrayList<>(RecreateForeignKeys.around(columns, replace, facts));
    steps.add(drop);
    return Lowered.of(steps);
  }

  private static List<EnumReplacement.Use> uses(
      SchemaObject before, SchemaObject after, PlanFacts facts) {
    if (isCollation(after)) {
      return EnumReplacement.collated(after.path().owner(), facts);
    }
    List<EnumReplacement.Use> all =
        new ArrayList<>(EnumReplacement.uses(after.path().owner(), facts));
    multirange(before, after).ifPresent(m -> all.addAll(EnumReplacement.uses(m, facts)));
    return all;
  }

  /** The multirange type of a range type where the successor's has the same name. */
  private static Optional<QName> multirange(SchemaObject before, SchemaObject after) {
    return before instanceof SchemaObject.NativeObject was
            && after instanceof SchemaObject.NativeObject is
        ? RangeTypes.multirange(was).filter(m -> RangeTypes.multirange(is).equals(Optional.of(m)))
        : Optional.empty();
  }

  private static List<ObjectPath> multirangePath(SchemaObject before, SchemaObject after) {
    return multirange(before, after).stream().map(m -> ObjectPath.of(ObjectKind.TYPE, m)).toList();
  }

  /**
   * A range type's multirange and its constructors make room. They go with it; their names do not
   * follow its own.
   */
  private static List<Statement> brought(SchemaObject before, SchemaObject after) {
    List<Statement> all = new ArrayList<>();
    if (before instanceof SchemaObject.NativeObject was
        && after instanceof SchemaObject.NativeObject is) {
      Optional<String> subtype = RangeTypes.subtype(was);
      if (subtype.isPresent() && subtype.equals(RangeTypes.subtype(is))) {
        String two = subtype.get() + ", " + subtype.get();
        all.add(aside(was.name(), "(" + two + ")"));
        all.add(aside(was.name(), "(" + two + ", text)"));
      }
      multirange(before, after)
          .ifPresent(
              m -> all.add(new Statement.Rename(new SchemaObject.ExternalType(m), former(m))));
      // The constructor lies where the range type does.
      RangeTypes.multirange(was)
          .map(QName::name)
          .filter(name -> RangeTypes.multirange(is).map(QName::name).equals(Optional.of(name)))
          .ifPresent(name -> all.add(aside(was.name().withName(name), "()")));
    }
    return all;
  }

  private static Statement aside(QName function, String arguments) {
    QName name = function.withName(function.name() + arguments);
    return new Statement.Rename(
        new SchemaObject.Routine(
            ObjectKind.FUNCTION, name, "", Set.of(), Optional.empty(), false, Options.none()),
        function.withName(Names.former(function.name()) + arguments));
  }

  /** A partition's and an heir's columns follow their parent's. */
  private static boolean isInherited(EnumReplacement.Use use, Schema schema) {
    Table table = schema.table(use.table()).orElseThrow();
    List<QName> parents = new ArrayList<>(table.parents());
    table.partitionOf().ifPresent(p -> parents.add(p.parent()));
    return parents.stream()
        .flatMap(p -> schema.table(p).stream())
        .map(p -> WholeTable.of(schema, p))
        .anyMatch(p -> p.column(use.after().name()).isPresent());
  }

  private static boolean isPartitionKey(ObjectPath column, PlanFacts facts) {
    return facts.tableAfter(column.owner()).stream()
        .flatMap(t -> t.partitioning().stream())
        .flatMap(p -> p.operands().stream())
        .anyMatch(o -> o.equals(new Expression.ColumnRef(column.member())));
  }

  private static List<Statement> statements(
      SchemaObject before,
      SchemaObject after,
      Map<QName, List<EnumReplacement.Use>> uses,
      PlanFacts facts) {
    List<Statement> all = new ArrayList<>();
    if (!uses.isEmpty()) {
      all.add(new Statement.LockTables(List.copyOf(uses.keySet()), Effects.ACCESS_EXCLUSIVE));
    }
    uses.forEach((table, used) -> all.addAll(literals(table, used, facts).drop()));
    all.add(new Statement.Rename(before, former(before).path().owner()));
    all.addAll(brought(before, after));
    all.addAll(CreateObject.statements(named(after)));
    cast(before, after, facts).ifPresent(c -> all.addAll(c.create()));
    uses.forEach((table, used) -> all.add(converted(table, used, facts)));
    uses.forEach((table, used) -> all.addAll(literals(table, used, facts).create()));
    return all;
  }

  /** A name that the server would choose is still taken by the old domain's NOT NULL. */
  private static SchemaObject named(SchemaObject type) {
    if (!(type instanceof SchemaObject.Domain d && d.notNull())) {
      return type;
    }
    TreeMap<String, String> options = new TreeMap<>(d.options());
    options.putIfAbsent("not_null", ChosenName.of(d.name().name(), "", "not_null"));
    return new SchemaObject.Domain(
        d.name(),
        d.type(),
        d.notNull(),
        d.defaultValue(),
        d.collation(),
        d.checks(),
        d.comment(),
        options);
  }

  private static BoundLiterals literals(
      QName table, List<EnumReplacement.Use> used, PlanFacts facts) {
    return BoundLiterals.of(table, used.stream().map(u -> u.after().name()).toList(), facts);
  }

  /** What columns and other types are converted by. */
  private static Optional<CompositeCast> cast(
      SchemaObject before, SchemaObject after, PlanFacts facts) {
    return before instanceof SchemaObject.NativeObject was
            && after instanceof SchemaObject.NativeObject is
            && former(was) instanceof SchemaObject.NativeObject former
            && CompositeTypes.is(was)
            && CompositeTypes.is(is)
            && (!uses(before, after, facts).isEmpty() || EnumReplacement.isPart(before, facts))
        ? Optional.of(new CompositeCast(former, was, is, facts.context().after()))
        : Optional.empty();
  }

  private static List<Statement> dropped(SchemaObject before, SchemaObject after, PlanFacts facts) {
    List<Statement> all = new ArrayList<>();
    cast(before, after, facts).ifPresent(c -> all.addAll(c.drop()));
    all.add(new Statement.Drop(former(before)));
    return all;
  }

  private static Statement converted(QName table, List<EnumReplacement.Use> used, PlanFacts facts) {
    List<TableAction> actions = new ArrayList<>();
    for (EnumReplacement.Use use : used) {
      String name = use.after().name();
      if (use.before().defaultValue().isPresent()) {
        actions.add(new TableAction.DropDefault(name));
      }
      Expression text =
          new Expression.Cast(new Expression.ColumnRef(name), DataType.Builtin.of("text"));
      actions.add(
          new TableAction.SetType(
              name,
              use.after().type(),
              use.after().collation(),
              isAssigned(use, facts)
                  ? Optional.empty()
                  : Optional.of(new Expression.Cast(text, use.after().type()))));
      use.after().defaultValue().ifPresent(d -> actions.add(new TableAction.SetDefault(name, d)));
    }
    return Alter.table(table, actions);
  }

  /** A cast of its own leads from a composite type to its successor, through domains too. */
  private static boolean isAssigned(EnumReplacement.Use use, PlanFacts facts) {
    DataType is = use.after().type();
    DataType base = TypeChange.base(is, facts.context().after());
    return isText(is)
        || base.equals(TypeChange.base(use.before().type(), facts.context().before()))
            && CompositeCast.convert(base, facts.context().after());
  }

  private static boolean isText(DataType type) {
    return type instanceof DataType.Builtin b
        && Set.of("text", "varchar", "char").contains(b.name());
  }

  /** The old type as it is called until it goes. */
  private static SchemaObject former(SchemaObject type) {
    return switch (type) {
      case SchemaObject.Domain d ->
          // What it is made of may bear another name by then, and DROP DOMAIN asks for none of it.
          new SchemaObject.Domain(
              former(d.name()),
              DataType.Builtin.of("text"),
              false,
              Optional.empty(),
              Optional.empty(),
              List.of(),
              Optional.empty(),
              Options.none());
      case SchemaObject.NativeObject n ->
          new SchemaObject.NativeObject(
              n.nativeKind(),
              former(n.name()),
              n.create(),
              new SqlWriter(PostgresQuoting.INSTANCE)
                  .phrase("DROP")
                  .phrase(n.nativeKind().toUpperCase(Locale.ROOT))
                  .name(former(n.name()))
                  .text(),
              Set.of(),
              n.comment(),
              n.options());
      case SchemaObject other -> throw new IllegalArgumentException(other.path().toString());
    };
  }

  private static QName former(QName name) {
    return name.withName(Names.former(name.name()));
  }

  /** A type that is made of another one, or of functions, has to go before them. */
  private static List<ObjectPath> formerTypes(SchemaObject type, PlanFacts facts) {
    Set<ObjectPath> parts =
        switch (type) {
          case SchemaObject.Domain d -> {
            Set<ObjectPath> made = new LinkedHashSet<>(facts.before().type(d.type()));
            d.collation().flatMap(facts.before()::named).ifPresent(made::add);
            Stream.concat(d.defaultValue().stream(), d.checks().stream().map(Check::condition))
                .flatMap(e -> facts.before().expression(e).stream())
                .filter(p -> p.kind() == ObjectKind.FUNCTION)
                .filter(p -> facts.context().after().object(p).isEmpty())
                .forEach(made::add);
            yield made;
          }
          case SchemaObject.NativeObject n -> n.dependsOn();
          case SchemaObject other -> throw new IllegalArgumentException(other.path().toString());
        };
    return parts.stream()
        .map(
            p ->
                p.kind() == ObjectKind.FUNCTION
                    ? p
                    : new ObjectPath(p.kind(), former(p.owner()), p.member()))
        .toList();
  }

  private static Effect effect(Set<QName> tables) {
    List<Effect.Lock> locks = new ArrayList<>();
    tables.forEach(t -> locks.addAll(Effects.exclusiveRewrite(t).locks()));
    return new Effect(locks, List.copyOf(tables), List.copyOf(tables), Effect.Transaction.SHARED);
  }
}
