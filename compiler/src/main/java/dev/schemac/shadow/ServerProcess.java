package dev.schemac.shadow;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A server below a watching shell. The shell holds the other end of a pipe to this process: when
 * the pipe closes, because {@link #close} was called or because this process is gone however that
 * came about, it kills the server and deletes its folder. So nothing is left behind, not even by
 * {@code kill -9}.
 */
final class ServerProcess implements AutoCloseable {
  private static final int START_SECONDS = 120;
  private static final int STOP_SECONDS = 30;
  private static final int KEPT_LINES = 60;

  /**
   * {@code setsid} gives the server a process group of its own, which is killed as a whole. The
   * shell outlives a Ctrl-C, which the terminal sends to it too, and the end of who reads what it
   * says, for it has to tidy up. A program that ends by itself ({@code kept}) leaves its folder to
   * whoever started it.
   */
  private static final String WATCH =
      """
      trap '' INT HUP TERM PIPE
      folder=$1 signal=$2 kept=$3; shift 3
      exec 3<&0
      setsid "$@" 3<&- </dev/null 2>&1 &
      server=$!
      ( cat <&3 >/dev/null; : >"$folder/gone"; kill -s "$signal" -- "-$server" ) >/dev/null 2>&1 &
      watch=$!
      wait "$server"
      status=$?
      kill -s KILL "$watch" 2>/dev/null
      [ "$kept" = yes ] && [ ! -e "$folder/gone" ] && exit "$status"
      [ -n "$folder" ] && rm -rf "$folder"
      echo "the server ended with status $status"
      exit "$status"
      """;

  private final Process process;
  private final Deque<String> lastLines = new ArrayDeque<>();
  private final CompletableFuture<Boolean> ready = new CompletableFuture<>();

  private ServerProcess(Process process) {
    this.process = process;
  }

  /**
   * Starts a server and waits until it prints {@code readyText}.
   *
   * @param signal what ends the server at once
   */
  static ServerProcess start(
      ServerFolder folder, String signal, String readyText, List<String> command)
      throws IOException {
    ServerProcess server = new ServerProcess(watched(folder, signal, "no", command));
    Thread.ofPlatform().daemon().name("server output").start(() -> server.read(readyText));
    server.awaitReady(command);
    return server;
  }

  private static Process watched(
      ServerFolder folder, String signal, String kept, List<String> command) throws IOException {
    List<String> watched = new ArrayList<>(List.of("sh", "-c", WATCH, "sh"));
    watched.addAll(List.of(folder.path().toString(), signal, kept));
    watched.addAll(command);
    return new ProcessBuilder(watched)
        .directory(folder.path().toFile())
        .redirectErrorStream(true)
        .start();
  }

  /** Runs a program that ends by itself, or with this process; then the folder goes too. */
  static void runToEnd(ServerFolder folder, List<String> command) throws IOException {
    Process process = watched(folder, "KILL", "yes", command);
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = uninterrupted(process::waitFor);
    process.getOutputStream().close();
    if (status != 0) {
      throw new IOException(command + " ended with status " + status + ":\n" + output);
    }
  }

  private void read(String readyText) {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        keep(line);
        if (line.contains(readyText)) {
          ready.complete(true);
        }
      }
    } catch (IOException e) {
      keep(e.toString());
    }
    ready.complete(false);
  }

  private synchronized void keep(String line) {
    lastLines.add(line);
    if (lastLines.size() > KEPT_LINES) {
      lastLines.remove();
    }
  }

  private synchronized String output() {
    return String.join("\n", lastLines);
  }

  private void awaitReady(List<String> command) throws IOException {
    boolean isReady =
        uninterrupted(
            () -> {
              try {
                return ready.get(START_SECONDS, TimeUnit.SECONDS);
              } catch (ExecutionException | TimeoutException e) {
                return false;
              }
            });
    if (!isReady) {
      close();
      throw new IOException(command + " did not start:\n" + output());
    }
  }

  /** Kills the server and waits until its folder is gone. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      // The shell is gone already, and the server with it.
      keep(e.toString());
    }
    if (!uninterrupted(() -> process.waitFor(STOP_SECONDS, TimeUnit.SECONDS))) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private interface Waiting<T> {
    T await() throws InterruptedException;
  }

  private static <T> T uninterrupted(Waiting<T> waiting) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return waiting.await();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
