package dev.schemac.golden;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemac.shadow.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerCrashTest {

  @Test
  void nothingIsLeftOfAServerWhoseProcessWasKilled(@TempDir Path temporary) throws Exception {
    // PostgreSQL runs as another user, who must get through to its folder.
    assertTrue(temporary.toFile().setExecutable(true, false));
    Process victim =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                Victim.class.getName(),
                ServerBinaries.get().folder(ServerKind.POSTGRES_NEW.key()).toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader lines = victim.inputReader(StandardCharsets.UTF_8)) {
      ProcessHandle watch = ProcessHandle.of(Long.parseLong(lines.readLine())).orElseThrow();
      ProcessHandle server =
          watch
              .children()
              .filter(p -> p.info().command().orElse("").endsWith("/postgres"))
              .findFirst()
              .orElseThrow();
      victim.destroyForcibly();
      watch.onExit().get(30, TimeUnit.SECONDS);
      assertFalse(server.isAlive());
      try (var left = Files.list(temporary)) {
        assertTrue(left.noneMatch(p -> p.getFileName().toString().startsWith("schemac-")));
      }
    }
  }

  /** Starts a server, names the shell that watches it, and hangs. */
  static final class Victim {
    private Victim() {}

    public static void main(String[] arguments) throws IOException {
      EmbeddedPostgres.start(Path.of(arguments[0]));
      System.out.println(ProcessHandle.current().children().findFirst().orElseThrow().pid());
      System.in.read();
    }
  }
}
