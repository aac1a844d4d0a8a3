package dev.schemac.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diff.Change;
import dev.schemac.diff.Differ;
import dev.schemac.lint.EvolutionCheck;
import dev.schemac.model.Evolution;
import dev.schemac.model.Schema;
import dev.schemac.resolve.Resolution;
import dev.schemac.resolve.ResolveOptions;
import dev.schemac.resolve.Resolver;
import dev.schemac.syntax.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every code has a page, and what the pages show is what the compiler says. */
class DiagnosticPagesTest {
  private static final Path PAGES = Path.of("../docs/diagnostics");

  /** Codes whose example is no schema text: bytes, nesting, files, the plan, Git. Shrinks only. */
  private static final Set<String> WITHOUT_LISTING =
      Set.of(
          "SC1004", "SC1005", "SC2011", "SC2015", "SC2016", "SC2090", "SC3009", "SC5001", "SC5002",
          "SC5003", "SC6001", "SC6002", "SC6003", "SC6004", "SC6005", "SC6010", "SC6011", "SC6012",
          "SC6013", "SC6014", "SC6015", "SC6016", "SC6017", "SC6020", "SC6021", "SC6022", "SC6023",
          "SC6024", "SC6025", "SC6026", "SC6030");

  @Test
  void everyCodeHasAPageAndEveryPageACode() throws IOException {
    Set<String> pages;
    try (Stream<Path> files = Files.list(PAGES)) {
      pages =
          files
              .map(f -> f.getFileName().toString().replace(".md", ""))
              .collect(Collectors.toCollection(TreeSet::new));
    }
    Set<String> codes =
        Arrays.stream(Code.values()).map(Code::name).collect(Collectors.toCollection(TreeSet::new));
    assertEquals(codes, pages);
  }

  @Test
  void titlesAreThoseOfTheCodes() {
    for (Code code : Code.values()) {
      String page = Listing.read(PAGES.resolve(code.name() + ".md"));
      assertEquals("# " + code.name() + ": " + code.title(), page.lines().findFirst().orElse(""));
    }
  }

  @TestFactory
  Stream<DynamicTest> examplesSayWhatThePageSays() {
    return Arrays.stream(Code.values())
        .map(code -> DynamicTest.dynamicTest(code.name(), () -> check(code)));
  }

  private static void check(Code code) {
    List<Listing> listings = Listing.of(PAGES.resolve(code.name() + ".md"));
    assertEquals(WITHOUT_LISTING.contains(code.name()), listings.isEmpty(), "has a listing");
    Optional<Listing> before = listings.stream().filter(l -> l.role().equals("before")).findFirst();
    for (Listing listing : listings) {
      List<Diagnostic> said =
          listing.role().equals("before") ? List.of() : diagnose(listing, before);
      switch (listing.role()) {
        case "" -> assertTrue(codes(said).contains(code), () -> "the example says " + said);
        case "fixed" -> {
          assertFalse(codes(said).contains(code), () -> "the way out says " + said);
          assertTrue(
              said.stream().noneMatch(Diagnostic::isError), () -> "the way out says " + said);
        }
        case "before" -> assertFalse(resolve(listing).hasErrors());
        default -> throw new AssertionError("unknown role " + listing.role());
      }
    }
  }

  private static List<Diagnostic> diagnose(Listing listing, Optional<Listing> before) {
    SourceTree tree = listing.tree();
    List<Diagnostic> said = new ArrayList<>(tree.diagnostics());
    Resolution after = resolve(listing);
    said.addAll(after.diagnostics());
    before.ifPresent(b -> said.addAll(evolve(resolve(b).schema(), after)));
    return said;
  }

  private static List<Diagnostic> evolve(Schema before, Resolution after) {
    Evolution words = after.evolution();
    List<Change> changes = Differ.diff(before, after.schema(), words);
    return EvolutionCheck.check(
        before, after, changes, EvolutionCheck.LossPolicy.WORDS, file -> Optional.empty());
  }

  private static Resolution resolve(Listing listing) {
    return Resolver.resolve(List.of(listing.tree()), ResolveOptions.of(listing.target()));
  }

  private static Set<Code> codes(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(Diagnostic::code).collect(Collectors.toSet());
  }
}
