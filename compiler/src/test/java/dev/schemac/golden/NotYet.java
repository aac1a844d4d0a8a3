package dev.schemac.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/**
 * The visible list of what is not done, {@code golden/not-yet.txt}: changes and codes without a
 * case, one a line, and what fails as {@code case NAME: why}, {@code seed DIALECT NUMBER: why} or
 * {@code live SCHEMA SERVER: why}. It may only shrink: a test fails where an entry is no longer
 * true.
 */
final class NotYet {
  private NotYet() {}

  static List<String> entries() {
    try {
      return Files.readAllLines(GoldenCase.root().resolve("not-yet.txt")).stream()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether something is known to fail. */
  static boolean admits(String what) {
    return entries().stream().anyMatch(line -> line.startsWith(what + ": "));
  }

  /** Runs a test, which has to fail where the list says so. */
  static void run(String what, Runnable test) {
    if (!admits(what)) {
      test.run();
      return;
    }
    try {
      test.run();
    } catch (AssertionError | RuntimeException expected) {
      return;
    }
    throw new AssertionError(what + " passes: take it out of golden/not-yet.txt");
  }
}
