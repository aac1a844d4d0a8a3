package dev.schemac.syntax;

import dev.schemac.source.SourceText;

/** The words of a header as every header is kept: single blanks, no comments, on one line. */
public final class HeaderText {
  private HeaderText() {}

  /** A text in the language's quoting, laid out as a declaration's header is. */
  public static String of(String text) {
    return SqlText.join(
        TokenList.of(new SourceText("", text)).visible().stream()
            .filter(t -> !t.getText().isBlank())
            .toList());
  }
}
