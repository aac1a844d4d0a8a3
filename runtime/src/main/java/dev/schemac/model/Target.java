package dev.schemac.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a schema is compiled for: a dialect and the lowest server version that must accept it.
 *
 * @param flavour whose versions {@code version} counts
 */
public record Target(Dialect dialect, Flavour flavour, ServerVersion version) {

  private static final Pattern FORM =
      Pattern.compile("(postgres|mysql|mariadb):(\\d{1,3})(?:\\.(\\d{1,3}))?(?:\\.(\\d{1,3}))?");

  /** PostgreSQL or MySQL itself. */
  public Target(Dialect dialect, ServerVersion version) {
    this(dialect, Flavour.ORIGINAL, version);
  }

  /** A MariaDB. */
  public static Target mariaDb(ServerVersion version) {
    return new Target(Dialect.MYSQL, Flavour.MARIADB, version);
  }

  /**
   * Reads {@code postgres:15}, {@code mysql:8.4}, {@code mysql:8.0.15} or {@code mariadb:10.11};
   * empty when the text is no target. {@code mysql:8.0} means 8.0.16, the first version with real
   * CHECK constraints.
   */
  public static Optional<Target> parse(String text) {
    Matcher m = FORM.matcher(text);
    if (!m.matches()) {
      return Optional.empty();
    }
    int major = Integer.parseInt(m.group(2));
    int minor = m.group(3) == null ? 0 : Integer.parseInt(m.group(3));
    int patch = m.group(4) == null ? 0 : Integer.parseInt(m.group(4));
    boolean firstChecked = major == 8 && minor == 0 && m.group(4) == null;
    return Optional.of(
        switch (m.group(1)) {
          case "postgres" -> new Target(Dialect.POSTGRES, new ServerVersion(major, minor, patch));
          case "mariadb" -> mariaDb(new ServerVersion(major, minor, patch));
          default ->
              new Target(Dialect.MYSQL, new ServerVersion(major, minor, firstChecked ? 16 : patch));
        });
  }

  public boolean isPostgres() {
    return dialect == Dialect.POSTGRES;
  }

  /** Whether it speaks MySQL's dialect, as MariaDB does. */
  public boolean isMySql() {
    return dialect == Dialect.MYSQL;
  }

  public boolean isMariaDb() {
    return flavour == Flavour.MARIADB;
  }

  /** Whether it is MySQL itself, of this version or newer. */
  public boolean isMySqlFrom(int major, int minor, int patch) {
    return isMySql() && !isMariaDb() && version.atLeast(major, minor, patch);
  }

  /** Whether it is a MariaDB of this version or newer. */
  public boolean isMariaDbFrom(int major, int minor) {
    return isMariaDb() && version.atLeast(major, minor, 0);
  }

  /** What stands before the colon: {@code postgres}, {@code mysql}, {@code mariadb}. */
  public String label() {
    return isMariaDb() ? "mariadb" : dialect.label();
  }

  /** What people call the server: {@code PostgreSQL}, {@code MySQL}, {@code MariaDB}. */
  public String serverName() {
    return isPostgres() ? "PostgreSQL" : isMariaDb() ? "MariaDB" : "MySQL";
  }

  @Override
  public String toString() {
    return label() + ":" + version;
  }
}
