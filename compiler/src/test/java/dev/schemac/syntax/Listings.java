package dev.schemac.syntax;

import dev.schemac.source.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The real schemas among the test's resources. */
final class Listings {
  private Listings() {}

  static List<SourceText> all() {
    try (Stream<Path> files =
        Files.list(Path.of(Listings.class.getResource("/syntax/listings").toURI()))) {
      return files.sorted().map(Listings::read).toList();
    } catch (IOException | URISyntaxException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static SourceText read(Path file) {
    try {
      return new SourceText(file.getFileName().toString(), Files.readString(file));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
