package dev.schemac.emit;

import dev.schemac.diagnostic.Diagnostic;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The migrations of one dialect, as they lie on disk.
 *
 * @param path the dialect's folder
 * @param shown how people see that folder
 * @param migrations by version
 * @param diagnostics where files and checksums do not fit together; errors, so that nothing is
 *     built upon a damaged folder
 */
public record MigrationFolder(
    Path path,
    String shown,
    Layout layout,
    List<Migration> migrations,
    ChecksumChain chain,
    List<Diagnostic> diagnostics) {

  public MigrationFolder {
    migrations = List.copyOf(migrations);
    diagnostics = List.copyOf(diagnostics);
  }

  public boolean isEmpty() {
    return migrations.isEmpty();
  }

  public Optional<Migration> newest() {
    return migrations.isEmpty() ? Optional.empty() : Optional.of(migrations.getLast());
  }

  /** The text of the schema as of the newest migration. */
  public Optional<Migration.File> snapshot() {
    return newest()
        .flatMap(
            m -> m.files().stream().filter(f -> f.name().equals(Migration.SNAPSHOT)).findFirst());
  }

  /** The hand-written migration whose checksum is still open. */
  public Optional<Migration> open() {
    boolean open = !chain.links().isEmpty() && chain.links().getLast().checksum().isEmpty();
    return open ? newest() : Optional.empty();
  }

  /** The chain with the open migration's checksum taken from its files as they are now. */
  public ChecksumChain sealedChain() {
    if (open().isEmpty()) {
      return chain;
    }
    List<ChecksumChain.Link> links = chain.links();
    return new ChecksumChain(links.subList(0, links.size() - 1)).with(open().get());
  }
}
