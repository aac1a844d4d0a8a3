package dev.schemac.syntax;

import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.grammar.SchemaLexer;
import dev.schemac.source.SourceText;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/**
 * The canonical layout of a file. Formatting twice changes nothing, the tree stays the same (a
 * table's options move into its header), and no comment is ever lost. Line ends stay what the
 * file's first one is.
 */
public final class Formatter {
  private Formatter() {}

  /**
   * The formatted text, or empty where the file does not parse and nothing may be written.
   *
   * @param diagnostics what the parser had to say
   */
  public record Formatted(Optional<String> text, List<Diagnostic> diagnostics) {
    public Formatted {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /** Never throws, whatever the text. */
  public static Formatted format(SourceText source) {
    Reading reading = Reading.of(source, new IdentityHashMap<>());
    List<Diagnostic> diagnostics = reading.tree().diagnostics();
    if (diagnostics.stream().anyMatch(Diagnostic::isError)) {
      return new Formatted(Optional.empty(), diagnostics);
    }
    String text = file(reading);
    int newline = source.text().indexOf('\n');
    boolean crlf = newline > 0 && source.text().charAt(newline - 1) == '\r';
    return new Formatted(Optional.of(crlf ? withCarriageReturns(text) : text), diagnostics);
  }

  /** Every line end but those inside of verbatim blocks, which are content. */
  private static String withCarriageReturns(String text) {
    Reading reading = Reading.of(new SourceText("", text), new IdentityHashMap<>());
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (Token token : reading.tokens().all()) {
      if (token.getType() == SchemaLexer.RAW && RawText.isVerbatim(token.getText())) {
        int start = token.getStartIndex();
        out.append(text.substring(at, start).replace("\n", "\r\n"));
        out.append(text, start, token.getStopIndex() + 1);
        at = token.getStopIndex() + 1;
      }
    }
    return out.append(text.substring(at).replace("\n", "\r\n")).toString();
  }

  /**
   * Paragraphs: a declaration with the comments right above it. One of several lines has a blank
   * line before and behind it; others keep theirs, one at most.
   */
  private static String file(Reading reading) {
    BodyPrinter printer = new BodyPrinter(reading);
    Passage.Body body = Passage.of(reading.tokens(), Optional.empty(), reading.lines());
    StringBuilder text = new StringBuilder();
    List<String> paragraph = new ArrayList<>();
    boolean blank = false;
    boolean tall = false;
    for (Passage passage : body.passages()) {
      if (passage.blankBefore() && !paragraph.isEmpty()) {
        tall = flush(text, paragraph, blank || tall);
      }
      blank = paragraph.isEmpty() ? passage.blankBefore() : blank;
      paragraph.add(printer.plain(passage, 0));
      if (!passage.isComment()) {
        tall = flush(text, paragraph, blank || tall);
      }
    }
    flush(text, paragraph, blank || tall);
    return text.toString();
  }

  /** Whether what was written has several lines. */
  private static boolean flush(StringBuilder text, List<String> paragraph, boolean blank) {
    if (paragraph.isEmpty()) {
      return false;
    }
    boolean tall = paragraph.get(paragraph.size() - 1).indexOf('\n') >= 0;
    if (text.length() > 0 && (blank || tall)) {
      text.append('\n');
    }
    paragraph.forEach(part -> text.append(part).append('\n'));
    paragraph.clear();
    return tall;
  }
}
