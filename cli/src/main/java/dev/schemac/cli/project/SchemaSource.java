package dev.schemac.cli.project;

import dev.schemac.connect.ServerUrl;
import dev.schemac.connect.UrlException;
import dev.schemac.connect.UrlMask;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where a schema is taken from, as a person wrote it. */
public sealed interface SchemaSource {

  /** How people see it in a report. */
  String label();

  /** Files and folders as they are on disk. */
  record Files(List<Path> paths, String label) implements SchemaSource {
    public Files {
      paths = List.copyOf(paths);
    }
  }

  /**
   * A commit.
   *
   * @param mergeBase whether the commit that it has in common with HEAD is meant
   */
  record Revision(String revision, boolean mergeBase) implements SchemaSource {
    @Override
    public String label() {
      return "git:" + revision + (mergeBase ? "..." : "");
    }
  }

  /** The newest migration's snapshot. */
  record Snapshot() implements SchemaSource {
    @Override
    public String label() {
      return "snapshot";
    }
  }

  /** A database, by its URL. */
  record Live(ServerUrl url) implements SchemaSource {
    @Override
    public String label() {
      return url.label();
    }
  }

  /** The database of an environment of {@code schemac.toml}. */
  record Environment(String name) implements SchemaSource {
    @Override
    public String label() {
      return "env:" + name;
    }
  }

  /** The empty schema. */
  record Nothing() implements SchemaSource {
    @Override
    public String label() {
      return "nothing";
    }
  }

  /** What a text means, or why it cannot be used. */
  record Parsed(Optional<SchemaSource> source, String refusal) {}

  /** Whether it is a server that says itself what it is. */
  default boolean isLive() {
    return this instanceof Live || this instanceof Environment;
  }

  /**
   * Reads {@code git:REV}, {@code snapshot}, {@code nothing}, {@code env:NAME}, a server's URL, a
   * file or a folder.
   */
  static Parsed parse(String text, Path base) {
    if (text.startsWith("git:")) {
      boolean mergeBase = text.endsWith("...");
      String revision = text.substring(4, text.length() - (mergeBase ? 3 : 0));
      return used(new Revision(revision, mergeBase));
    }
    if (text.equals("snapshot")) {
      return used(new Snapshot());
    }
    if (text.equals("nothing")) {
      return used(new Nothing());
    }
    if (text.startsWith("env:")) {
      return used(new Environment(text.substring("env:".length())));
    }
    if (ServerUrl.isMeant(text)) {
      return live(text);
    }
    for (String later : List.of("migrations:", "sql:")) {
      if (text.startsWith(later)) {
        return new Parsed(
            Optional.empty(), "a source `" + later + "…` does not exist yet in this version");
      }
    }
    Path path = base.resolve(text);
    return java.nio.file.Files.exists(path)
        ? used(new Files(List.of(path), text))
        : new Parsed(Optional.empty(), "there is no file or folder `" + UrlMask.mask(text) + "`");
  }

  private static Parsed live(String text) {
    try {
      return used(new Live(ServerUrl.parse(text)));
    } catch (UrlException e) {
      return new Parsed(Optional.empty(), e.getMessage());
    }
  }

  private static Parsed used(SchemaSource source) {
    return new Parsed(Optional.of(source), "");
  }
}
