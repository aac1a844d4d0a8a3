package dev.schemac.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes files so that each is there whole, old or new, at every moment; none is touched before all
 * are ready.
 */
final class FileReplacement {
  private final Map<Path, Path> ready = new LinkedHashMap<>();

  private FileReplacement() {}

  /**
   * Writes texts to files that are there or not.
   *
   * @throws IOException where the file system refuses; what was not in place then is as it was
   */
  static void write(Map<Path, String> texts) throws IOException {
    FileReplacement replacement = new FileReplacement();
    try {
      for (Map.Entry<Path, String> file : texts.entrySet()) {
        replacement.prepare(file.getKey(), file.getValue());
      }
      for (Map.Entry<Path, Path> file : replacement.ready.entrySet()) {
        Files.move(
            file.getKey(),
            file.getValue(),
            StandardCopyOption.REPLACE_EXISTING,
            StandardCopyOption.ATOMIC_MOVE);
      }
    } finally {
      for (Path temporary : replacement.ready.keySet()) {
        Files.deleteIfExists(temporary);
      }
    }
  }

  /** A new file is made as any other, an old one keeps its permissions, a link its target. */
  private void prepare(Path file, String text) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    boolean old = Files.exists(file);
    Path target = old ? file.toRealPath() : file.toAbsolutePath();
    String name = "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp";
    Path temporary = Files.createFile(target.resolveSibling(name));
    ready.put(temporary, target);
    Files.writeString(temporary, text);
    if (old && Files.getFileStore(target).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(temporary, Files.getPosixFilePermissions(target));
    }
  }
}
