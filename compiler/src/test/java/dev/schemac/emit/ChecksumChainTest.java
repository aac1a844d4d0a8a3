package dev.schemac.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChecksumChainTest {

  private static Migration migration(String version, String up) {
    return MigrationLayout.lay(
        Layout.SCHEMAC,
        version,
        "step",
        new MigrationLayout.Content(up, "", "table t { id int }\n", "", List.of()));
  }

  @Test
  void lineEndsMakeNoDifferenceAndContentsDo() {
    String unix = ChecksumChain.checksum("", migration("20260101000000", "a;\nb;\n"));
    assertEquals(unix, ChecksumChain.checksum("", migration("20260101000000", "a;\r\nb;\r\n")));
    assertNotEquals(unix, ChecksumChain.checksum("", migration("20260101000000", "a;\nc;\n")));
    assertNotEquals(unix, ChecksumChain.checksum("x", migration("20260101000000", "a;\nb;\n")));
  }

  @Test
  void textIsReadBack() {
    ChecksumChain chain =
        ChecksumChain.empty()
            .with(migration("20260101000000", "a;"))
            .withOpen(migration("20260102000000", "b;"));
    assertEquals(chain, ChecksumChain.read(chain.text()).chain());
    assertTrue(ChecksumChain.read("<<<<<<< HEAD\n").unreadable().isPresent());
  }

  @Test
  void nothingIsWrittenOverAndNothingHalf(@TempDir Path folder) throws Exception {
    Migration first = migration("20260101000000", "a;");
    ChecksumChain chain = ChecksumChain.empty().with(first);
    var addition = new MigrationFolderWriter.Addition(folder, List.of(first), chain);
    MigrationFolderWriter.write(List.of(addition));
    assertTrue(MigrationFolderReader.read(folder, "m", Layout.SCHEMAC).diagnostics().isEmpty());
    try {
      MigrationFolderWriter.write(List.of(addition));
      throw new AssertionError("must refuse");
    } catch (java.nio.file.FileAlreadyExistsException e) {
      assertTrue(Files.notExists(folder.resolve(".schemac-writing")));
    }
    Files.writeString(folder.resolve("20260101000000_step/up.sql"), "edited;");
    assertEquals(1, MigrationFolderReader.read(folder, "m", Layout.SCHEMAC).diagnostics().size());
  }
}
