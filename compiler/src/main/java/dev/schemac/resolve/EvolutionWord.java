package dev.schemac.resolve;

import dev.schemac.model.ObjectPath;

/**
 * One word about the step from the previous version, so that a diagnostic can point at it.
 *
 * @param path what it is about, as in {@link dev.schemac.model.Evolution}
 * @param value the label that a word about a value of an enum begins with; else empty
 */
public record EvolutionWord(Kind kind, ObjectPath path, String value) {

  /** Which word. */
  public enum Kind {
    WAS,
    RETIRE,
    USING,
    BACKFILL,
    WHEN,
    VALUE_WAS,
    VALUE_RETIRE,
    VALUE_REMAP
  }

  public static EvolutionWord of(Kind kind, ObjectPath path) {
    return new EvolutionWord(kind, path, "");
  }
}
