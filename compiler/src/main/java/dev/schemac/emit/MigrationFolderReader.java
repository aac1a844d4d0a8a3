package dev.schemac.emit;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Span;
import dev.schemac.source.SourceFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads a dialect's folder of migrations and checks it against its chain of checksums. */
public final class MigrationFolderReader {
  private final Path folder;
  private final String shown;
  private final Layout layout;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private MigrationFolderReader(Path folder, String shown, Layout layout) {
    this.folder = folder;
    this.shown = shown;
    this.layout = layout;
  }

  /**
   * Reads the folder; one that is not there is an empty one.
   *
   * @param shown how people see the folder
   */
  public static MigrationFolder read(Path folder, String shown, Layout layout) {
    MigrationFolderReader reader = new MigrationFolderReader(folder, shown, layout);
    try {
      return reader.read();
    } catch (IOException e) {
      Diagnostic unreadable =
          Diagnostic.of(Code.SC6001, Span.ofFile(shown), "cannot read `" + shown + "`");
      return new MigrationFolder(
          folder, shown, layout, List.of(), ChecksumChain.empty(), List.of(unreadable));
    }
  }

  private MigrationFolder read() throws IOException {
    List<Migration> migrations = Files.isDirectory(folder) ? migrations() : List.of();
    ChecksumChain chain = chain();
    if (diagnostics.isEmpty()) {
      diagnostics.addAll(ChecksumCheck.check(migrations, chain, shown));
    }
    return new MigrationFolder(folder, shown, layout, migrations, chain, diagnostics);
  }

  private ChecksumChain chain() throws IOException {
    Path file = folder.resolve(SourceFiles.CHECKSUMS);
    if (!Files.exists(file)) {
      return ChecksumChain.empty();
    }
    ChecksumChain.Read read = ChecksumChain.read(text(file));
    read.unreadable().ifPresent(this::reportUnreadable);
    return read.chain();
  }

  private void reportUnreadable(ChecksumChain.Unreadable line) {
    boolean conflict = line.text().matches("(<<<<<<<|=======|>>>>>>>|\\|\\|\\|\\|\\|\\|\\|).*");
    Span span = new Span(shown + "/" + SourceFiles.CHECKSUMS, 0, 0, line.line(), 1);
    Diagnostic damaged =
        Diagnostic.of(Code.SC6003, span, "this is no line of a chain of checksums");
    diagnostics.add(
        conflict
            ? damaged.withHelp(
                "two branches added migrations: keep those that were merged, remove yours from"
                    + " the folder and from this file, and generate yours again")
            : damaged.withHelp("restore the file from version control"));
  }

  private List<Migration> migrations() throws IOException {
    Map<String, List<Migration.File>> byId = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
        String path = folder.relativize(file).toString().replace('\\', '/');
        Optional<String> id = layout.migrationOf(path);
        if (id.isPresent()) {
          byId.computeIfAbsent(id.get(), ignored -> new ArrayList<>())
              .add(new Migration.File(path, text(file)));
        }
      }
    }
    return byId.entrySet().stream().map(e -> migration(e.getKey(), e.getValue())).toList();
  }

  private static Migration migration(String id, List<Migration.File> files) {
    int underscore = id.indexOf('_');
    return new Migration(id.substring(0, underscore), id.substring(underscore + 1), files);
  }

  /** Bytes that are no UTF-8 are replaced, so that the checksum differs. */
  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }
}
