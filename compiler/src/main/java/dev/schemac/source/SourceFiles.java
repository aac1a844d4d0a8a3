package dev.schemac.source;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Span;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** Reads {@code .schema} files from disk; names are relative to a base, with forward slashes. */
public final class SourceFiles {
  /** How a source file's name ends. */
  public static final String EXTENSION = ".schema";

  /** The file that makes a folder one of migrations, whose snapshots are no source. */
  public static final String CHECKSUMS = "schemac.sum";

  private SourceFiles() {}

  /**
   * Reads files and folders. A folder gives every {@code .schema} file below it, but for hidden
   * folders and folders of migrations; a file given by name is read whatever its name.
   */
  public static SourceSet read(Path base, Collection<Path> filesAndFolders) {
    TreeMap<String, Path> found = new TreeMap<>();
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (Path start : filesAndFolders) {
      try {
        for (Path file : list(start)) {
          found.put(nameOf(base, file), file);
        }
      } catch (IOException e) {
        diagnostics.add(unreadable(nameOf(base, start), e));
      }
    }
    SourceSet read = readAll(found);
    diagnostics.addAll(read.diagnostics());
    return new SourceSet(read.texts(), diagnostics);
  }

  /** How people see the file: relative to the base where it is below it. */
  public static String nameOf(Path base, Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    Path root = base.toAbsolutePath().normalize();
    Path shown = absolute.startsWith(root) ? root.relativize(absolute) : file.normalize();
    String name = shown.toString().replace('\\', '/');
    return name.isEmpty() ? "." : name;
  }

  /** Every source file of a folder, or the file itself, in no particular order. */
  public static List<Path> list(Path start) throws IOException {
    List<Path> files = new ArrayList<>();
    if (!Files.isDirectory(start)) {
      files.add(start);
      return files;
    }
    Files.walkFileTree(
        start,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return !folder.equals(start) && isForeign(folder)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.getFileName().toString().endsWith(EXTENSION)) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }

  private static boolean isForeign(Path folder) {
    return folder.getFileName().toString().startsWith(".")
        || Files.exists(folder.resolve(CHECKSUMS));
  }

  private static SourceSet readAll(TreeMap<String, Path> files) {
    List<SourceSet> read =
        files.entrySet().parallelStream().map(e -> readOne(e.getKey(), e.getValue())).toList();
    List<SourceText> texts = new ArrayList<>(read.size());
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (SourceSet one : read) {
      texts.addAll(one.texts());
      diagnostics.addAll(one.diagnostics());
    }
    return new SourceSet(texts, diagnostics);
  }

  private static SourceSet readOne(String name, Path file) {
    try {
      SourceDecoder.Decoded decoded = SourceDecoder.decode(name, Files.readAllBytes(file));
      return new SourceSet(List.of(decoded.source()), decoded.diagnostics());
    } catch (IOException e) {
      return new SourceSet(List.of(), List.of(unreadable(name, e)));
    }
  }

  private static Diagnostic unreadable(String name, IOException e) {
    String why =
        switch (e) {
          case java.nio.file.NoSuchFileException ignored -> "there is no such file or folder";
          case java.nio.file.AccessDeniedException ignored -> "access is denied";
          default -> Files.isDirectory(Path.of(name)) ? "it is a folder" : "it cannot be read";
        };
    return Diagnostic.of(Code.SC6001, Span.ofFile(name), "cannot read `" + name + "`: " + why);
  }
}
