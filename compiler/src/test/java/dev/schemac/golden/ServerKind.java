package dev.schemac.golden;

import dev.schemac.model.Dialect;
import dev.schemac.model.Target;

/** The servers that tests run on, and the target that they stand for. */
public enum ServerKind {
  POSTGRES_OLD("postgres-old", "postgres:14"),
  POSTGRES_NEW("postgres-new", "postgres:18"),
  MYSQL_OLD("mysql-old", "mysql:8.0.15"),
  MYSQL_NEW("mysql-new", "mysql:9.7"),
  MARIADB_OLD("mariadb-old", "mariadb:10.11"),
  MARIADB_NEW("mariadb-new", "mariadb:11.8");

  private final String key;
  private final Target target;

  ServerKind(String key, String target) {
    this.key = key;
    this.target = Target.parse(target).orElseThrow();
  }

  /** How {@code scripts/fetch-servers} calls it. */
  String key() {
    return key;
  }

  public Target target() {
    return target;
  }

  public Dialect dialect() {
    return target.dialect();
  }
}
