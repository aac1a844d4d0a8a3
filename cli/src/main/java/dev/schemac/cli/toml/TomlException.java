package dev.schemac.cli.toml;

/** The text is no TOML; carries the place. Never leaves the package but as a value. */
final class TomlException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  final int offset;

  TomlException(String message, int offset) {
    super(message, null, false, false);
    this.offset = offset;
  }
}
