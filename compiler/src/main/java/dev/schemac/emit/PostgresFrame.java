package dev.schemac.emit;

import dev.schemac.model.Dialect;
import dev.schemac.plan.Strategy;
import java.util.ArrayList;
import java.util.List;

/**
 * PostgreSQL: explicit transactions and time-outs. A lock that is waited for stops everybody behind
 * it, so every transaction bounds its waiting ({@link LockTimeout}); below {@code deadlock_timeout}
 * an autovacuum is never displaced (manual, "Client Connection Defaults", "Lock Management"). A
 * concurrent index build must not have its internal waits cut, which would leave an invalid index
 * behind.
 */
record PostgresFrame() implements ScriptFrame {

  @Override
  public List<String> opening(ScriptFlavour flavour) {
    return switch (flavour) {
      case CLIENT ->
          List.of(
              "\\set ON_ERROR_STOP on",
              "SET client_encoding = 'UTF8';",
              "SET standard_conforming_strings = on;");
      case FILE, UNIT -> List.of();
    };
  }

  @Override
  public List<String> before(ScriptUnit unit, ScriptFlavour flavour) {
    return switch (flavour) {
      case CLIENT -> begin(unit);
      case FILE -> List.of();
      case UNIT -> unit.transactional() ? timeouts(unit) : List.of();
    };
  }

  private static List<String> begin(ScriptUnit unit) {
    if (!unit.transactional()) {
      return List.of("SET lock_timeout = 0;", "SET statement_timeout = 0;");
    }
    List<String> lines = new ArrayList<>(List.of("BEGIN;"));
    lines.addAll(timeouts(unit));
    return lines;
  }

  private static List<String> timeouts(ScriptUnit unit) {
    return List.of(
        "SET LOCAL lock_timeout = '"
            + LockTimeout.of(Dialect.POSTGRES, Strategy.ONLINE).toSeconds()
            + "s';",
        unit.working()
            ? "SET LOCAL statement_timeout = 0;"
            : "SET LOCAL statement_timeout = '30s';",
        "SET LOCAL idle_in_transaction_session_timeout = '30s';");
  }

  @Override
  public List<String> after(ScriptUnit unit, ScriptFlavour flavour) {
    return switch (flavour) {
      case CLIENT ->
          unit.transactional()
              ? List.of("COMMIT;")
              : List.of("RESET lock_timeout;", "RESET statement_timeout;");
      case FILE, UNIT -> List.of();
    };
  }

  @Override
  public List<String> statement(String sql, boolean compound, ScriptFlavour flavour) {
    return List.of(sql + ";");
  }
}
