package dev.schemac.sql;

import java.math.BigInteger;
import java.util.Map;
import java.util.SortedMap;

/** What a sequence of MariaDB's has where its options say nothing. */
public final class MariaDbSequence {
  private static final Map<String, Integer> BITS =
      Map.of("tinyint", 8, "smallint", 16, "mediumint", 24, "int", 32, "bigint", 64);

  /** What stands behind the name of a type; from 11.5 on. */
  private static final String UNSIGNED = " unsigned";

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
      case "min" -> falls && !isUnsigned(type(options)) ? lowest(type(options)).toString() : "1";
      case "max" -> falls && !isUnsigned(type(options)) ? "-1" : highest(type(options)).toString();
      case "start" -> value(falls ? "max" : "min", options);
      case "cache" -> "1000";
      case "as" -> "bigint";
      default -> "1";
    };
  }

  /** Whether a sequence of the type can have the bounds that the options say. */
  public static boolean fits(SortedMap<String, String> options, SortedMap<String, String> other) {
    String type = type(other);
    return new BigInteger(value("min", options)).compareTo(lowest(type)) >= 0
        && new BigInteger(value("max", options)).compareTo(highest(type)) <= 0;
  }

  private static String type(SortedMap<String, String> options) {
    return options.getOrDefault("as", "bigint");
  }

  private static boolean isUnsigned(String type) {
    return type.endsWith(UNSIGNED);
  }

  private static BigInteger lowest(String type) {
    return isUnsigned(type) ? BigInteger.ONE : highest(type).add(BigInteger.ONE).negate();
  }

  /** The last number of the type is never given. */
  private static BigInteger highest(String type) {
    String signed = isUnsigned(type) ? type.substring(0, type.length() - UNSIGNED.length()) : type;
    int bits = BITS.getOrDefault(signed, 64) - (isUnsigned(type) ? 0 : 1);
    return BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.TWO);
  }
}
