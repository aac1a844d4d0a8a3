package dev.schemac.cli.project;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Span;
import dev.schemac.source.SourceDecoder;
import dev.schemac.source.SourceFiles;
import dev.schemac.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A folder with a {@code schemac.toml}.
 *
 * @param root the folder
 * @param file the project file's text, which the diagnostics point into
 * @param diagnostics what is wrong with the file; an error in it stops every command
 */
public record Project(
    Path root, ProjectConfig config, SourceText file, List<Diagnostic> diagnostics) {
  /** The project file's name. */
  public static final String FILE = "schemac.toml";

  private static final Pattern PASSWORD =
      Pattern.compile("(?<=://[^/@:\\s]{0,200}:)[^@\\s]+(?=@)|(?<=password=)[^&\"'\\s]+");

  public Project {
    diagnostics = List.copyOf(diagnostics);
  }

  /** The project that a file or folder belongs to: the nearest project file above or at it. */
  public static Optional<Project> around(Path start, Path base) {
    for (Path at = start.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
      if (Files.isRegularFile(at.resolve(FILE))) {
        return Optional.of(open(at, base));
      }
    }
    return Optional.empty();
  }

  /**
   * Opens the project in that very folder.
   *
   * @param base the folder that names in diagnostics are relative to
   */
  public static Project open(Path root, Path base) {
    Path file = root.resolve(FILE);
    String shown = SourceFiles.nameOf(base, file);
    String folder = root.getFileName() == null ? "schema" : root.getFileName().toString();
    try {
      SourceDecoder.Decoded decoded = SourceDecoder.decode(shown, Files.readAllBytes(file));
      ConfigReader.Read read = ConfigReader.read(shown, decoded.source().text(), folder);
      List<Diagnostic> diagnostics = new ArrayList<>(read.diagnostics());
      diagnostics.addAll(decoded.diagnostics());
      return new Project(root, read.config(), masked(decoded.source()), diagnostics);
    } catch (IOException e) {
      Diagnostic unreadable =
          Diagnostic.of(Code.SC6001, Span.ofFile(shown), "cannot read `" + shown + "`");
      SourceText none = new SourceText(shown, "");
      return new Project(root, ProjectConfig.defaults(), none, List.of(unreadable));
    }
  }

  /** A password that stands in the file in spite of everything is not shown with its line. */
  private static SourceText masked(SourceText source) {
    String text = PASSWORD.matcher(source.text()).replaceAll(m -> "*".repeat(m.group().length()));
    return new SourceText(source.name(), text);
  }

  /** The folder or file of the schema. */
  public Path schema() {
    return root.resolve(config.schema()).normalize();
  }

  /** The folder of all dialects' migrations. */
  public Path migrations() {
    return root.resolve(config.migrations().dir()).normalize();
  }
}
