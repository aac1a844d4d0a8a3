package dev.schemac.cli.toml;

import java.util.Optional;

/**
 * A text that was read.
 *
 * @param root what could be read; all of it where there is no error
 */
public record TomlDocument(TomlTable root, Optional<Error> error) {

  /** The first mistake: reading stops there. */
  public record Error(String message, int offset) {}

  /** Reads a text; never throws. */
  public static TomlDocument read(String text) {
    TomlTable root = new TomlTable();
    try {
      new TomlReader(text).read(root);
      return new TomlDocument(root, Optional.empty());
    } catch (TomlException e) {
      return new TomlDocument(root, Optional.of(new Error(e.getMessage(), e.offset)));
    }
  }
}
