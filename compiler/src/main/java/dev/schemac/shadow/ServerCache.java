package dev.schemac.shadow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The user's folder of unpacked servers, {@code ${XDG_CACHE_HOME:-~/.cache}/schemac/servers}. A
 * server becomes visible there whole or not at all, also where two processes unpack it at once.
 */
final class ServerCache {
  private final Path folder;

  private ServerCache(Path folder) {
    this.folder = folder;
  }

  static ServerCache of(Map<String, String> environment) {
    String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
    Path base =
        cache.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
    return new ServerCache(base.resolve("schemac/servers"));
  }

  /** Something that fills an empty folder. */
  interface Unpacking {
    void into(Path folder) throws IOException;
  }

  /** The server of that name; unpacked first where it is not here yet. */
  Path server(String name, Unpacking unpacking) throws IOException {
    Path wanted = folder.resolve(name);
    if (Files.isDirectory(wanted)) {
      return wanted;
    }
    Files.createDirectories(folder);
    Path work = Files.createTempDirectory(folder, ".unpacking-");
    try {
      Path whole = Files.createDirectory(work.resolve(name));
      unpacking.into(whole);
      Files.move(whole, wanted, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException e) {
      // Another process was quicker, and what it unpacked is the same.
      return wanted;
    } finally {
      delete(work);
    }
    return wanted;
  }

  /** Unpacks a stream of {@code tar}. */
  static void untar(InputStream tar, Path into) throws IOException {
    Process process =
        new ProcessBuilder(List.of("tar", "-x", "-C", into.toString()))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (var input = process.getOutputStream()) {
      tar.transferTo(input);
    }
    try {
      if (process.waitFor() != 0) {
        throw new IOException("`tar` cannot unpack the server into " + into);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while unpacking", e);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    }
  }
}
