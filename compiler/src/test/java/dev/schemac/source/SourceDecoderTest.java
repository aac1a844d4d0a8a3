package dev.schemac.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.schemac.diagnostic.Diagnostic;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceDecoderTest {
  @Test
  void dropsAByteOrderMarkAndKeepsLineEnds() {
    byte[] bytes = "\uFEFFtype é = int\r\n".getBytes(StandardCharsets.UTF_8);

    SourceDecoder.Decoded decoded = SourceDecoder.decode("a", bytes);

    assertEquals("type é = int\r\n", decoded.source().text());
    assertEquals(List.of(), decoded.diagnostics());
  }

  @Test
  void reportsTheFirstOfTheBadBytesOnce() {
    byte[] bytes = {'a', '\n', 'b', (byte) 0xE9, 'c', (byte) 0xFF, (byte) 0xC3};

    SourceDecoder.Decoded decoded = SourceDecoder.decode("a", bytes);

    Diagnostic found = decoded.diagnostics().get(0);
    assertEquals(1, decoded.diagnostics().size());
    assertEquals("the byte 0xE9 is not valid UTF-8, and 2 more", found.message());
    assertEquals(2, found.span().line());
    assertEquals(2, found.span().column());
    assertEquals("a\nb\uFFFDc\uFFFD\uFFFD", decoded.source().text());
  }
}
