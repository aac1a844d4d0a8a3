package dev.schemac.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.schemac.source.SourceText;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real schemas and every construct once are read without a word. */
class ListingsTest {
  static List<SourceText> listings() {
    return Listings.all();
  }

  @ParameterizedTest
  @MethodSource("listings")
  void isReadWithoutADiagnostic(SourceText listing) {
    SourceTree tree = SourceParser.parse(listing);

    assertEquals(List.of(), tree.diagnostics());
    assertFalse(tree.declarations().isEmpty());
  }
}
