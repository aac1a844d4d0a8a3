package dev.schemac.source;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Span;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Bytes read as UTF-8. Whatever the bytes, there is a text: what is not UTF-8 becomes U+FFFD and
 * one diagnostic at the first such place. A byte order mark is left out; line ends stay as they
 * are.
 */
public record Decoded(SourceText source, Optional<Diagnostic> diagnostic) {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** Decodes one file. */
  public static Decoded of(String name, byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    int firstBad = -1;
    while (true) {
      CoderResult result = decoder.decode(in, out, true);
      if (!result.isError()) {
        break;
      }
      firstBad = firstBad < 0 ? out.position() : firstBad;
      in.position(in.position() + result.length());
      out.put('\uFFFD');
    }
    boolean marked = out.position() > 0 && out.get(0) == BYTE_ORDER_MARK;
    String text = out.flip().subSequence(marked ? 1 : 0, out.limit()).toString();
    SourceText source = new SourceText(name, text);
    return firstBad < 0
        ? new Decoded(source, Optional.empty())
        : new Decoded(source, Optional.of(invalid(source, marked ? firstBad - 1 : firstBad)));
  }

  private static Diagnostic invalid(SourceText source, int at) {
    int line = 1;
    int lineStart = 0;
    for (int i = 0; i < at; i++) {
      if (source.text().charAt(i) == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
    Span span = new Span(source.name(), at, at + 1, line, at - lineStart + 1);
    return Diagnostic.of(Code.SC1003, span, "invalid UTF-8")
        .withHelp("save the file as UTF-8; another encoding cannot be told from the bytes");
  }
}
