package dev.schemac.golden;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where the servers' programs are, fetched by {@code scripts/fetch-servers} where they are not here
 * yet. A test without its server fails; it is never skipped.
 */
final class ServerBinaries {
  private static final ServerBinaries INSTANCE = new ServerBinaries(fetch());

  private final Map<String, Path> folders;

  private ServerBinaries(Map<String, Path> folders) {
    this.folders = folders;
  }

  static ServerBinaries get() {
    return INSTANCE;
  }

  Path folder(String key) {
    Path folder = folders.get(key);
    if (folder == null) {
      throw new AssertionError("scripts/fetch-servers names no folder for " + key);
    }
    return folder;
  }

  /** The project's root: the first folder above the working directory that has the script. */
  static Path projectRoot() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.exists(folder.resolve("scripts/fetch-servers"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new AssertionError("scripts/fetch-servers is in no folder above the working directory");
    }
    return folder;
  }

  private static Map<String, Path> fetch() {
    try {
      Process script =
          new ProcessBuilder(projectRoot().resolve("scripts/fetch-servers").toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      script.getOutputStream().close();
      String output = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (script.waitFor() != 0) {
        throw new AssertionError(
            "scripts/fetch-servers failed, its reason stands above: " + output);
      }
      Map<String, Path> folders = new TreeMap<>();
      for (String line : output.lines().toList()) {
        String[] keyAndPath = line.split("=", 2);
        folders.put(keyAndPath[0], Path.of(keyAndPath[1]));
      }
      return folders;
    } catch (IOException | InterruptedException e) {
      throw new AssertionError("scripts/fetch-servers did not run", e);
    }
  }
}
