package dev.schemac.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StatusLineTest {
  private static final String ERASE = "\r\u001b[K";

  /** A terminal that tells when something was written to it. */
  private static final class Screen extends ByteArrayOutputStream {
    private final CountDownLatch written = new CountDownLatch(1);

    @Override
    public void flush() {
      written.countDown();
    }
  }

  @Test
  void whatTakesLongIsShownAndGoesBeforeAnythingElse() throws Exception {
    Screen screen = new Screen();
    StatusLine line = new StatusLine(screen);
    line.now("reading env:staging");
    assertTrue(screen.written.await(30, TimeUnit.SECONDS));
    line.inFront(screen).write("result\n".getBytes(StandardCharsets.UTF_8));
    String text = screen.toString(StandardCharsets.UTF_8);
    assertTrue(text.startsWith(ERASE + "reading env:staging … "), text);
    assertTrue(text.endsWith(" s" + ERASE + "result\n"), text);
  }

  @Test
  void whatIsQuickLeavesNoTrace() throws IOException {
    ByteArrayOutputStream screen = new ByteArrayOutputStream();
    StatusLine line = new StatusLine(screen);
    line.now("reading a file");
    OutputStream stream = line.inFront(screen);
    stream.write('x');
    line.clear();
    assertEquals("x", screen.toString(StandardCharsets.UTF_8));
  }

  @Test
  void aHostileNameStaysInItsLine() {
    String text = StatusLine.text("reading a\nb\u001b[2J" + "c".repeat(200), 12);
    assertEquals(79, text.length());
    assertTrue(text.endsWith("c … 12 s"), text);
    assertFalse(text.chars().anyMatch(Character::isISOControl), text);
  }
}
