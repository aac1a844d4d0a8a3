package dev.schemac.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the transcripts of {@code src/test/golden}: files, commands, what they must print and their
 * exit codes. {@code -Dgolden.update=true} writes what they print now, {@code -Dgolden.case=plan}
 * runs those whose names begin so.
 */
final class CliGoldenTest {
  private static final Path FOLDER = Path.of("src/test/golden");
  private static final String CASE = System.getProperty("golden.case", "");
  private static final boolean UPDATE = Boolean.getBoolean("golden.update");

  @TempDir Path temporary;

  @TestFactory
  Stream<DynamicTest> transcripts() throws IOException {
    List<Path> files;
    try (Stream<Path> list = Files.list(FOLDER)) {
      files = list.filter(file -> file.getFileName().toString().startsWith(CASE)).sorted().toList();
    }
    assertFalse(files.isEmpty());
    return files.stream()
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> run(file)));
  }

  private void run(Path file) throws Exception {
    Path folder = Files.createDirectory(temporary.resolve(file.getFileName().toString()));
    String expected = Files.readString(file);
    String actual;
    try (TranscriptDatabases databases = new TranscriptDatabases()) {
      actual = new Transcript(folder, databases).replay(expected);
    }
    if (UPDATE) {
      Files.writeString(file, actual);
    }
    assertEquals(UPDATE ? actual : expected, actual);
  }
}
