package dev.schemac.emit;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How migration tools lay their scripts out: which files are run, in which order, which part. */
enum ReplayLayout {
  /** One folder per migration with {@code up.sql}: schemac, Sequelize 7, Diesel. */
  UP_IN_FOLDER("(?<id>(?<version>[^/_-]+)[^/]*)/up\\.sql"),
  /** One folder per migration with {@code migration.sql}: Prisma, Drizzle 1. */
  MIGRATION_IN_FOLDER("(?<id>(?<version>[^/_]+)[^/]*)/migration\\.sql"),
  /** Flyway's versioned scripts, in any depth; its repeatable ones come last. */
  FLYWAY("(?:.*/)?(?<id>(?:[VB](?<version>[0-9._]+)|R)__[^/]*)\\.sql"),
  /** {@code 1_name.up.sql}: golang-migrate and others. */
  UP_SUFFIX("(?<id>(?<version>[0-9]+)_[^/]*)\\.up\\.sql"),
  /** {@code 20260101000000_name.sql}: Supabase, dbmate, goose, node-pg-migrate, plain files. */
  NUMBERED("(?<id>(?<version>[0-9]+)[._-][^/]*)\\.sql"),
  /** Drizzle before 1: the journal says what is run. */
  JOURNAL("(?<id>(?<version>[^/_]+)[^/]*)\\.sql");

  /** What begins the way forward, and what ends it, in tools that keep both in one file. */
  private static final Pattern UP =
      Pattern.compile(
          "^--[ \\t]*(?:migrate:up|\\+goose[ \\t]+up|up migration)\\b.*$",
          Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);

  private static final Pattern DOWN =
      Pattern.compile(
          "^--[ \\t]*(?:migrate:down|\\+goose[ \\t]+down|down migration)\\b.*$",
          Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);

  private static final Pattern BREAKPOINT = Pattern.compile("-->[ \\t]*statement-breakpoint");

  private final Pattern file;

  ReplayLayout(String file) {
    this.file = Pattern.compile(file);
  }

  Matcher match(String path) {
    return file.matcher(path);
  }

  Comparator<ReplayFolder.Script> order() {
    Comparator<ReplayFolder.Script> byId = Comparator.comparing(ReplayFolder.Script::id);
    return switch (this) {
      case UP_IN_FOLDER, MIGRATION_IN_FOLDER, NUMBERED, JOURNAL -> byId;
      case UP_SUFFIX ->
          Comparator.<ReplayFolder.Script, BigInteger>comparing(s -> new BigInteger(s.version()))
              .thenComparing(byId);
      case FLYWAY ->
          Comparator.<ReplayFolder.Script, Boolean>comparing(s -> isRepeatable(s.id()))
              .thenComparing((a, b) -> compareParts(parts(a.version()), parts(b.version())))
              .thenComparing(byId);
    };
  }

  static boolean isRepeatable(String id) {
    return id.startsWith("R__");
  }

  private static List<BigInteger> parts(String version) {
    List<BigInteger> parts = new ArrayList<>();
    for (String part : version.split("[._]")) {
      parts.add(part.matches("[0-9]+") ? new BigInteger(part) : BigInteger.ZERO);
    }
    return parts;
  }

  /** A part that is missing is zero. */
  private static int compareParts(List<BigInteger> a, List<BigInteger> b) {
    for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
      BigInteger left = i < a.size() ? a.get(i) : BigInteger.ZERO;
      BigInteger right = i < b.size() ? b.get(i) : BigInteger.ZERO;
      if (!left.equals(right)) {
        return left.compareTo(right);
      }
    }
    return 0;
  }

  /** The text with blanks for all that is not the way forward. */
  static String forward(String text) {
    Matcher up = UP.matcher(text);
    int from = up.find() ? up.end() : 0;
    Matcher down = DOWN.matcher(text);
    int to = text.length();
    while (down.find()) {
      if (down.start() >= from) {
        to = down.start();
        break;
      }
    }
    String forward =
        blank(text.substring(0, from)) + text.substring(from, to) + blank(text.substring(to));
    return BREAKPOINT.matcher(forward).replaceAll(m -> ";" + " ".repeat(m.group().length() - 1));
  }

  private static String blank(String text) {
    return text.replaceAll("[^\\r\\n]", " ");
  }
}
