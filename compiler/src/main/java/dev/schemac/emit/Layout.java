package dev.schemac.emit;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a folder of migrations is laid out. */
public enum Layout {
  /** One folder per migration, with everything in it. */
  SCHEMAC("(?<id>[0-9]{14}_[a-z0-9_]+)/[^/]+"),
  /** Flyway's: one versioned file per transaction; the rest in {@code .schemac}. */
  FLYWAY(
      "V(?<version>[0-9]{14})(\\.[0-9]+)?__(?<slug>[a-z0-9_]+)\\.sql(\\.conf)?"
          + "|\\.schemac/(?<id>[0-9]{14}_[a-z0-9_]+)/[^/]+");

  private final Pattern file;

  Layout(String file) {
    this.file = Pattern.compile(file);
  }

  /** The id of the migration that a file belongs to, by its path below the dialect's folder. */
  Optional<String> migrationOf(String path) {
    Matcher matcher = file.matcher(path);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String id = matcher.group("id");
    return Optional.of(id != null ? id : matcher.group("version") + "_" + matcher.group("slug"));
  }

  /** The word in {@code schemac.toml} and in {@code --layout}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The layout of that word, where there is one in this version. */
  public static Optional<Layout> of(String word) {
    for (Layout layout : values()) {
      if (layout.word().equals(word)) {
        return Optional.of(layout);
      }
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return word();
  }
}
