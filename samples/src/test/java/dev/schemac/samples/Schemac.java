package dev.schemac.samples;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The command as a user calls it: a process of its own in the project's root. */
final class Schemac {

  /** What the process said; results and diagnostics apart. */
  record Answer(int status, String out, String err) {

    /** The results of a call that must succeed. */
    String done() {
      if (status != 0) {
        throw new AssertionError("exit code " + status + "\n" + err + out);
      }
      return out;
    }
  }

  private Schemac() {}

  static Answer run(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", absolute(System.getProperty("java.class.path"))));
    command.add("dev.schemac.cli.Main");
    command.addAll(Arrays.asList(arguments));
    try {
      Path err = java.nio.file.Files.createTempFile("schemac", ".err");
      Process process =
          new ProcessBuilder(command)
              .directory(Path.of("..").toFile())
              .redirectError(err.toFile())
              .start();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int status = process.waitFor();
      String said = java.nio.file.Files.readString(err);
      java.nio.file.Files.delete(err);
      return new Answer(status, out, said);
    } catch (IOException | InterruptedException e) {
      throw new AssertionError("schemac did not run", e);
    }
  }

  private static String absolute(String classPath) {
    List<String> entries = new ArrayList<>();
    for (String entry : classPath.split(File.pathSeparator)) {
      entries.add(Path.of(entry).toAbsolutePath().toString());
    }
    return String.join(File.pathSeparator, entries);
  }
}
