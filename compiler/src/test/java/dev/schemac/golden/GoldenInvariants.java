package dev.schemac.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemac.diff.ChangeApplier;
import dev.schemac.diff.Differ;
import dev.schemac.emit.SchemaText;
import dev.schemac.model.Evolution;
import dev.schemac.model.Schema;
import dev.schemac.model.Target;
import dev.schemac.plan.Plan;
import dev.schemac.resolve.Resolution;
import dev.schemac.source.SourceText;
import dev.schemac.syntax.Formatter;
import dev.schemac.syntax.SourceParser;
import java.util.List;

/** What must hold for every case without a server. */
final class GoldenInvariants {
  private GoldenInvariants() {}

  /** The changes say everything: applied to the older schema they give the newer one. */
  static void assertChangesAreComplete(Plan plan) {
    Schema applied = ChangeApplier.apply(plan.before(), plan.changes());
    assertSame("the changes, applied to before, give after", plan.after(), applied);
  }

  /** A snapshot of either side, read again, means the same. */
  static void assertSnapshotIsRead(Plan plan) {
    for (Schema schema : List.of(plan.before(), plan.after())) {
      String text = SchemaText.write(schema);
      Resolution again = Compiled.resolve("snapshot.schema", text, schema.target());
      assertTrue(!again.hasErrors(), () -> "the snapshot: " + again.diagnostics() + "\n" + text);
      assertSame("the snapshot, read again\n" + text, schema, again.schema());
    }
  }

  /** Formatting twice changes nothing more, and changes no meaning. */
  static void assertFormatsStably(GoldenCase golden, Target target) {
    for (String file : List.of("before.schema", "after.schema")) {
      String text = golden.text(file).orElse("");
      if (!SourceParser.parse(new SourceText(file, text)).diagnostics().isEmpty()) {
        continue;
      }
      String once = formatted(file, text);
      assertEquals(once, formatted(file, once), "formatted twice");
      Schema meant = Compiled.resolve(file, text, target).schema();
      assertSame("the formatted " + file, meant, Compiled.resolve(file, once, target).schema());
    }
  }

  private static String formatted(String file, String text) {
    return Formatter.format(new SourceText(file, text)).text().orElseThrow();
  }

  private static void assertSame(String what, Schema expected, Schema actual) {
    assertEquals(List.of(), Differ.diff(actual, expected, Evolution.none()), what);
  }
}
