package dev.schemac.model;

/** A generated column's expression and whether its value is stored. */
public record Generated(Expression expression, Storage storage) {

  /**
   * {@code STORED} is computed on write, {@code VIRTUAL} on read (MySQL; PostgreSQL 18 and newer).
   */
  public enum Storage {
    STORED,
    VIRTUAL
  }
}
