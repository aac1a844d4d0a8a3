package dev.schemac.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.source.SourceText;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Size and depth: a diagnostic or a result, never a stack overflow. */
class LimitsTest {
  private static final int DEEP = 10_000;

  static Stream<String> deep() {
    String a = "table t { check (";
    return Stream.of(
        a + "(".repeat(DEEP) + "a" + ")".repeat(DEEP) + ") }",
        a + "f(".repeat(DEEP) + "a" + ")".repeat(DEEP) + ") }",
        a + "array[".repeat(DEEP) + "a" + "]".repeat(DEEP) + ") }",
        a + "not ".repeat(DEEP) + "a) }",
        a + "- ".repeat(DEEP) + "a) }",
        a + "case when ".repeat(DEEP) + "a" + " then b end".repeat(DEEP) + ") }",
        a + "a or ".repeat(DEEP) + "b) }",
        a + "a + ".repeat(DEEP) + "b) }",
        "table t " + "{ @postgres ".repeat(DEEP) + "}".repeat(DEEP),
        "type a = set(" + "(".repeat(DEEP) + ")".repeat(DEEP) + ")");
  }

  @ParameterizedTest
  @MethodSource("deep")
  void nestingIsRefusedNotFollowed(String text) {
    List<Diagnostic> found = Trees.parse(text + "\ntype other = int\n").diagnostics();

    assertEquals(List.of(Code.SC1004), found.stream().map(Diagnostic::code).toList());
    assertEquals(1, found.get(0).span().line());
  }

  @Test
  void openParenthesesCostTheirLineAlone() {
    SourceTree tree =
        Trees.parse("table t {\n  check " + "(".repeat(DEEP) + "\n  id int\n}\ntype n = int\n");

    assertEquals(1, tree.diagnostics().size());
    assertEquals(2, tree.declarations().size());
    assertEquals(1, ((Declaration.TableDecl) tree.declarations().get(0)).members().size());
  }

  @Test
  void whatIsJustDeepEnoughIsRead() {
    String text = "table t { check (" + "(".repeat(150) + "a" + ")".repeat(150) + ") }";

    assertEquals(List.of(), Trees.parse(text).diagnostics());
  }

  @Test
  void aLargeTextReadInRangesIsWhatItIsLineByLine() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 1_000; i++) {
      text.append("/// Number ").append(i).append(".\n");
      text.append(i % 7 == 0 ? "retire table old_" + i + "\n" : "table t" + i + " { id int }\n");
      text.append(i % 250 == 249 ? "tabel wrong { id int }\n" : "");
    }
    TokenList tokens = TokenList.of(new SourceText("t.schema", text.toString()));
    List<Line> lines = Layout.cut(tokens).lines();

    ReadLines each = ReadLines.of(tokens, lines, null);
    ReadLines together = ReadLines.together(tokens, lines);

    assertEquals(1_000, each.declarations().size());
    assertEquals(4, each.diagnostics().size());
    assertEquals(each.declarations(), together.declarations());
    assertEquals(each.diagnostics(), together.diagnostics());
    assertEquals(each.verbatim(), together.verbatim());
    assertEquals(143, each.docs().unattached().size());
    assertEquals(each.docs().unattached(), together.docs().unattached());
  }

  @Test
  void aHundredThousandLinesAreRead() {
    StringBuilder text = new StringBuilder();
    for (int table = 0; table < 8_000; table++) {
      text.append("table t").append(table).append(" {\n  id int primary key\n");
      for (int column = 0; column < 10; column++) {
        text.append("  c").append(column).append(" varchar(20)? default 'x'\n");
      }
      text.append("}\n");
    }
    long start = System.nanoTime();
    SourceTree tree = SourceParser.parse(new SourceText("big", text.toString()));

    assertEquals(List.of(), tree.diagnostics());
    assertEquals(8_000, tree.declarations().size());
    assertTrue((System.nanoTime() - start) / 1e9 < 30, "linear in the number of lines");
  }

  @Test
  void everyLineMayBeBad() {
    StringBuilder text = new StringBuilder("table t {\n");
    for (int line = 0; line < 20_000; line++) {
      text.append("  a int (\n  b bad bad bad (1, 2\n  c text )\n");
    }
    long start = System.nanoTime();
    Trees.parse(text.append("}\n").toString());

    assertTrue((System.nanoTime() - start) / 1e9 < 30, "linear in the number of errors");
  }
}
