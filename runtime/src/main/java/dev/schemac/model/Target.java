package dev.schemac.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a schema is compiled for: a dialect and the lowest server version that must accept it. */
public record Target(Dialect dialect, ServerVersion version) {

  private static final Pattern FORM =
      Pattern.compile("(postgres|mysql):(\\d{1,3})(?:\\.(\\d{1,3}))?(?:\\.(\\d{1,3}))?");

  /**
   * Reads {@code postgres:15}, {@code mysql:8.4} or {@code mysql:8.0.15}; empty when the text is no
   * target. {@code mysql:8.0} means 8.0.16, the first version with real CHECK constraints.
   */
  public static Optional<Target> parse(String text) {
    Matcher m = FORM.matcher(text);
    if (!m.matches()) {
      return Optional.empty();
    }
    Dialect dialect = m.group(1).equals("postgres") ? Dialect.POSTGRES : Dialect.MYSQL;
    int major = Integer.parseInt(m.group(2));
    int minor = m.group(3) == null ? 0 : Integer.parseInt(m.group(3));
    boolean firstChecked =
        dialect == Dialect.MYSQL && major == 8 && minor == 0 && m.group(4) == null;
    int patch = m.group(4) == null ? (firstChecked ? 16 : 0) : Integer.parseInt(m.group(4));
    return Optional.of(new Target(dialect, new ServerVersion(major, minor, patch)));
  }

  public boolean isPostgres() {
    return dialect == Dialect.POSTGRES;
  }

  public boolean isMySql() {
    return dialect == Dialect.MYSQL;
  }

  @Override
  public String toString() {
    return dialect.label() + ":" + version;
  }
}
