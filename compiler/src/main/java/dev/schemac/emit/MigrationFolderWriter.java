package dev.schemac.emit;

import dev.schemac.source.SourceFiles;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Puts migrations into folders: everything is written beside its place first and moved there then,
 * the checksums last, so that what is there is whole. Never writes over a file.
 */
public final class MigrationFolderWriter {
  private static final String STAGE = ".schemac-writing";

  private MigrationFolderWriter() {}

  /** What one folder gets: new migrations, and its checksums afterwards. */
  public record Addition(Path folder, List<Migration> migrations, ChecksumChain chain) {
    public Addition {
      migrations = List.copyOf(migrations);
    }
  }

  /**
   * Writes all additions, or none of them where preparing one fails.
   *
   * @throws FileAlreadyExistsException where a file of a migration is there already
   */
  public static void write(List<Addition> additions) throws IOException {
    List<Move> moves = new ArrayList<>();
    List<Path> stages = new ArrayList<>();
    try {
      for (Addition addition : additions) {
        stages.add(addition.folder().resolve(STAGE));
        stage(addition, moves);
      }
      for (Move move : moves) {
        move.run();
      }
    } finally {
      for (Path stage : stages) {
        delete(stage);
      }
    }
  }

  private record Move(Path from, Path to, boolean replaces) {
    void run() throws IOException {
      Files.createDirectories(to.getParent());
      if (replaces) {
        Files.move(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      } else {
        Files.move(from, to);
      }
    }
  }

  private static void stage(Addition addition, List<Move> moves) throws IOException {
    Path stage = addition.folder().resolve(STAGE);
    delete(stage);
    for (Migration migration : addition.migrations()) {
      for (Migration.File file : migration.files()) {
        Path to = addition.folder().resolve(file.path());
        if (Files.exists(to)) {
          throw new FileAlreadyExistsException(to.toString());
        }
        moves.add(new Move(staged(stage, file.path(), file.content()), to, false));
      }
    }
    String sums = SourceFiles.CHECKSUMS;
    Path to = addition.folder().resolve(sums);
    moves.add(new Move(staged(stage, sums, addition.chain().text()), to, true));
  }

  private static Path staged(Path stage, String path, String content) throws IOException {
    Path file = stage.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  private static void delete(Path stage) throws IOException {
    if (!Files.exists(stage)) {
      return;
    }
    try (Stream<Path> walk = Files.walk(stage)) {
      for (Path path : walk.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
