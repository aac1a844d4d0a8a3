package dev.schemac.resolve;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The normal form of a MySQL partition's bound, as a file writes it and as the server prints it:
 * words in lower case, one blank behind a comma, and the constant that the server makes of the
 * functions that bounds are usually computed with.
 */
public final class PartitionBound {
  private static final Pattern TOKEN =
      Pattern.compile("'(?:[^'\\\\]|''|\\\\.)*'|[A-Za-z0-9_.$]+|\\S");
  private static final Pattern COMPUTED =
      Pattern.compile("\\b(to_days|year|unix_timestamp)\\('([0-9: .-]+)'\\)");
  private static final Pattern SINGLE_MAXIMUM = Pattern.compile("less than \\(maxvalue\\)");

  /** What {@code TO_DAYS} counts to the first day of the epoch. */
  private static final long DAYS_TO_EPOCH = 719_528;

  private PartitionBound() {}

  /** The bound without {@code VALUES}: {@code less than (10)}, {@code in ('a', 'b')}. */
  public static String normalize(String bound) {
    StringBuilder text = new StringBuilder();
    Matcher m = TOKEN.matcher(bound.strip());
    while (m.find()) {
      append(text, m.group());
    }
    String plain = COMPUTED.matcher(text).replaceAll(found -> constant(found));
    return SINGLE_MAXIMUM.matcher(plain).matches() ? "less than maxvalue" : plain;
  }

  private static void append(StringBuilder text, String token) {
    boolean quoted = token.startsWith("'");
    char last = text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
    if (quoted) {
      withoutIntroducer(text);
      text.append(last == ',' ? " " : "").append(token);
      return;
    }
    boolean word = Character.isLetterOrDigit(token.charAt(0)) || token.startsWith("_");
    boolean blank =
        last == ','
            || word && (Character.isLetterOrDigit(last) || last == '\'')
            || token.equals("(") && opensList(text);
    text.append(blank ? " " : "").append(token.toLowerCase(Locale.ROOT));
  }

  /** {@code less than (} and {@code in (}, but {@code to_days(}. */
  private static boolean opensList(StringBuilder text) {
    String before = text.toString();
    return before.equals("less than") || before.equals("in");
  }

  private static void withoutIntroducer(StringBuilder text) {
    String before = text.toString();
    for (String introducer : java.util.List.of("_utf8mb4", "_utf8mb3", "_utf8", "_latin1")) {
      if (before.endsWith(introducer)) {
        text.setLength(text.length() - introducer.length());
        return;
      }
    }
  }

  private static String constant(java.util.regex.MatchResult call) {
    return moment(call.group(2))
        .map(
            at ->
                switch (call.group(1)) {
                  case "to_days" -> at.toLocalDate().toEpochDay() + DAYS_TO_EPOCH;
                  case "year" -> (long) at.getYear();
                  default -> at.toEpochSecond(ZoneOffset.UTC);
                })
        .map(value -> Long.toString(value))
        .orElse(call.group());
  }

  private static Optional<LocalDateTime> moment(String text) {
    try {
      return Optional.of(
          text.length() <= 10
              ? LocalDate.parse(text).atStartOfDay()
              : LocalDateTime.parse(text.replace(' ', 'T')));
    } catch (DateTimeParseException notWhole) {
      return Optional.empty();
    }
  }
}
