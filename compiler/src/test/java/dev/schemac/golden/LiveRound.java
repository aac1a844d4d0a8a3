package dev.schemac.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.schemac.catalog.LiveSchema;
import dev.schemac.catalog.postgres.PostgresCatalogReader;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diff.Differ;
import dev.schemac.emit.IdiomaticText;
import dev.schemac.emit.SchemaText;
import dev.schemac.lint.AcceptedLoss;
import dev.schemac.model.Evolution;
import dev.schemac.model.Schema;
import dev.schemac.plan.Plan;
import dev.schemac.plan.Strategy;
import dev.schemac.resolve.Resolution;
import dev.schemac.resolve.ServerSchema;
import dev.schemac.source.SourceText;
import dev.schemac.syntax.Formatter;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** A live database as a source: what is read from it is all that it holds. */
final class LiveRound {
  private LiveRound() {}

  /** The model of a database in normal form. */
  static Schema read(TestDatabase database) {
    return ServerSchema.normalize(live(database).schema());
  }

  /** Nothing is named as unread. */
  static void assertNoGaps(TestDatabase database) {
    assertEquals(List.of(), live(database).gaps(), "gaps on " + database.kind());
  }

  private static LiveSchema live(TestDatabase database) {
    try {
      return new PostgresCatalogReader().read(database.connection());
    } catch (SQLException e) {
      throw new AssertionError("cannot read " + database.kind(), e);
    }
  }

  /** What is built from a model reads back as that model. */
  static void assertReadsAs(Schema expected, TestDatabase database) {
    Schema live = read(database);
    Schema wanted = Schema.of(live.target(), expected.objects());
    assertEquals(
        List.of(),
        Differ.diff(live, wanted, Evolution.none()),
        "from the database to what it was built from (" + database.kind() + ")");
  }

  /** The canonical and the idiomatic text of a model mean that model. */
  static void assertTextsMean(Schema schema) {
    List<String> failures = new ArrayList<>();
    String canonical = SchemaText.write(schema);
    String idiomatic = IdiomaticText.write(schema);
    for (String text : List.of(canonical, idiomatic)) {
      Resolution again = Compiled.resolve("live.schema", text, schema.target());
      List<Diagnostic> errors = again.diagnostics().stream().filter(Diagnostic::isError).toList();
      if (!errors.isEmpty()) {
        failures.add(errors + "\n" + text);
        continue;
      }
      String written = SchemaText.write(again.schema());
      if (!written.equals(canonical)) {
        failures.add(lines("read again", canonical, written));
      }
    }
    Optional<String> formatted = Formatter.format(new SourceText("live.schema", idiomatic)).text();
    if (!Optional.of(idiomatic).equals(formatted)) {
      failures.add("not formatted:\n" + idiomatic);
    }
    assertEquals("", String.join("\n\n", failures));
  }

  /** A second database, built from the model alone, has the same dump. */
  static void assertRebuilds(TestDatabase original, Schema schema) {
    SortedMap<String, String> expected = SchemaDump.of(original);
    try (TestDatabase copy = Servers.database(original.kind())) {
      SqlClient.runAll(copy, "building from the model", Compiled.create(schema));
      CatalogueText.assertSame("dump of the copy", expected, SchemaDump.of(copy));
      assertReadsAs(schema, copy);
    }
  }

  /** A plan takes {@code a} to what {@code b} is. */
  static void assertBecomes(TestDatabase a, TestDatabase b, Strategy strategy) {
    Schema before = read(a);
    Schema after = read(b);
    Evolution words = AcceptedLoss.of(before, after, Evolution.none()).words();
    Plan plan = Compiled.plan(before, after, words, strategy);
    assertEquals(
        List.of(), plan.diagnostics().stream().filter(Diagnostic::isError).toList(), "plan");
    SqlClient.runAll(a, "up", Compiled.up(plan));
    CatalogueText.assertSame("dumps", SchemaDump.inAnyOrder(b), SchemaDump.inAnyOrder(a));
    assertEquals(List.of(), Differ.diff(read(a), after, Evolution.none()), "planned again");
  }

  private static String lines(String what, String expected, String actual) {
    List<String> missing = new ArrayList<>(expected.lines().toList());
    List<String> extra = new ArrayList<>(actual.lines().toList());
    List<String> both = List.copyOf(extra);
    extra.removeAll(missing);
    missing.removeAll(both);
    return what + "\n- " + String.join("\n- ", missing) + "\n+ " + String.join("\n+ ", extra);
  }
}
