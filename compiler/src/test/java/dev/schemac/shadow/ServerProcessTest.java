package dev.schemac.shadow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerProcessTest {

  @Test
  void aProgramThatEndsLeavesItsFolder() throws Exception {
    ServerFolder folder = ServerFolder.create("schemac-test");
    ServerProcess.runToEnd(folder, List.of("touch", "made"));
    assertTrue(Files.exists(folder.path().resolve("made")));
    IOException failure =
        assertThrows(
            IOException.class,
            () -> ServerProcess.runToEnd(folder, List.of("sh", "-c", "echo no; exit 3")));
    assertTrue(failure.getMessage().contains("status 3:\nno"), failure.getMessage());
    folder.delete();
  }

  /** As when Ctrl-C comes while a server is being made: everything gets the signal. */
  @Test
  void nothingIsLeftOfAServerThatWasBeingMade(@TempDir Path temporary) throws Exception {
    Process victim =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                Victim.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader lines = victim.inputReader(StandardCharsets.UTF_8)) {
      ProcessHandle watch = ProcessHandle.of(Long.parseLong(lines.readLine())).orElseThrow();
      assertEquals(0, new ProcessBuilder("kill", "-s", "INT", "" + watch.pid()).start().waitFor());
      assertEquals(0, new ProcessBuilder("kill", "-s", "TERM", "" + watch.pid()).start().waitFor());
      victim.destroyForcibly();
      watch.onExit().get(30, TimeUnit.SECONDS);
      try (var left = Files.list(temporary)) {
        assertTrue(left.noneMatch(p -> p.getFileName().toString().startsWith("schemac-")));
      }
      assertFalse(watch.isAlive());
    }
  }

  /** Makes a server that is never done, and names the shell that watches over it. */
  static final class Victim {
    private Victim() {}

    public static void main(String[] arguments) throws IOException {
      ServerFolder folder = ServerFolder.create("schemac-test");
      Thread.ofPlatform()
          .daemon()
          .start(
              () -> {
                try {
                  ServerProcess.runToEnd(folder, List.of("sh", "-c", "touch made; sleep 600"));
                } catch (IOException e) {
                  System.exit(1);
                }
              });
      while (!Files.exists(folder.path().resolve("made"))) {
        Thread.onSpinWait();
      }
      System.out.println(ProcessHandle.current().children().findFirst().orElseThrow().pid());
      System.in.read();
    }
  }
}
