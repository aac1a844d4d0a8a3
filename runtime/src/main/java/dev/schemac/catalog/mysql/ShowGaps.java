package dev.schemac.catalog.mysql;

/** Takes what a table's text says and this reader does not understand. */
@FunctionalInterface
interface ShowGaps {
  /**
   * A clause that has no place in the model.
   *
   * @param part of the table: {@code column id}
   */
  void add(String part, String clause);
}
