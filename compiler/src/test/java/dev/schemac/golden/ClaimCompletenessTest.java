package dev.schemac.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every step that a pattern can make stands on the page of what was measured, or as {@code step
 * DIALECT PATTERN TITLE: why} in {@code golden/not-yet.txt}.
 */
class ClaimCompletenessTest {
  private static final Path PAGE = ServerBinaries.projectRoot().resolve("docs/claims.md");

  /** How patterns begin a step: its class or name, and the first words of its title. */
  private static final Pattern STEP =
      Pattern.compile(
          "\\b(?:step|Draft\\.of)\\(\\s*(?:\"?(?<pattern>[A-Z]\\w+)(?:\\.class|\"),\\s*)?"
              + "(?:change,\\s*)?(?:String\\.join\\(\\s*\" \",\\s*)?\"(?<title>[^\"]+)\"");

  @Test
  void everyStepOfThePostgresPatternsIsOnThePage() throws IOException {
    assertSeen("postgres", "PostgreSQL");
  }

  @Test
  void everyStepOfTheMySqlPatternsIsOnThePage() throws IOException {
    assertSeen("mysql", "MySQL", "MariaDB");
  }

  /** A step is seen on one of the servers that speak the dialect. */
  private static void assertSeen(String dialect, String... sections) throws IOException {
    List<StepKind> seen = new ArrayList<>();
    for (String section : sections) {
      seen.addAll(ClaimTable.kinds(Files.readString(PAGE), section));
    }
    Set<String> missing = new TreeSet<>();
    for (String source : sources(dialect)) {
      STEP.matcher(source)
          .results()
          .filter(step -> Character.isLowerCase(step.group("title").charAt(0)))
          .map(step -> new StepKind(pattern(step), StepKind.verb(step.group("title")), ""))
          .filter(made -> seen.stream().noneMatch(k -> shows(k, made)))
          .forEach(made -> missing.add((made.pattern() + " " + made.verb()).strip()));
    }
    assertEquals(
        String.join("\n", admitted("step " + dialect + " ")),
        String.join("\n", missing),
        "steps that no case measures (actual) and what golden/not-yet.txt admits (expected)");
  }

  private static Set<String> admitted(String prefix) {
    Set<String> admitted = new TreeSet<>();
    for (String line : NotYet.entries()) {
      if (line.startsWith(prefix)) {
        admitted.add(line.substring(prefix.length(), line.indexOf(": ")));
      }
    }
    return admitted;
  }

  private static String pattern(MatchResult step) {
    return step.group("pattern") == null ? "" : step.group("pattern");
  }

  private static boolean shows(StepKind seen, StepKind made) {
    return (made.pattern().isEmpty() || seen.pattern().equals(made.pattern()))
        && seen.verb().startsWith(made.verb());
  }

  private static List<String> sources(String dialect) throws IOException {
    Path folder =
        ServerBinaries.projectRoot()
            .resolve("compiler/src/main/java/dev/schemac/dialect")
            .resolve(dialect);
    List<String> sources = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
        sources.add(Files.readString(file));
      }
    }
    return sources;
  }
}
