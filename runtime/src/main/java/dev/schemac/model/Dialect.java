package dev.schemac.model;

/** The two families of servers that schemac compiles for. */
public enum Dialect {
  POSTGRES("postgres", 63),
  MYSQL("mysql", 64);

  private final String label;
  private final int identifierLimit;

  Dialect(String label, int identifierLimit) {
    this.label = label;
    this.identifierLimit = identifierLimit;
  }

  /** The word used in targets, attributes and folder names: {@code postgres} or {@code mysql}. */
  public String label() {
    return label;
  }

  /**
   * The longest identifier: 63 bytes of UTF-8 on PostgreSQL (NAMEDATALEN - 1), 64 characters on
   * MySQL (manual, "Identifier Length Limits").
   */
  public int identifierLimit() {
    return identifierLimit;
  }
}
