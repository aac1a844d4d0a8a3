package dev.schemac.model;

import java.util.SortedMap;

/**
 * Auto-increment: PostgreSQL {@code GENERATED {BY DEFAULT|ALWAYS} AS IDENTITY}, MySQL {@code
 * AUTO_INCREMENT}.
 *
 * @param sequenceOptions canonical: {@code start increment min max cache cycle sequence}
 */
public record Identity(boolean always, SortedMap<String, String> sequenceOptions) {
  /** Column options about the sequence: its comment, and whether it outlives a crash. */
  public static final String COMMENT = "identity_comment";

  /** {@code logged} or {@code unlogged}, where it is not what the table is. */
  public static final String PERSISTENCE = "identity_persistence";

  public Identity {
    sequenceOptions = Options.copy(sequenceOptions);
  }
}
