package dev.schemac.catalog.mysql;

import java.util.Map;
import java.util.Optional;

/**
 * What a table's text takes for granted.
 *
 * @param mariaDb whether a MariaDB prints it
 * @param database whose name MariaDB puts before its sequences
 * @param charset of the database
 * @param collation of the database
 * @param defaultCollations the collation of each character set where none is named
 * @param losesBytes whether a default's bytes and characters that the server cannot print are
 *     question marks (8.0.15; later ones print such a default as a number)
 */
record ShowFacts(
    boolean mariaDb,
    String database,
    String charset,
    String collation,
    Map<String, String> defaultCollations,
    boolean losesBytes) {
  ShowFacts {
    defaultCollations = Map.copyOf(defaultCollations);
  }

  boolean isDefault(String charset, String collation) {
    return collation.equals(defaultCollations.get(charset));
  }

  Optional<String> defaultOf(String charset) {
    return Optional.ofNullable(defaultCollations.get(charset));
  }
}
