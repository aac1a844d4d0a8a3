package dev.schemac.plan;

/**
 * When a step runs: before the deploy, as long-running filling of rows, or after the deploy once no
 * old client remains.
 */
public enum Phase {
  EXPAND,
  BACKFILL,
  CONTRACT;

  /** {@code expand}, {@code backfill}, {@code contract}. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
