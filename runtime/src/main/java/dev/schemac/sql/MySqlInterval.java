package dev.schemac.sql;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An interval of one unit: {@code '3 minutes'} is {@code INTERVAL 3 MINUTE}. */
public record MySqlInterval(String amount, String unit) {
  private static final Pattern FORM =
      Pattern.compile(
          "(-?\\d+) (microsecond|second|minute|hour|day|week|month|quarter|year)s?",
          Pattern.CASE_INSENSITIVE);

  /** Empty where the text has several units: MySQL has no such literal. */
  public static Optional<MySqlInterval> of(String text) {
    Matcher m = FORM.matcher(text.strip());
    return m.matches()
        ? Optional.of(new MySqlInterval(m.group(1), m.group(2).toUpperCase(Locale.ROOT)))
        : Optional.empty();
  }

  /** {@code INTERVAL 3 MINUTE}. */
  public String sql() {
    return "INTERVAL " + amount + " " + unit;
  }
}
