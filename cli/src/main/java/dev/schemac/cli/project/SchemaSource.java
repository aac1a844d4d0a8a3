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

  /** What a script of SQL makes of an empty database. */
  record Script(Path file, String label) implements SchemaSource {}

  /**
   * What a folder of migrations makes of an empty database.
   *
   * @param version the last one that is run; all where absent
   */
  record Migrations(Path folder, Optional<String> version, String label) implements SchemaSource {}

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

  /** Whether it is run on a shadow database and read back from there. */
  default boolean isReplayed() {
    return this instanceof Script || this instanceof Migrations;
  }

  /**
   * Reads {@code git:REV}, {@code snapshot}, {@code nothing}, {@code env:NAME}, a server's URL,
   * {@code sql:FILE}, {@code migrations:FOLDER[@VERSION]}, a file or a folder.
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
    if (text.startsWith("sql:")) {
      return script(text.substring("sql:".length()), text, base);
    }
    if (text.startsWith("migrations:")) {
      return migrations(text.substring("migrations:".length()), text, base);
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

  private static Parsed script(String name, String text, Path base) {
    Path file = base.resolve(name);
    return java.nio.file.Files.isRegularFile(file)
        ? used(new Script(file, text))
        : new Parsed(Optional.empty(), "there is no file `" + UrlMask.mask(name) + "`");
  }

  /** A folder's name may hold an {@code @} too. */
  private static Parsed migrations(String name, String text, Path base) {
    if (java.nio.file.Files.isDirectory(base.resolve(name))) {
      return used(new Migrations(base.resolve(name), Optional.empty(), text));
    }
    int at = name.lastIndexOf('@');
    String folder = at < 0 ? name : name.substring(0, at);
    return at > 0 && java.nio.file.Files.isDirectory(base.resolve(folder))
        ? used(new Migrations(base.resolve(folder), Optional.of(name.substring(at + 1)), text))
        : new Parsed(Optional.empty(), "there is no folder `" + UrlMask.mask(folder) + "`");
  }

  private static Parsed used(SchemaSource source) {
    return new Parsed(Optional.of(source), "");
  }
}
