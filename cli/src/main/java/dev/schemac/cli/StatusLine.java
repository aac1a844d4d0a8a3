package dev.schemac.cli;

import dev.schemac.connect.Progress;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;

/**
 * The last line of a terminal, which says what is being done and for how long once that takes over
 * a second. Whatever else is written there takes the line away first, so that no output ever stands
 * behind it.
 */
final class StatusLine implements Progress {
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final Duration EVERY = Duration.ofMillis(250);
  private static final int WIDTH = 79;
  private static final String ERASE = "\r\u001b[K";

  private final OutputStream terminal;
  private Timer timer;
  private String what = "";
  private long began;
  private boolean shown;

  StatusLine(OutputStream terminal) {
    this.terminal = terminal;
  }

  @Override
  public synchronized void now(String doing) {
    what = doing;
    if (timer == null) {
      began = System.nanoTime();
      timer = new Timer("status line", true);
      timer.schedule(task(), PATIENCE.toMillis(), EVERY.toMillis());
    }
  }

  private TimerTask task() {
    return new TimerTask() {
      @Override
      public void run() {
        show();
      }
    };
  }

  private synchronized void show() {
    if (timer != null) {
      long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
      write(ERASE + text(what, seconds));
      shown = true;
    }
  }

  /** In one line, whatever a source is called. */
  static String text(String what, long seconds) {
    String time = " … " + seconds + " s";
    String plain = what.replaceAll("\\p{Cntrl}", " ");
    int room = WIDTH - time.length();
    return (plain.length() > room ? plain.substring(0, room) : plain) + time;
  }

  /** Ends it: there is something to read now. */
  synchronized void clear() {
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
    if (shown) {
      write(ERASE);
      shown = false;
    }
  }

  private void write(String text) {
    try {
      terminal.write(text.getBytes(StandardCharsets.UTF_8));
      terminal.flush();
    } catch (IOException e) {
      // A terminal that is gone has nobody who watches.
      timer.cancel();
    }
  }

  /** A stream whose bytes stand in place of the line. */
  OutputStream inFront(OutputStream stream) {
    return new FilterOutputStream(stream) {
      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        clear();
        out.write(bytes, offset, length);
      }

      @Override
      public void write(int one) throws IOException {
        clear();
        out.write(one);
      }
    };
  }
}
