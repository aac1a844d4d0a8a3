package dev.schemac.sql;

/** How one dialect writes identifiers and string literals. */
public interface Quoting {

  /** The identifier, in quotes where the dialect's output has them. */
  String identifier(String name);

  /** A string literal with quotes. */
  String string(String value);
}
