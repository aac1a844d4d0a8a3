package dev.schemac.shadow;

import dev.schemac.model.Target;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * MySQL's server where this machine has one of the wanted series. Its licence (GPL) keeps it out of
 * the distribution, and Maven Central has no current one.
 */
final class MySqlBinaries {
  private static final Pattern VERSION = Pattern.compile("Ver (\\d+)\\.(\\d+)\\.(\\d+)");

  private final Map<String, String> environment;

  MySqlBinaries(Map<String, String> environment) {
    this.environment = environment;
  }

  /** A {@code mysqld} of the first two numbers of that version. */
  Path mysqld(Target wanted) throws IOException {
    for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator)) {
      Path mysqld = Path.of(folder, "mysqld");
      if (!folder.isEmpty() && Files.isExecutable(mysqld) && isOfSeries(mysqld, wanted)) {
        return mysqld;
      }
    }
    throw new IOException(
        "no `mysqld` of "
            + (wanted.isMariaDb() ? "MariaDB's" : "the")
            + " series "
            + wanted.version().major()
            + "."
            + wanted.version().minor()
            + " is on the PATH");
  }

  /** MariaDB's makes its data folder in another way. */
  private static boolean isOfSeries(Path mysqld, Target wanted) throws IOException {
    Process process =
        new ProcessBuilder(mysqld.toString(), "--no-defaults", "--version")
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    StringBuilder said = new StringBuilder();
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      lines.lines().forEach(line -> said.append(line).append('\n'));
    }
    Matcher version = VERSION.matcher(said);
    return version.find()
        && said.indexOf("MariaDB") >= 0 == wanted.isMariaDb()
        && Integer.parseInt(version.group(1)) == wanted.version().major()
        && Integer.parseInt(version.group(2)) == wanted.version().minor()
        && Integer.parseInt(version.group(3)) >= wanted.version().patch();
  }
}
