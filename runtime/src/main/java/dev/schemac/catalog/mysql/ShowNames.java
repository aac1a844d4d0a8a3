package dev.schemac.catalog.mysql;

/** Names of character sets as the model spells them. */
final class ShowNames {
  private ShowNames() {}

  /** Servers before 8.0.30 call it by its old name and understand the new one. */
  static String charset(String printed) {
    return printed.equals("utf8") ? "utf8mb3" : printed;
  }
}
