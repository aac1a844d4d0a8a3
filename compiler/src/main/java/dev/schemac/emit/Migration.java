package dev.schemac.emit;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One migration as files.
 *
 * @param version fourteen digits, {@code YYYYMMDDhhmmss}; the order of a folder
 * @param slug what it is about, in lower-case letters, digits and {@code _}
 * @param files in the order of their paths
 */
public record Migration(String version, String slug, List<File> files) {

  /** The text of the schema after the migration. */
  public static final String SNAPSHOT = "snapshot.schema";

  public static final String UP = "up.sql";
  public static final String DOWN = "down.sql";
  public static final String PLAN = "plan.md";

  private static final int LONGEST_SLUG = 60;

  public Migration {
    files = files.stream().sorted(Comparator.comparing(File::path)).toList();
  }

  /**
   * A file.
   *
   * @param path below the dialect's folder, with forward slashes
   */
  public record File(String path, String content) {

    /** The path's last part. */
    public String name() {
      return path.substring(path.lastIndexOf('/') + 1);
    }
  }

  /** Version and slug: the migration's name in {@code schemac.sum}. */
  public String id() {
    return version + "_" + slug;
  }

  /** The content of the file of that name, where the migration has it. */
  public Optional<String> content(String name) {
    return files.stream().filter(f -> f.name().equals(name)).map(File::content).findFirst();
  }

  /** A person's name for a migration as part of a file name; empty where nothing is left of it. */
  public static String slug(String name) {
    String slug =
        name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
    return slug.length() <= LONGEST_SLUG
        ? slug
        : slug.substring(0, LONGEST_SLUG).replaceAll("_+$", "");
  }
}
