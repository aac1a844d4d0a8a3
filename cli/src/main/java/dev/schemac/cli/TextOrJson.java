package dev.schemac.cli;

import java.util.Locale;

/** The two formats that every command knows. */
enum TextOrJson {
  TEXT,
  JSON;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
