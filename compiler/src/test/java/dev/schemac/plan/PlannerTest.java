package dev.schemac.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Severity;
import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.DataType;
import dev.schemac.model.Evolution;
import dev.schemac.model.KeyPart;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.Options;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import dev.schemac.model.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlannerTest {
  private static final DataType INT = DataType.Builtin.of("int");
  private static final DataType TEXT = DataType.Builtin.of("text");

  @Test
  void foreignKeysComeAfterAllTablesOfACycle() {
    Schema after =
        schema(
            table("a", Column.of("b", INT, true)).withConstraints(List.of(foreignKey("a", "b"))),
            table("b", Column.of("a", INT, true)).withConstraints(List.of(foreignKey("b", "a"))));
    assertEquals(
        List.of(
            "create table a",
            "create table b",
            "add foreign key a_b_fkey",
            "add foreign key b_a_fkey"),
        titles(schema(), after));
  }

  @Test
  void aForeignKeyWaitsForTheKeyThatItRefersTo() {
    Table users = table("users", Column.of("email", TEXT, false));
    Table posts = table("posts", Column.of("users", TEXT, false));
    Constraint unique =
        new Constraint.Unique(
            "users_email_key",
            List.of(KeyPart.column("email")),
            List.of(),
            false,
            Constraint.Deferral.NOT_DEFERRABLE,
            Optional.empty(),
            Options.none());
    Constraint key = foreignKey("posts", "users", "email");
    assertEquals(
        List.of("add unique users_email_key", "add foreign key posts_users_fkey"),
        titles(
            schema(posts, users),
            schema(posts.withConstraints(List.of(key)), users.withConstraints(List.of(unique)))));
  }

  @Test
  void whatLeansOnSomethingGoesBeforeIt() {
    SchemaObject type = enumType("Kind");
    Table things = table("things", Column.of("kind", new DataType.Named(QName.of("Kind")), true));
    Schema before = schema(type, things, view("v", "things", "select kind from things"));
    assertEquals(
        List.of("drop view v", "drop table things", "drop enum Kind"), titles(before, schema()));
    assertEquals(
        List.of("create enum Kind", "create table things", "create view v"),
        titles(
            schema(), Schema.of(before.target(), before.objects().stream().toList().reversed())));
  }

  @Test
  void aViewIsMadeAnewAroundATypeThatChanges() {
    Table before = table("t", Column.of("a", INT, true), Column.of("b", INT, true));
    Table after = table("t", Column.of("a", TEXT, true), Column.of("b", INT, true));
    SchemaObject reads = view("v", "t", "select a from t");
    SchemaObject other = view("w", "t", "select b from t");
    SchemaObject outer =
        new SchemaObject.View(
            QName.of("x"),
            false,
            List.of(),
            "select 1 from v",
            List.of(),
            Options.none(),
            Set.of(reads.path()),
            Optional.empty(),
            Options.none(),
            false);
    assertEquals(
        List.of(
            "drop view x", "drop view v", "retype column t.a", "create view v", "create view x"),
        titles(schema(before, reads, other, outer), schema(after, reads, other, outer)));
  }

  @Test
  void aViewThatStopsReadingAColumnLetsItGo() {
    Table before = table("t", Column.of("a", INT, true), Column.of("b", INT, true));
    Table after = table("t", Column.of("b", INT, true), Column.of("c", INT, true));
    List<String> titles =
        titles(
            schema(before, view("v", "t", "select a, b from t")),
            schema(after, view("v", "t", "select b, c from t")));
    assertEquals(
        List.of("add column t.c", "drop view v", "drop column t.a", "create view v"), titles);
  }

  @Test
  void aNameThatIsFreedCanBeTaken() {
    Table before = table("t", Column.of("a", INT, true));
    Table renamed = table("u", Column.of("a", INT, true));
    Table anew = table("t", Column.of("z", INT, true));
    Evolution words = new Evolution.Builder().rename(renamed.path(), QName.of("t")).build();
    Plan plan =
        Planner.plan(
            schema(before), schema(anew, renamed), words, Strategy.DIRECT, new PlainPatterns());
    assertEquals(
        List.of("rename table t to u", "create table t"),
        plan.steps().stream().map(Step::title).toList());
  }

  @Test
  void aTableIsRenamedBeforeItsColumns() {
    Table before = table("users", Column.of("name", TEXT, true));
    Table after = table("people", Column.of("fullName", TEXT, true), Column.of("name", INT, true));
    Evolution words =
        new Evolution.Builder()
            .rename(after.path(), QName.of("users"))
            .rename(ObjectPath.column(after.name(), "fullName"), QName.of("name"))
            .build();
    PatternCatalogue plain = new PlainPatterns();
    PatternCatalogue thorough =
        (change, context) -> {
          Step step = plain.lower(change, context).steps().getFirst();
          // Says what it need not say: that the columns exist under the new table name.
          return change.path().equals(after.path())
              ? Lowered.of(
                  new Step(
                      step.title(),
                      step.pattern(),
                      step.phase(),
                      step.statements(),
                      step.effect(),
                      step.guards(),
                      step.undo(),
                      Set.of(ObjectPath.column(after.name(), "name")),
                      Set.of(),
                      Set.of(),
                      Set.of()))
              : Lowered.of(step);
        };
    Plan plan = Planner.plan(schema(before), schema(after), words, Strategy.ONLINE, thorough);
    assertEquals(List.of(), plan.diagnostics());
    assertEquals(
        List.of(
            "rename table users to people",
            "rename column people.name to fullName",
            "add column people.name"),
        plan.steps().stream().map(Step::title).toList());
  }

  @Test
  void whatWaitsForADropRunsAfterTheDeploy() {
    Table before = table("t", Column.of("a", INT, true));
    Table after = table("t", Column.of("b", INT, true));
    Evolution words =
        new Evolution.Builder()
            .retire(
                before.path(),
                new Evolution.Retirement(Evolution.Retirement.Condition.ALWAYS, List.of()))
            .build();
    Plan plan =
        Planner.plan(schema(before), schema(after), words, Strategy.ONLINE, new PlainPatterns());
    assertEquals(
        List.of(Phase.CONTRACT, Phase.CONTRACT), plan.steps().stream().map(Step::phase).toList());
  }

  @Test
  void aCycleIsADiagnosticThatNamesTheSteps() {
    ObjectPath a = ObjectPath.table(QName.of("a"));
    ObjectPath b = ObjectPath.table(QName.of("b"));
    StepOrder.Ordered ordered =
        StepOrder.of(
            List.of(entry("first", 0, a, b), entry("second", 1, b, a)),
            path -> false,
            (step, path) -> false);
    assertEquals(2, ordered.steps().size());
    assertEquals(Code.SC5001, ordered.diagnostics().getFirst().code());
    assertEquals(
        "steps wait for each other: `first`, `second`", ordered.diagnostics().getFirst().message());
  }

  private static StepOrder.Entry entry(
      String title, int group, ObjectPath provides, ObjectPath requires) {
    Step step =
        new Step(
            title,
            "Plain",
            Phase.EXPAND,
            List.of(),
            Effect.catalogueOnly(Effect.Transaction.SHARED),
            List.of(),
            new Undo.Nothing("a test"),
            Set.of(provides),
            Set.of(requires),
            Set.of(),
            Set.of());
    return new StepOrder.Entry(step, group, group, 0);
  }

  @Test
  void anOnlinePlanThatCannotBeOrderedSaysThatItTakesTheShortestWay() {
    Table before = table("t", Column.of("a", INT, true));
    Table after =
        table("t", Column.of("a", INT, true), Column.of("b", INT, true), Column.of("c", INT, true));
    ObjectPath b = ObjectPath.column(QName.of("t"), "b");
    ObjectPath c = ObjectPath.column(QName.of("t"), "c");
    PatternCatalogue stuckOnline =
        (change, context) ->
            context.strategy() == Strategy.DIRECT
                ? new PlainPatterns().lower(change, context)
                : Lowered.of(
                    entry("stuck", 0, change.path(), change.path().equals(b) ? c : b).step());
    Plan plan =
        Planner.plan(schema(before), schema(after), Evolution.none(), Strategy.ONLINE, stuckOnline);
    assertEquals(
        List.of("add column t.b", "add column t.c"),
        plan.steps().stream().map(Step::title).toList());
    assertEquals(Strategy.ONLINE, plan.strategy());
    assertEquals(Severity.WARNING, plan.diagnostics().getFirst().severity());
    assertEquals(
        "steps wait for each other: `stuck`, `stuck`", plan.diagnostics().getFirst().message());
    assertTrue(plan.diagnostics().getFirst().help().orElse("").contains("shortest way"));
  }

  @Test
  void aChangeWithoutAStepIsNeverSilent() {
    Table before = table("t", Column.of("a", INT, true));
    Table after =
        new Table(
            before.name(),
            before.columns(),
            List.of(),
            List.of(),
            Optional.empty(),
            List.of(),
            Optional.of("a comment"),
            Options.none(),
            false,
            Optional.empty());
    Plan plan =
        Planner.plan(
            schema(before), schema(after), Evolution.none(), Strategy.DIRECT, new PlainPatterns());
    assertTrue(plan.isRefused());
  }

  @Test
  void tenThousandTablesAreOrderedQuickly() {
    List<SchemaObject> objects = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      Column id = Column.of("id", INT, false);
      Column next = Column.of("t" + (i + 1) % 10_000, INT, true);
      objects.add(
          table("t" + i, id, next)
              .withConstraints(List.of(foreignKey("t" + i, "t" + (i + 1) % 10_000))));
    }
    Schema after = Schema.of(schema().target(), objects);
    assertTimeout(
        Duration.ofSeconds(6), () -> assertEquals(20_000, titles(schema(), after).size()));
  }

  private static List<String> titles(Schema before, Schema after) {
    Plan plan = Planner.plan(before, after, Evolution.none(), Strategy.DIRECT, new PlainPatterns());
    assertEquals(List.of(), plan.diagnostics());
    return plan.steps().stream().map(Step::title).toList();
  }

  private static Schema schema(SchemaObject... objects) {
    return Schema.of(Target.parse("postgres:15").orElseThrow(), List.of(objects));
  }

  private static Table table(String name, Column... columns) {
    return Table.of(QName.of(name), List.of(columns));
  }

  private static SchemaObject enumType(String name) {
    return new SchemaObject.EnumType(
        QName.of(name), List.of("x"), Optional.empty(), Options.none());
  }

  private static SchemaObject.View view(String name, String table, String query) {
    return new SchemaObject.View(
        QName.of(name),
        false,
        List.of(),
        query,
        List.of(),
        Options.none(),
        Set.of(ObjectPath.table(QName.of(table))),
        Optional.empty(),
        Options.none(),
        false);
  }

  private static Constraint foreignKey(String table, String referenced) {
    return foreignKey(table, referenced, "id");
  }

  private static Constraint foreignKey(String table, String referenced, String column) {
    return new Constraint.ForeignKey(
        table + "_" + referenced + "_fkey",
        List.of(referenced),
        QName.of(referenced),
        List.of(column),
        Constraint.Action.NO_ACTION,
        Constraint.Action.NO_ACTION,
        List.of(),
        false,
        false,
        Constraint.Deferral.NOT_DEFERRABLE,
        Constraint.Enforcement.ENFORCED,
        Optional.empty());
  }
}
