package dev.schemac.diagnostic;

/** How much a diagnostic matters; an error stops what was asked for. */
public enum Severity {
  ERROR,
  WARNING,
  NOTE;

  /** {@code error}, {@code warning}, {@code note}. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
