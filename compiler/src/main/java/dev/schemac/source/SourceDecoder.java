package dev.schemac.source;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Bytes → text. The text is UTF-8; a byte order mark is dropped, line ends stay as they are. Bytes
 * that are no UTF-8 become U+FFFD and one {@code SC1003} per file, at the first of them.
 */
public final class SourceDecoder {
  private SourceDecoder() {}

  /** The text, and what was wrong with its bytes. */
  public record Decoded(SourceText source, List<Diagnostic> diagnostics) {
    public Decoded {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /** Never throws, whatever the bytes. */
  public static Decoded decode(String name, byte[] bytes) {
    int from = hasByteOrderMark(bytes) ? 3 : 0;
    ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
    CharBuffer out = CharBuffer.allocate(bytes.length - from + 1);
    CharsetDecoder decoder =
        StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
    List<Integer> bad = new ArrayList<>();
    List<Integer> badBytes = new ArrayList<>();
    while (true) {
      CoderResult result = decoder.decode(in, out, true);
      if (!result.isError()) {
        break;
      }
      bad.add(out.position());
      badBytes.add(bytes[in.position()] & 0xff);
      in.position(in.position() + result.length());
      out.put('\uFFFD');
    }
    decoder.flush(out);
    SourceText source = new SourceText(name, out.flip().toString());
    return new Decoded(source, bad.isEmpty() ? List.of() : List.of(report(source, bad, badBytes)));
  }

  private static boolean hasByteOrderMark(byte[] bytes) {
    return bytes.length >= 3
        && bytes[0] == (byte) 0xEF
        && bytes[1] == (byte) 0xBB
        && bytes[2] == (byte) 0xBF;
  }

  private static Diagnostic report(SourceText source, List<Integer> bad, List<Integer> badBytes) {
    LineIndex lines = new LineIndex(source);
    String value = Integer.toHexString(badBytes.get(0)).toUpperCase(Locale.ROOT);
    String more = bad.size() == 1 ? "" : ", and " + (bad.size() - 1) + " more";
    return Diagnostic.of(
            Code.SC1003,
            lines.span(bad.get(0), bad.get(0) + 1),
            "the byte 0x" + value + " is not valid UTF-8" + more)
        .withHelp("save the file as UTF-8");
  }
}
