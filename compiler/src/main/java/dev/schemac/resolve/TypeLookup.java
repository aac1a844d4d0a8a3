package dev.schemac.resolve;

import dev.schemac.model.DataType;
import dev.schemac.model.Options;
import java.util.SortedMap;

/** What a catalogue of types answers. */
sealed interface TypeLookup {

  /**
   * The type in canonical form.
   *
   * @param options that a column of this type has, e.g. MySQL's {@code charset} of a {@code uuid}
   */
  record Found(DataType type, SortedMap<String, String> options) implements TypeLookup {}

  /** The catalogue has no type of that name. */
  record Unknown() implements TypeLookup {}

  /** The name is right, its arguments or modifiers are not. */
  record Wrong(String message, String help) implements TypeLookup {}

  static TypeLookup found(String name, String... arguments) {
    return new Found(DataType.Builtin.of(name, arguments), Options.none());
  }

  static TypeLookup found(DataType type) {
    return new Found(type, Options.none());
  }
}
