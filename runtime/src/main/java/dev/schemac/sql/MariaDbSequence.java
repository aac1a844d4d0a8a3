package dev.schemac.sql;

import java.math.BigInteger;
import java.util.Map;
import java.util.SortedMap;

/** What a sequence of MariaDB's has where its options say nothing. */
public final class MariaDbSequence {
  private static final Map<String, Integer> BITS =
      Map.of("tinyint", 8, "smallint", 16, "mediumint", 24, "int", 32, "bigint", 64);

  private MariaDbSequence() {}

  /** Takes out of the options what the sequence would have without them. */
  public static void canonical(SortedMap<String, String> options) {
    options.remove("no cycle");
    options.computeIfPresent("cycle", (key, value) -> "true");
    for (String key : new String[] {"start", "min", "max", "cache", "increment", "as"}) {
      options.remove(key, usual(key, options));
    }
  }

  /** The value of an option, also where it is left out. */
  public static String value(String key, SortedMap<String, String> options) {
    String written = options.get(key);
    return written == null ? usual(key, options) : written;
  }

  private static String usual(String key, SortedMap<String, String> options) {
    boolean falls = options.getOrDefault("increment", "1").startsWith("-");
    return switch (key) {
      case "min" -> falls ? range(options).negate().toString() : "1";
      case "max" -> falls ? "-1" : range(options).subtract(BigInteger.ONE).toString();
      case "start" -> value(falls ? "max" : "min", options);
      case "cache" -> "1000";
      case "as" -> "bigint";
      default -> "1";
    };
  }

  /** The greatest number of the type; the last one before it is never given. */
  private static BigInteger range(SortedMap<String, String> options) {
    int bits = BITS.getOrDefault(options.getOrDefault("as", "bigint"), 64);
    return BigInteger.ONE.shiftLeft(bits - 1).subtract(BigInteger.ONE);
  }
}
