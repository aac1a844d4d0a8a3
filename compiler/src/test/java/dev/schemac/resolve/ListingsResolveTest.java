package dev.schemac.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The real schemas among the syntax tests' resources, each for the dialect that it is meant for:
 * excerpts miss tables that they refer to; nothing else may be wrong with them.
 */
class ListingsResolveTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          adventureworks         | postgres:18 | SC2001
          complete-file          | postgres:14 | SC2001
          complete-file          | mysql:8.4   | SC2001 SC2017 SC2018
          killbill               | mysql:8.0   | SC2001
          pagila                 | postgres:18 | SC2001
          sakila                 | mysql:8.4   | SC2001 SC2018
          storefront-1           | postgres:14 |
          storefront-2           | mysql:8.4   | SC2018
          storefront-3           | postgres:14 |
          storefront-3           | mysql:8.4   | SC2017 SC2018
          storefront-4           | postgres:14 |
          supabase-auth          | postgres:15 | SC2001
          the-clinic-1           | postgres:14 |
          the-clinic-2           | postgres:14 |
          the-migration-crisis-1 | postgres:14 | SC2004
          the-migration-crisis-1 | mysql:8.4   | SC2004 SC2017 SC2018
          the-migration-crisis-2 | postgres:14 |
          the-migration-crisis-3 | postgres:14 |
          two-histories-1        | postgres:14 |
          two-histories-2        | postgres:14 |
          umami                  | postgres:14 |
          video-tables-1         | mysql:8.0   | SC2017 SC2018
          video-tables-2         | mysql:8.0   | SC2017 SC2018
          video-tables-3         | mysql:8.0   | SC2017
          """)
  void resolves(String listing, String target, String codes) throws java.io.IOException {
    String expected = Objects.requireNonNullElse(codes, "");
    Resolution resolution = Resolved.of(target, read(listing));
    TreeSet<String> found = new TreeSet<>();
    for (Diagnostic d : resolution.diagnostics()) {
      if (d.code() != Code.SC2015) {
        found.add(d.code().name());
      }
    }
    assertEquals(expected, String.join(" ", found), () -> "" + Resolved.messages(resolution));
  }

  private static String read(String listing) throws java.io.IOException {
    try (var in =
        Objects.requireNonNull(
            ListingsResolveTest.class.getResourceAsStream(
                "/syntax/listings/" + listing + ".schema"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Whatever stands in a file, both dialects give a result and say something about what is not. */
  @ParameterizedTest
  @CsvSource({"every-construct-once,postgres:14", "every-construct-once,mysql:8.4"})
  void everyConstructIsTakenOrReported(String listing, String target) throws java.io.IOException {
    Resolution resolution = Resolved.of(target, read(listing));
    List<String> crowd =
        resolution.diagnostics().stream()
            .map(d -> d.span().start() + d.message())
            .distinct()
            .toList();
    assertEquals(resolution.diagnostics().size(), crowd.size());
    assertEquals(true, resolution.schema().tables().size() >= 8);
  }
}
