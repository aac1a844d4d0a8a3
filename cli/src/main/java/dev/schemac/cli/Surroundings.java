package dev.schemac.cli;

import dev.schemac.connect.Progress;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * What a command sees of the world.
 *
 * @param folder what relative paths are relative to
 * @param outTerminal whether results go to a person's terminal
 * @param errTerminal whether diagnostics do
 * @param progress who shows what takes its time, where that goes to a terminal
 */
record Surroundings(
    PrintStream out,
    PrintStream err,
    Path folder,
    Map<String, String> environment,
    boolean outTerminal,
    boolean errTerminal,
    Progress progress,
    Clock clock) {

  /** Those of this process; the launcher tells what is a terminal. */
  static Surroundings ofProcess() {
    StatusLine status = new StatusLine(new FileOutputStream(FileDescriptor.err));
    return new Surroundings(
        stream(FileDescriptor.out, status),
        stream(FileDescriptor.err, status),
        Path.of(""),
        System.getenv(),
        Boolean.getBoolean("schemac.terminal.out"),
        Boolean.getBoolean("schemac.terminal.err"),
        status,
        Clock.systemUTC());
  }

  /** UTF-8 whatever the locale: what is generated does not depend on it. */
  private static PrintStream stream(FileDescriptor descriptor, StatusLine status) {
    OutputStream stream = status.inFront(new FileOutputStream(descriptor));
    var buffered = new BufferedOutputStream(stream, 1 << 16);
    return new PrintStream(buffered, false, StandardCharsets.UTF_8);
  }
}
