package dev.schemac.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
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
 */
record Surroundings(
    PrintStream out,
    PrintStream err,
    Path folder,
    Map<String, String> environment,
    boolean outTerminal,
    boolean errTerminal,
    Clock clock) {

  /** Those of this process; the launcher tells what is a terminal. */
  static Surroundings ofProcess() {
    return new Surroundings(
        stream(FileDescriptor.out),
        stream(FileDescriptor.err),
        Path.of(""),
        System.getenv(),
        Boolean.getBoolean("schemac.terminal.out"),
        Boolean.getBoolean("schemac.terminal.err"),
        Clock.systemUTC());
  }

  /** UTF-8 whatever the locale: what is generated does not depend on it. */
  private static PrintStream stream(FileDescriptor descriptor) {
    var buffered = new BufferedOutputStream(new FileOutputStream(descriptor), 1 << 16);
    return new PrintStream(buffered, false, StandardCharsets.UTF_8);
  }
}
