package dev.schemac.emit;

import dev.schemac.model.Dialect;
import dev.schemac.plan.Strategy;
import dev.schemac.sql.MySqlMode;
import java.util.List;

/**
 * MySQL: every statement of DDL commits by itself, so there are no transactions; the session is
 * pinned to strict mode, in which a value that does not fit is an error and not another value
 * (manual, "Server SQL Modes").
 */
record MySqlFrame(Strategy strategy) implements ScriptFrame {
  private static final List<String> DELIMITERS = List.of("$$", "//", ";;", "$schemac$");

  @Override
  public List<String> opening(ScriptFlavour flavour) {
    long lockWait = LockTimeout.of(Dialect.MYSQL, strategy).toSeconds();
    return switch (flavour) {
      case CLIENT, UNIT ->
          List.of(
              "SET NAMES utf8mb4;",
              "SET SESSION sql_mode = '" + MySqlMode.PINNED + "';",
              "SET SESSION foreign_key_checks = 1, unique_checks = 1;",
              "SET SESSION time_zone = '+00:00';",
              "SET SESSION lock_wait_timeout = " + lockWait + ", innodb_lock_wait_timeout = 5;");
      case FILE -> List.of();
    };
  }

  @Override
  public List<String> before(ScriptUnit unit, ScriptFlavour flavour) {
    return List.of();
  }

  @Override
  public List<String> after(ScriptUnit unit, ScriptFlavour flavour) {
    return List.of();
  }

  @Override
  public List<String> statement(String sql, boolean compound, ScriptFlavour flavour) {
    if (!compound) {
      return List.of(sql + ";");
    }
    return switch (flavour) {
      case CLIENT, UNIT -> delimited(sql);
      case FILE -> List.of("-- schemac: compound", sql + ";", "-- schemac: end compound");
    };
  }

  private static List<String> delimited(String sql) {
    String delimiter = DELIMITERS.stream().filter(d -> !sql.contains(d)).findFirst().orElseThrow();
    return List.of("DELIMITER " + delimiter, sql + delimiter, "DELIMITER ;");
  }
}
