package dev.schemac.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Fix;
import dev.schemac.diagnostic.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvolutionCheckTest {

  @Test
  void aVanishedColumnNamesTheLineToAddAndItsFixesHelp() {
    Step step =
        Step.of(
            """
            table users {
              id       int primary key
              nickname text?
              email    text
            }
            """,
            """
            table users {
              id    int primary key
              /// where to write to
              email text
            }
            """);
    Diagnostic found = only(step, Code.SC3002);
    assertEquals("column `users.nickname` disappears without a word", found.message());
    assertEquals(
        "to drop it, add `retire nickname when null`, or `retire nickname` to lose its values",
        found.help().orElseThrow());
    assertEveryFixHelps(step, found, 2);
    assertEquals(
        """
        table users {
          id    int primary key
          retire nickname when null
          /// where to write to
          email text
        }
        """,
        step.apply(found.fixes().getFirst()).after());
  }

  @Test
  void theLikelyRenameIsSuggestedFirst() {
    Step step =
        Step.of(
            "table users {\n  id int primary key\n  nickname text\n}\n",
            "table users {\n  id int primary key\n  alias text\n}\n");
    Diagnostic found = only(step, Code.SC3002);
    assertTrue(
        found.help().orElseThrow().startsWith("if it was renamed, write `alias was nickname`;"),
        found.help()::get);
    assertEquals("rename: `alias was nickname`", found.fixes().getFirst().title());
    assertEveryFixHelps(step, found, 2);
  }

  @Test
  void aVanishedTable() {
    Step step =
        Step.of(
            "table users { id int primary key }\ntable logs { id int primary key, line text }\n",
            "table users { id int primary key }\n");
    Diagnostic found = only(step, Code.SC3001);
    assertEveryFixHelps(step, found, 2);
    Step renamed =
        Step.of(
            "table order_items { id int primary key, price int }\n",
            "table line_items { id int primary key, price int }\n");
    Diagnostic suggestion = only(renamed, Code.SC3001);
    assertEquals(
        "rename: `table line_items was order_items`", suggestion.fixes().getFirst().title());
    assertEveryFixHelps(renamed, suggestion, 3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " as text", " as table"})
  void aVanishedValueInEveryStorage(String storage) {
    String rest = " }\ntable tickets {\n  id int primary key\n  status Status\n}\n";
    for (boolean mySql : new boolean[] {false, true}) {
      if (mySql && storage.equals(" as text")) {
        continue;
      }
      Step step =
          Step.of(
              "enum Status" + storage + " { open, waiting, closed" + rest,
              "enum Status" + storage + " { open, closed" + rest);
      Step here = mySql ? step.onMySql() : step;
      Diagnostic found = only(here, Code.SC3003);
      assertEquals("value `waiting` of `Status` disappears without a word", found.message());
      assertEveryFixHelps(here, found, 2);
    }
  }

  @Test
  void aNewColumnNeedsAValue() {
    Step step =
        Step.of(
            "table users {\n  id int primary key\n}\n",
            "table users {\n  id   int primary key\n  slug varchar(80) unique // shown\n}\n");
    Diagnostic found = only(step, Code.SC3005);
    assertEquals(
        "table users {\n"
            + "  id   int primary key\n"
            + "  slug varchar(80) unique backfill ('') // shown\n"
            + "}\n",
        step.apply(found.fixes().getFirst()).after());
    assertEveryFixHelps(step, found, 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "varchar(200) > varchar(50) SC3006 SC3006",
        "varchar(50) > varchar(200) - -",
        "varchar(50) > text - -",
        "text > varchar(50) SC3006 SC3006",
        "int > bigint - -",
        "bigint > int SC3006 SC3006",
        "int > varchar(11) - -",
        "int > varchar(5) SC3006 SC3006",
        "int > decimal(10,0) - -",
        "int > decimal(10,2) SC3006 SC3006",
        "decimal(10,2) > decimal(12,2) - -",
        "decimal(10,2) > decimal(12,4) - -",
        "decimal(10,2) > decimal(10,4) SC3006 SC3006",
        "decimal(10,2) > int SC3006 SC3006",
        "int > double - -",
        "bigint > double SC3006 SC3006",
        "double > real SC3006 SC3006",
        "text > int SC3008 SC3006",
        "text > date SC3008 SC3006",
        "text > json SC3008 SC3006",
        "bool > int SC3008 -",
        "date > timestamp - -",
        "timestamp > date SC3006 SC3006",
        "timestamp > timestamptz SC3006 SC3006",
        "timestamp(6) > timestamp(0) SC3006 SC3006",
        "uuid > int SC3008 SC3006",
        "uuid > text - -"
      })
  void typeChanges(String line) {
    String[] parts = line.replace(" > ", ";").split("[; ]");
    Step step =
        Step.of(
            "table t {\n  id int primary key\n  a " + parts[0] + "\n}\n",
            "table t {\n  id int primary key\n  a " + parts[1] + "\n}\n");
    assertEquals(expected(parts[2]), codes(step.diagnostics()), "postgres: " + line);
    assertEquals(expected(parts[3]), codes(step.onMySql().diagnostics()), "mysql: " + line);
    for (Diagnostic found : step.diagnostics()) {
      assertEveryFixHelps(step, found, 1);
    }
  }

  private static List<Code> expected(String word) {
    return word.equals("-") ? List.of() : List.of(Code.valueOf(word));
  }

  @Test
  void aColumnThatStopsBeingNullable() {
    Step step =
        Step.of(
            "table t {\n  id int primary key\n  a text?\n}\n",
            "table t {\n  id int primary key\n  a text\n}\n");
    assertEveryFixHelps(step, only(step, Code.SC3007), 1);
  }

  @Test
  void spentWordsAreNotesWhoseFixTakesThemOut() {
    String before = "table t {\n  id int primary key\n  b text\n}\n";
    Step step =
        Step.of(
            before,
            "table t was old {\n"
                + "  id int primary key\n"
                + "  b was a text backfill ('')\n"
                + "  retire c\n"
                + "}\n");
    List<Diagnostic> found = step.diagnostics();
    List<Code> codes = codes(found);
    assertTrue(
        codes.stream().allMatch(c -> c == Code.SC3009) && codes.size() >= 3, found::toString);
    Step tidy = step;
    while (!tidy.diagnostics().isEmpty()) {
      tidy = tidy.apply(tidy.diagnostics().getFirst().fixes().getFirst());
    }
    String left = tidy.after();
    for (String word : List.of(" was ", "backfill", "retire")) {
      assertFalse(left.contains(word), left);
    }
  }

  @Test
  void lossIsANoteWherePolicyAllowsIt() {
    Step step =
        Step.of(
            "table users { id int primary key; a text }\ntable logs { id int primary key }\n",
            "table users { id int primary key }\n");
    List<Diagnostic> found = step.diagnostics(EvolutionCheck.LossPolicy.ALLOW);
    assertEquals(2, found.size());
    assertTrue(found.stream().allMatch(d -> d.severity() == Severity.NOTE));
  }

  @Test
  void aConvertedEnumTakesItsTypeAlong() {
    String rest = "table t {\n  id int primary key\n  p ";
    assertEquals(
        List.of(),
        codes(
            Step.of(
                    "enum P { a, b }\n" + rest + "P\n}\n",
                    "enum P as varchar(50) { a, b }\n" + rest + "P\n}\n")
                .diagnostics()));
    assertEquals(
        List.of(),
        codes(
            Step.of(
                    "enum P as text { a, b }\n" + rest + "P\n}\n",
                    "enum P { a, b, c }\n" + rest + "P\n}\n")
                .diagnostics()));
  }

  private static Diagnostic only(Step step, Code code) {
    List<Diagnostic> found = step.diagnostics();
    assertEquals(List.of(code), codes(found), found::toString);
    return found.getFirst();
  }

  private static List<Code> codes(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(Diagnostic::code).toList();
  }

  private static void assertEveryFixHelps(Step step, Diagnostic diagnostic, int atLeast) {
    assertTrue(diagnostic.fixes().size() >= atLeast, () -> "fixes of " + diagnostic);
    for (Fix fix : diagnostic.fixes()) {
      Step fixed = step.apply(fix);
      List<Code> left = codes(fixed.diagnostics());
      assertFalse(left.contains(diagnostic.code()), () -> fix + "\n" + fixed.after());
    }
  }
}
