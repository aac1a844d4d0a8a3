package dev.schemac.catalog;

import dev.schemac.model.Options;
import dev.schemac.model.Schema;
import java.util.Collections;
import java.util.List;
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
 * @param usual options that are left out of the model where they have these values: {@code owner}
 *     for what the session's user owns, {@code charset} for the database's own
 */
public record LiveSchema(
    Schema schema,
    List<CatalogGap> gaps,
    SortedMap<String, Integer> leftOut,
    SortedMap<String, String> usual) {
  public LiveSchema {
    gaps = List.copyOf(gaps);
    leftOut = Collections.unmodifiableSortedMap(new TreeMap<>(leftOut));
    usual = Options.copy(usual);
  }

  /** Of a reader that leaves no option out. */
  public LiveSchema(Schema schema, List<CatalogGap> gaps, SortedMap<String, Integer> leftOut) {
    this(schema, gaps, leftOut, Options.none());
  }
}
