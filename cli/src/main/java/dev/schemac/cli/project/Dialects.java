package dev.schemac.cli.project;

import dev.schemac.catalog.CatalogReader;
import dev.schemac.catalog.SizeReader;
import dev.schemac.catalog.mysql.MySqlCatalogReader;
import dev.schemac.catalog.mysql.MySqlSizeReader;
import dev.schemac.catalog.postgres.PostgresCatalogReader;
import dev.schemac.catalog.postgres.PostgresSizeReader;
import dev.schemac.dialect.mysql.MySqlPatterns;
import dev.schemac.dialect.mysql.MySqlPrinter;
import dev.schemac.dialect.postgres.PostgresPatterns;
import dev.schemac.dialect.postgres.PostgresPrinter;
import dev.schemac.model.Target;
import dev.schemac.plan.PatternCatalogue;
import dev.schemac.plan.SqlPrinter;
import java.util.Optional;

/** What each dialect brings. */
public final class Dialects {
  private Dialects() {}

  /** How a target's SQL is written. */
  public static SqlPrinter printer(Target target) {
    return switch (target.dialect()) {
      case POSTGRES -> new PostgresPrinter(target.version());
      case MYSQL -> new MySqlPrinter(target);
    };
  }

  /** How a live database is read; empty where this version cannot. */
  static Optional<CatalogReader> reader(Target target) {
    return switch (target.dialect()) {
      case POSTGRES -> Optional.of(new PostgresCatalogReader());
      case MYSQL -> Optional.of(new MySqlCatalogReader());
    };
  }

  /** How it is asked for the sizes of its tables. */
  static SizeReader sizes(Target target) {
    return switch (target.dialect()) {
      case POSTGRES -> new PostgresSizeReader();
      case MYSQL -> new MySqlSizeReader();
    };
  }

  /** How a target's changes are made. */
  static PatternCatalogue patterns(Target target) {
    return patterns(target, false);
  }

  /**
   * Likewise.
   *
   * @param handsOver whether another tool takes over steps that block
   */
  static PatternCatalogue patterns(Target target, boolean handsOver) {
    return switch (target.dialect()) {
      case POSTGRES -> new PostgresPatterns();
      case MYSQL -> handsOver ? MySqlPatterns.handingOver() : new MySqlPatterns();
    };
  }
}
