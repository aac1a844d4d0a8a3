package dev.schemac.catalog;

import dev.schemac.model.Schema;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that a live database holds.
 *
 * @param schema the model, with every expression as the server's text
 * @param gaps what is there and is not in the model, or could not be read; empty means that nothing
 *     is missing
 * @param leftOut how many objects were left out on purpose, by reason: {@code of extension
 *     postgis}, {@code of Flyway}, {@code of the system}
 * @param user the session's user: what it owns has no {@code owner} in the model
 */
public record LiveSchema(
    Schema schema,
    List<CatalogGap> gaps,
    SortedMap<String, Integer> leftOut,
    Optional<String> user) {
  public LiveSchema {
    gaps = List.copyOf(gaps);
    leftOut = Collections.unmodifiableSortedMap(new TreeMap<>(leftOut));
  }

  /** Of a server whose objects belong to nobody. */
  public LiveSchema(Schema schema, List<CatalogGap> gaps, SortedMap<String, Integer> leftOut) {
    this(schema, gaps, leftOut, Optional.empty());
  }
}
