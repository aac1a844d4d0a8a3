package dev.schemac.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.schemac.diagnostic.Fix;
import dev.schemac.diagnostic.Span;
import dev.schemac.source.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;

class EditApplierTest {
  private static final SourceText SOURCE = new SourceText("a", "one two three");

  private static Fix fix(int start, int end, String replacement) {
    return new Fix(
        "f", List.of(new Fix.Edit(new Span("a", start, end, 1, start + 1), replacement)));
  }

  @Test
  void appliesFixesInAnyOrder() {
    EditApplier.Applied applied =
        EditApplier.apply(SOURCE, List.of(fix(8, 13, "3"), fix(0, 3, "1"), fix(13, 13, "!")));

    assertEquals("1 two 3!", applied.source().text());
    assertEquals(List.of(), applied.skipped());
  }

  @Test
  void leavesOutWhatTouchesAnEarlierFix() {
    EditApplier.Applied applied =
        EditApplier.apply(SOURCE, List.of(fix(0, 7, "x"), fix(4, 9, "y"), fix(0, 99, "z")));

    assertEquals("x three", applied.source().text());
    assertEquals(List.of(fix(4, 9, "y"), fix(0, 99, "z")), applied.skipped());
  }
}
