package dev.schemac.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A text that a test expects, in a resource; {@code -Dgolden.update=true} rewrites it. */
final class Golden {
  private Golden() {}

  static void check(String resource, String actual) {
    try {
      if (Boolean.getBoolean("golden.update")) {
        Files.writeString(Path.of("src/test/resources" + resource), actual);
        return;
      }
      try (InputStream in = Golden.class.getResourceAsStream(resource)) {
        assertEquals(new String(in.readAllBytes(), StandardCharsets.UTF_8), actual);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
