package dev.schemac.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.schemac.catalog.LiveSchema;
import dev.schemac.catalog.mysql.MySqlCatalogReader;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diff.Change;
import dev.schemac.diff.Differ;
import dev.schemac.diff.ManagedSchema;
import dev.schemac.emit.SchemaText;
import dev.schemac.model.Evolution;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import dev.schemac.model.Target;
import dev.schemac.plan.Plan;
import dev.schemac.plan.Strategy;
import dev.schemac.resolve.Resolution;
import dev.schemac.resolve.ServerSchema;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** A live MySQL database as a source: what is read from it is all that it holds. */
final class MySqlRound {
  private MySqlRound() {}

  /** The model in normal form; nothing may be left unread. */
  static Schema read(TestDatabase database) {
    return ServerSchema.normalize(live(database).schema());
  }

  private static LiveSchema live(TestDatabase database) {
    try {
      LiveSchema live = new MySqlCatalogReader().read(database.connection());
      assertEquals(List.of(), live.gaps(), "gaps on " + database.kind());
      return live;
    } catch (SQLException e) {
      throw new AssertionError("cannot read " + database.kind(), e);
    }
  }

  /** What is built from a model reads back as that model. */
  static void assertReadsAs(Schema expected, TestDatabase database) {
    LiveSchema live = live(database);
    List<SchemaObject> objects = new ArrayList<>();
    for (SchemaObject object : expected.objects()) {
      objects.add(object instanceof Table table ? withoutRows(table) : object);
    }
    Schema wanted = Schema.of(live.schema().target(), objects);
    // a file may say what the database gives by itself: its own character set
    Schema comparable =
        ManagedSchema.of(
                ServerSchema.normalize(live.schema()), wanted, Evolution.none(), live.usual())
            .schema();
    assertEquals(
        List.of(),
        Differ.diff(comparable, wanted, Evolution.none()).stream()
            .filter(change -> !isOfText(change))
            .toList(),
        "from the database to what it was built from (" + database.kind() + ")");
  }

  /** The rows of a lookup table are data where they are. */
  private static Table withoutRows(Table table) {
    return new Table(
        table.name(),
        table.columns(),
        table.constraints(),
        table.indexes(),
        table.partitioning(),
        List.of(),
        table.comment(),
        table.options(),
        table.external(),
        table.partitionOf());
  }

  /** The server keeps no view's query and no event's header as they were written. */
  private static boolean isOfText(Change change) {
    return change instanceof Change.ModifyObject(var before, var after, var ignored)
        && (after instanceof SchemaObject.NativeObject
            || before instanceof SchemaObject.View was
                && after instanceof SchemaObject.View is
                && was.options().equals(is.options())
                && was.columns().equals(is.columns()));
  }

  /** The canonical text of a model means that model. */
  static void assertTextMeans(Schema schema) {
    Schema again = throughText(schema);
    assertEquals(SchemaText.write(schema), SchemaText.write(again));
    assertEquals(List.of(), Differ.diff(schema, again, Evolution.none()), "through text");
  }

  /** The model that the file means which is written of it. */
  private static Schema throughText(Schema schema) {
    String text = SchemaText.write(schema);
    Resolution again = Compiled.resolve("live.schema", text, schema.target());
    List<Diagnostic> errors = again.diagnostics().stream().filter(Diagnostic::isError).toList();
    if (!errors.isEmpty()) {
      throw new AssertionError(errors + "\n" + text);
    }
    return again.schema();
  }

  /** A second database, built from the model alone, shows the same. */
  static void assertRebuilds(TestDatabase original, Schema schema) {
    SortedMap<String, String> expected = shown(original);
    try (TestDatabase copy = Servers.database(original.kind())) {
      SqlClient.runAll(copy, "building from the model", Compiled.create(throughText(schema)));
      CatalogueText.assertSame("SHOW CREATE of the copy", expected, shown(copy));
      assertReadsAs(schema, copy);
    }
  }

  /** A plan takes {@code a} to what {@code b} is. */
  static void assertBecomes(TestDatabase a, TestDatabase b, Strategy strategy) {
    Schema before = throughText(read(a));
    Schema after = throughText(read(b));
    Plan plan = Compiled.plan(before, after, Evolution.none(), strategy);
    assertEquals(
        List.of(), plan.diagnostics().stream().filter(Diagnostic::isError).toList(), "plan");
    SqlClient.runAll(a, "up", Compiled.up(plan));
    CatalogueText.assertSame("SHOW CREATE", shown(b), shown(a));
    assertEquals(List.of(), Differ.diff(read(a), after, Evolution.none()), "planned again");
  }

  private static SortedMap<String, String> shown(TestDatabase database) {
    return CatalogueText.of(database);
  }

  /** What a file means for the version of a server. */
  static Schema resolved(String text, Target target) {
    Resolution resolution = Compiled.resolve("file.schema", text, target);
    assertEquals(List.of(), resolution.diagnostics().stream().filter(Diagnostic::isError).toList());
    return resolution.schema();
  }

  /** All are tried, so that one failure does not hide another. */
  static void runAll(Runnable... checks) {
    List<String> failures = new ArrayList<>();
    for (Runnable check : checks) {
      try {
        check.run();
      } catch (AssertionError | RuntimeException e) {
        failures.add(e instanceof AssertionError ? e.getMessage() : e.toString());
      }
    }
    if (!failures.isEmpty()) {
      throw new AssertionError(String.join("\n\n", failures));
    }
  }
}
