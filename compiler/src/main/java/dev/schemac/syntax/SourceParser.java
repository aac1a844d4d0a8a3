package dev.schemac.syntax;

import dev.schemac.source.SourceText;

/**
 * Text → syntax tree. Never throws, whatever the text; safe to call from several threads. One bad
 * line is one diagnostic, and the declarations are what could be read.
 */
public final class SourceParser {
  private SourceParser() {}

  /** Codes {@code SC1001} … {@code SC1005} come from here. */
  public static SourceTree parse(SourceText source) {
    return Reading.of(source, null).tree();
  }
}
