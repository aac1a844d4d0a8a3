package dev.schemac.resolve;

import dev.schemac.model.Dialect;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The names of keys, indexes and constraints whose author gave none: PostgreSQL's conventions
 * ({@code t_pkey}, {@code t_a_b_key}, {@code t_a_idx}, {@code t_a_fkey}, {@code t_a_check}) in both
 * dialects, numbered where taken ({@code t_a_idx1}), and cut to the dialect's limit with a hash of
 * the whole name, so that two long ones stay apart.
 */
public final class AutomaticNames {
  private static final int HASH_DIGITS = 8;

  private AutomaticNames() {}

  /**
   * The first free name.
   *
   * @param parts what stands between the table and the label: column names, {@code expr}
   * @param label {@code pkey}, {@code key}, {@code idx}, {@code fkey}, {@code check}, {@code excl},
   *     {@code seq}
   * @param taken names in use, folded by {@link #fold}; the name found is added
   */
  public static String free(
      Dialect dialect, String table, List<String> parts, String label, Set<String> taken) {
    String name = of(dialect, table, parts, label);
    for (int number = 1; !taken.add(fold(dialect, name)); number++) {
      name = of(dialect, table, parts, label + number);
    }
    return name;
  }

  /** The conventional name, within the dialect's limit. */
  public static String of(Dialect dialect, String table, List<String> parts, String label) {
    String middle = parts.isEmpty() ? "" : "_" + String.join("_", parts);
    return fit(dialect, table + middle, "_" + label);
  }

  /** MySQL compares the names of keys and constraints without regard to case. */
  public static String fold(Dialect dialect, String name) {
    return dialect == Dialect.MYSQL ? name.toLowerCase(Locale.ROOT) : name;
  }

  /** The stem and the suffix, the stem cut and marked with a hash where both are too long. */
  public static String fit(Dialect dialect, String stem, String suffix) {
    String whole = stem + suffix;
    if (fits(dialect, whole)) {
      return whole;
    }
    String marked = "_" + hash(whole) + suffix;
    return cut(dialect, stem, dialect.identifierLimit() - length(dialect, marked)) + marked;
  }

  /** Whether the dialect takes an identifier of this length. */
  public static boolean fits(Dialect dialect, String name) {
    return length(dialect, name) <= dialect.identifierLimit();
  }

  /** In the dialect's own measure: bytes of UTF-8 on PostgreSQL, characters on MySQL. */
  private static int length(Dialect dialect, String name) {
    return switch (dialect) {
      case POSTGRES -> name.getBytes(StandardCharsets.UTF_8).length;
      case MYSQL -> name.codePointCount(0, name.length());
    };
  }

  /** Never in the middle of a character. */
  private static String cut(Dialect dialect, String stem, int limit) {
    int end = 0;
    int used = 0;
    while (end < stem.length()) {
      int next = stem.offsetByCodePoints(end, 1);
      used += length(dialect, stem.substring(end, next));
      if (used > limit) {
        break;
      }
      end = next;
    }
    return stem.substring(0, end);
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
