package dev.schemac.model;

import java.util.SortedMap;

/**
 * Auto-increment: PostgreSQL {@code GENERATED {BY DEFAULT|ALWAYS} AS IDENTITY}, MySQL {@code
 * AUTO_INCREMENT}.
 *
 * @param sequenceOptions canonical: {@code start increment min max cache cycle sequence}
 */
public record Identity(boolean always, SortedMap<String, String> sequenceOptions) {
  public Identity {
    sequenceOptions = Options.copy(sequenceOptions);
  }
}
