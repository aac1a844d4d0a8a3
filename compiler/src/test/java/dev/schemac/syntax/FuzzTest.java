package dev.schemac.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemac.model.Target;
import dev.schemac.resolve.ResolveOptions;
import dev.schemac.resolve.Resolver;
import dev.schemac.source.SourceDecoder;
import dev.schemac.source.SourceText;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever the bytes: a tree and diagnostics, no exception, no hang. */
class FuzzTest {
  private static final int RUNS = 10_000;
  private static final long SEED = 20260101L;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final List<Target> TARGETS =
      Stream.of("postgres:15", "mysql:8.4").map(t -> Target.parse(t).orElseThrow()).toList();
  private static final String[] PIECES = {
    "(",
    ")",
    "{",
    "}",
    "[",
    "]",
    "'",
    "`",
    "\"",
    "\"\"\"",
    "/*",
    "*/",
    "//",
    "///",
    "--",
    "@postgres",
    "@mysql(",
    ",",
    ";",
    "::",
    "->",
    "?",
    "|",
    "\n",
    "\n  ",
    "\r\n",
    "\t",
    "not ",
    "case ",
    "end ",
    "select ",
    "table ",
    "index ",
    "check (",
    "was ",
    "ref ",
    "default ",
    "using ",
    "é",
    "\u00A0",
    "\uD83D\uDE00",
    "\uD83D",
    "\u0000",
    "0",
    "1e9",
    ".",
    "=",
    "between ",
    "and "
  };

  @Test
  void readsRandomBytes() {
    Random random = new Random(SEED);
    for (int run = 0; run < RUNS; run++) {
      byte[] bytes = new byte[random.nextInt(400)];
      random.nextBytes(bytes);
      if (run % 2 == 0) {
        for (int at = 0; at < bytes.length; at++) {
          bytes[at] = (byte) (' ' + (bytes[at] & 0x7f) % 95);
        }
      }
      survives(SourceDecoder.decode("f", bytes).source());
    }
  }

  @Test
  void readsRandomPieces() {
    Random random = new Random(SEED);
    for (int run = 0; run < RUNS / 2; run++) {
      StringBuilder text = new StringBuilder();
      for (int count = random.nextInt(60); count > 0; count--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      survives(new SourceText("f", text.toString()));
    }
  }

  @Test
  void readsMutationsOfRealFiles() {
    Random random = new Random(SEED);
    List<SourceText> listings = Listings.all();
    for (int run = 0; run < RUNS; run++) {
      String text = listings.get(random.nextInt(listings.size())).text();
      int from = random.nextInt(text.length());
      StringBuilder mutated =
          new StringBuilder(text.substring(from, Math.min(text.length(), from + 1500)));
      for (int count = 1 + random.nextInt(4); count > 0; count--) {
        mutate(mutated, random);
      }
      survives(new SourceText("f", mutated.toString()));
    }
  }

  private static void mutate(StringBuilder text, Random random) {
    int at = random.nextInt(text.length() + 1);
    int end = Math.min(text.length(), at + random.nextInt(20));
    switch (random.nextInt(4)) {
      case 0 -> text.delete(at, end);
      case 1 -> text.insert(at, PIECES[random.nextInt(PIECES.length)]);
      case 2 -> text.insert(random.nextInt(text.length() + 1), text.substring(at, end));
      default -> text.replace(at, end, PIECES[random.nextInt(PIECES.length)]);
    }
  }

  /** What parses is formatted to something stable with the same meaning and comments. */
  private static void survives(SourceText source) {
    checks(source);
    Formatter.Formatted formatted = Formatter.format(source);
    if (formatted.text().isPresent()) {
      SourceText once = new SourceText("f", formatted.text().get());
      assertEquals(
          Trees.withoutSpans(SourceParser.parse(source)),
          Trees.withoutSpans(SourceParser.parse(once)),
          source.text());
      assertEquals(
          once.text(),
          Formatter.format(once).text().orElse("does not parse"),
          () -> "formatting again changes\n" + source.text());
    }
  }

  /** What {@code check} does, for both dialects: under a second of the processor's time. */
  private static void checks(SourceText source) {
    long start = THREADS.getCurrentThreadCpuTime();
    SourceTree tree = SourceParser.parse(source);
    for (Target target : TARGETS) {
      Resolver.resolve(List.of(tree), ResolveOptions.of(target));
    }
    double seconds = (THREADS.getCurrentThreadCpuTime() - start) / 1e9;
    assertTrue(seconds < 1, () -> seconds + " s for\n" + source.text());
  }
}
