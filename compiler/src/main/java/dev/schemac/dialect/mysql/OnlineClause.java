package dev.schemac.dialect.mysql;

import dev.schemac.ddl.OnlineMode;
import dev.schemac.sql.SqlWriter;

/**
 * {@code ALGORITHM} and {@code LOCK} behind an {@code ALTER TABLE}: with them the server refuses
 * what it would otherwise turn into a copy (manual, "ALTER TABLE Statement"). INSTANT with a LOCK
 * clause is error 1221 on MySQL; MariaDB 10.11 copies some tables in spite of INSTANT where no
 * {@code LOCK=NONE} forbids it. MariaDB alone has a word for what writes no row anew.
 */
final class OnlineClause {
  private final boolean mariaDb;

  OnlineClause(Capabilities capabilities) {
    this.mariaDb = capabilities.isMariaDb();
  }

  /** Behind the only action of a statement. */
  SqlWriter write(SqlWriter sql, OnlineMode mode) {
    return mode == OnlineMode.DEFAULT ? sql : sql.close(",").phrase(words(mode));
  }

  /** Behind several actions, on a line of its own. */
  void writeOnLine(SqlWriter sql, OnlineMode mode, boolean first) {
    if (mode != OnlineMode.DEFAULT) {
      (first ? sql : sql.close(",").line(2)).phrase(words(mode));
    }
  }

  private String words(OnlineMode mode) {
    return switch (mode) {
      case DEFAULT -> "";
      case INSTANT -> mariaDb ? "ALGORITHM=INSTANT, LOCK=NONE" : "ALGORITHM=INSTANT";
      case METADATA, NOCOPY_NONE ->
          mariaDb ? "ALGORITHM=NOCOPY, LOCK=NONE" : "ALGORITHM=INPLACE, LOCK=NONE";
      case NOCOPY_SHARED ->
          mariaDb ? "ALGORITHM=NOCOPY, LOCK=SHARED" : "ALGORITHM=INPLACE, LOCK=SHARED";
      case INPLACE_NONE -> "ALGORITHM=INPLACE, LOCK=NONE";
      case INPLACE_SHARED -> "ALGORITHM=INPLACE, LOCK=SHARED";
      case COPY_NONE -> "ALGORITHM=COPY, LOCK=NONE";
      case COPY_SHARED -> "ALGORITHM=COPY, LOCK=SHARED";
      case COPY_EXCLUSIVE -> "ALGORITHM=COPY, LOCK=EXCLUSIVE";
    };
  }
}
