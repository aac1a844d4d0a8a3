package dev.schemac.resolve.expression;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Intervals in one spelling: {@code 3 minutes}, {@code 00:03:00} and {@code 180 seconds} are all
 * {@code 3 minute}. What cannot be read stays as it is.
 */
final class IntervalForm {
  private static final Pattern PART =
      Pattern.compile(
          "\\s*(?:([+-]?)(\\d+):(\\d\\d)(?::(\\d\\d))?|([+-]?\\d+)\\s*([a-z]+))(?=\\s|$)");
  private static final Map<String, int[]> UNITS =
      Map.ofEntries(
          Map.entry("year", new int[] {12, 0, 0}),
          Map.entry("quarter", new int[] {3, 0, 0}),
          Map.entry("month", new int[] {1, 0, 0}),
          Map.entry("mon", new int[] {1, 0, 0}),
          Map.entry("week", new int[] {0, 7, 0}),
          Map.entry("day", new int[] {0, 1, 0}),
          Map.entry("hour", new int[] {0, 0, 3600}),
          Map.entry("minute", new int[] {0, 0, 60}),
          Map.entry("min", new int[] {0, 0, 60}),
          Map.entry("second", new int[] {0, 0, 1}),
          Map.entry("sec", new int[] {0, 0, 1}));

  private long months;
  private long days;
  private long seconds;

  private IntervalForm() {}

  static String of(String text) {
    IntervalForm form = new IntervalForm();
    return form.read(text.strip().toLowerCase(Locale.ROOT)) ? form.text() : text;
  }

  private boolean read(String text) {
    Matcher m = PART.matcher(text);
    int at = 0;
    while (at < text.length()) {
      if (!m.find(at) || m.start() != at || !add(m)) {
        return false;
      }
      at = m.end();
    }
    return at > 0;
  }

  private boolean add(Matcher m) {
    if (m.group(2) != null) {
      return add(m, m.group(4) == null ? "0" : m.group(4));
    }
    String unit = m.group(6);
    int[] size = UNITS.get(unit.endsWith("s") ? unit.substring(0, unit.length() - 1) : unit);
    if (size == null || m.group(5).length() > 9) {
      return false;
    }
    long amount = Long.parseLong(m.group(5));
    months += amount * size[0];
    days += amount * size[1];
    seconds += amount * size[2];
    return true;
  }

  private boolean add(Matcher clock, String second) {
    if (clock.group(2).length() > 9) {
      return false;
    }
    long sum =
        Long.parseLong(clock.group(2)) * 3600
            + Long.parseLong(clock.group(3)) * 60
            + Long.parseLong(second);
    seconds += clock.group(1).equals("-") ? -sum : sum;
    return true;
  }

  private String text() {
    StringBuilder out = new StringBuilder();
    append(out, months, 12, "year", "month");
    append(out, days, 1, "day", "day");
    if (seconds % 3600 == 0) {
      append(out, seconds, 3600, "hour", "hour");
    } else {
      append(out, seconds, 60, "minute", "second");
    }
    return out.isEmpty() ? "0 second" : out.toString();
  }

  private static void append(StringBuilder out, long amount, int size, String big, String small) {
    if (amount != 0) {
      boolean whole = amount % size == 0;
      out.append(out.isEmpty() ? "" : " ");
      out.append(whole ? amount / size : amount).append(' ').append(whole ? big : small);
    }
  }
}
