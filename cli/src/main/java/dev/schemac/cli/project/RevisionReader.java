package dev.schemac.cli.project;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Span;
import dev.schemac.source.SourceDecoder;
import dev.schemac.source.SourceFiles;
import dev.schemac.source.SourceSet;
import dev.schemac.source.SourceText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads {@code .schema} files as of a commit. */
final class RevisionReader {
  private RevisionReader() {}

  /**
   * The files of a commit.
   *
   * @param path folder or file on disk whose former self is wanted
   */
  static SourceSet read(SchemaSource.Revision source, Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    Path folder = existing(absolute);
    try {
      Git git = new Git(folder);
      String commit =
          source.mergeBase() ? git.mergeBase(source.revision()) : git.resolve(source.revision());
      Git root = new Git(git.root());
      String prefix = prefix(git.root(), absolute);
      return decode(source.label(), root.contents(wanted(root.list(commit), prefix)));
    } catch (GitException e) {
      Diagnostic no = Diagnostic.of(Code.SC6004, Span.NONE, e.getMessage());
      return new SourceSet(List.of(), List.of(e.help().map(no::withHelp).orElse(no)));
    }
  }

  private static Path existing(Path path) {
    Path at = path;
    while (at.getParent() != null && !java.nio.file.Files.isDirectory(at)) {
      at = at.getParent();
    }
    return at;
  }

  /** Git resolves symbolic links of its root, so ours are resolved too. */
  private static String prefix(Path root, Path path) {
    Path folder = existing(path);
    try {
      Path real = folder.toRealPath().resolve(folder.relativize(path));
      return root.toRealPath().relativize(real).toString().replace('\\', '/');
    } catch (java.io.IOException e) {
      return root.relativize(path).toString().replace('\\', '/');
    }
  }

  private static List<Git.Entry> wanted(List<Git.Entry> entries, String prefix) {
    String sums = "/" + SourceFiles.CHECKSUMS;
    Set<String> migrationFolders =
        entries.stream()
            .map(Git.Entry::path)
            .filter(path -> path.endsWith(sums))
            .map(path -> path.substring(0, path.length() - SourceFiles.CHECKSUMS.length()))
            .collect(Collectors.toSet());
    return entries.stream()
        .filter(entry -> isBelow(prefix, entry.path()))
        .filter(
            entry -> entry.path().endsWith(SourceFiles.EXTENSION) || entry.path().equals(prefix))
        .filter(entry -> migrationFolders.stream().noneMatch(entry.path()::startsWith))
        .filter(entry -> !isHidden(entry.path().substring(prefix.length())))
        .toList();
  }

  private static boolean isBelow(String prefix, String path) {
    return prefix.isEmpty() || path.equals(prefix) || path.startsWith(prefix + "/");
  }

  private static boolean isHidden(String below) {
    int lastSlash = below.lastIndexOf('/');
    return ("/" + below.substring(0, Math.max(0, lastSlash))).contains("/.");
  }

  private static SourceSet decode(String label, List<Git.Blob> blobs) {
    List<SourceText> texts = new ArrayList<>();
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (Git.Blob blob : blobs) {
      SourceDecoder.Decoded decoded = SourceDecoder.decode(label + ":" + blob.path(), blob.bytes());
      texts.add(decoded.source());
      diagnostics.addAll(decoded.diagnostics());
    }
    return new SourceSet(texts, diagnostics);
  }
}
