package dev.schemac.shadow;

import dev.schemac.model.Dialect;
import dev.schemac.model.ServerVersion;
import dev.schemac.model.Target;
import java.util.List;
import java.util.Map;

/**
 * The official image of a target's version, and how its server is started so that it keeps nothing.
 *
 * @param name {@code postgres:18}, {@code mysql:9.7}, {@code mariadb:11.8}
 * @param port where the server listens inside
 * @param environment what the image's start script wants to know
 * @param arguments of the server
 */
public record ContainerImage(
    String name,
    Dialect dialect,
    int port,
    Map<String, String> environment,
    List<String> arguments) {
  public ContainerImage {
    environment = Map.copyOf(environment);
    arguments = List.copyOf(arguments);
  }

  static ContainerImage of(Target target) {
    ServerVersion version = target.version();
    String series = version.major() + "." + version.minor();
    return switch (target.dialect()) {
      case POSTGRES -> postgres("postgres:" + version.major());
      case MYSQL -> mysql((target.isMariaDb() ? "mariadb:" : "mysql:") + series);
    };
  }

  private static ContainerImage postgres(String name) {
    return new ContainerImage(
        name,
        Dialect.POSTGRES,
        5432,
        Map.of(
            "POSTGRES_HOST_AUTH_METHOD",
            "trust",
            "POSTGRES_INITDB_ARGS",
            "--no-sync --encoding=UTF8 --locale=C"),
        List.of(
            "-c",
            "fsync=off",
            "-c",
            "synchronous_commit=off",
            "-c",
            "full_page_writes=off",
            "-c",
            "autovacuum=off",
            "-c",
            "max_connections=200",
            "-c",
            "timezone=UTC"));
  }

  private static ContainerImage mysql(String name) {
    return new ContainerImage(
        name,
        Dialect.MYSQL,
        3306,
        Map.of("MYSQL_ALLOW_EMPTY_PASSWORD", "yes", "MARIADB_ALLOW_EMPTY_ROOT_PASSWORD", "yes"),
        List.of(
            "--skip-log-bin",
            "--skip-name-resolve",
            "--innodb-flush-method=nosync",
            "--innodb-flush-log-at-trx-commit=0",
            "--innodb-doublewrite=OFF",
            "--character-set-server=utf8mb4",
            "--default-time-zone=+00:00",
            "--loose-mysqlx=OFF",
            "--max-connections=200"));
  }

  /** The superuser, who needs no password. */
  public String user() {
    return switch (dialect) {
      case POSTGRES -> "postgres";
      case MYSQL -> "root";
    };
  }

  /** A database that is always there. */
  public String adminDatabase() {
    return switch (dialect) {
      case POSTGRES -> "postgres";
      case MYSQL -> "mysql";
    };
  }

  /** The JDBC URL of a database of such a server. */
  public String url(String host, int mapped, String database) {
    String place = host + ":" + mapped + "/" + database + "?user=" + user();
    return switch (dialect) {
      case POSTGRES -> "jdbc:postgresql://" + place;
      case MYSQL ->
          "jdbc:mysql://"
              + place
              + "&tinyInt1isBit=false&sslMode=DISABLED&allowPublicKeyRetrieval=true";
    };
  }
}
