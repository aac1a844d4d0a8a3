package dev.schemac.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.resolve.ResolveOptions;
import dev.schemac.resolve.Resolver;
import dev.schemac.syntax.SourceTree;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The listings of the language reference compile. */
class LanguagePageTest {

  @TestFactory
  Stream<DynamicTest> listingsCompile() {
    List<Listing> listings = Listing.of(Path.of("../docs/language.md"));
    assertFalse(listings.isEmpty());
    return listings.stream()
        .map(
            l ->
                DynamicTest.dynamicTest(l.text().lines().findFirst().orElse(""), () -> compile(l)));
  }

  private static void compile(Listing listing) {
    SourceTree tree = listing.tree();
    assertEquals(List.of(), tree.diagnostics());
    List<Diagnostic> said =
        Resolver.resolve(List.of(tree), ResolveOptions.of(listing.target())).diagnostics();
    assertEquals(List.of(), said.stream().filter(Diagnostic::isError).toList());
  }
}
