package dev.schemac.dialect.mysql;

import java.util.Locale;

/** A keyword that came as an option's value. */
final class ServerWord {
  private ServerWord() {}

  /** In upper case; anything but letters, blanks and underscores is refused. */
  static String of(String value) {
    if (!value.matches("[A-Za-z_ ]+")) {
      throw new IllegalArgumentException("no keyword: ".concat(value));
    }
    return value.toUpperCase(Locale.ROOT);
  }
}
