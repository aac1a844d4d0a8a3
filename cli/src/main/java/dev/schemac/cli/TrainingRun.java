package dev.schemac.cli;

import dev.schemac.connect.Progress;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * Runs what people run most, so that the archive of loaded classes holds what that takes. The
 * launcher calls it once after a build; its results are thrown away.
 */
public final class TrainingRun {
  private static final List<List<String>> COMMANDS =
      List.of(
          List.of("check"),
          List.of("check", "--format", "github"),
          List.of("fmt", "--check"),
          List.of("plan"),
          List.of("plan", "--format", "markdown"),
          List.of("plan", "--target", "postgres:15", "--format", "sql"),
          List.of("plan", "--from", "nothing"),
          List.of("explain", "SC2004"));

  private TrainingRun() {}

  /** The argument is a project's folder. */
  public static void main(String[] arguments) {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Surroundings surroundings =
        new Surroundings(
            nowhere,
            nowhere,
            Path.of(arguments[0]),
            Map.of(),
            true,
            true,
            Progress.NONE,
            Clock.systemUTC());
    for (List<String> command : COMMANDS) {
      int code = Main.run(command.toArray(String[]::new), surroundings);
      System.out.println(command + ": " + code);
    }
  }
}
