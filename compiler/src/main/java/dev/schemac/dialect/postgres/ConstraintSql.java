package dev.schemac.dialect.postgres;

import dev.schemac.model.Constraint;
import dev.schemac.sql.SqlWriter;
import java.util.List;

/** Constraints as {@code CREATE TABLE} and {@code ADD CONSTRAINT} define them. */
final class ConstraintSql {
  private final Syntax syntax;
  private final KeySql keys;

  ConstraintSql(Syntax syntax) {
    this.syntax = syntax;
    this.keys = new KeySql(syntax);
  }

  /** {@code CONSTRAINT name …}. */
  void define(SqlWriter sql, Constraint constraint) {
    sql.phrase("CONSTRAINT").identifier(constraint.name());
    switch (constraint) {
      case Constraint.PrimaryKey key -> primaryKey(sql, key);
      case Constraint.Unique key -> unique(sql, key);
      case Constraint.Check check -> check(sql, check);
      case Constraint.ForeignKey key -> foreignKey(sql, key);
      case Constraint.Exclusion exclusion -> exclusion(sql, exclusion);
    }
  }

  /** {@code CONSTRAINT name UNIQUE USING INDEX i DEFERRABLE …}. */
  void usingIndex(SqlWriter sql, Constraint constraint, String index) {
    sql.phrase("CONSTRAINT").identifier(constraint.name());
    boolean primary = constraint instanceof Constraint.PrimaryKey;
    sql.phrase(primary ? "PRIMARY KEY USING INDEX" : "UNIQUE USING INDEX").identifier(index);
    deferral(sql, deferralOf(constraint));
  }

  private void primaryKey(SqlWriter sql, Constraint.PrimaryKey key) {
    keys.parts(sql.phrase("PRIMARY KEY"), key.parts());
    keys.include(sql, key.include());
    IndexSql.storage(sql, key.options(), "USING INDEX TABLESPACE");
    deferral(sql, key.deferral());
  }

  private void unique(SqlWriter sql, Constraint.Unique key) {
    sql.phrase(key.nullsNotDistinct() ? "UNIQUE NULLS NOT DISTINCT" : "UNIQUE");
    keys.parts(sql, key.parts());
    keys.include(sql, key.include());
    IndexSql.storage(sql, key.options(), "USING INDEX TABLESPACE");
    deferral(sql, key.deferral());
  }

  void check(SqlWriter sql, Constraint.Check check) {
    syntax.parenthesized(sql.phrase("CHECK"), check.condition());
    if (check.noInherit()) {
      sql.phrase("NO INHERIT");
    }
    enforcement(sql, check.enforcement());
  }

  private void foreignKey(SqlWriter sql, Constraint.ForeignKey key) {
    foreignColumns(sql.phrase("FOREIGN KEY"), key.columns(), key.period());
    sql.phrase("REFERENCES").name(key.referencedTable());
    foreignColumns(sql, key.referencedColumns(), key.period());
    if (key.matchFull()) {
      sql.phrase("MATCH FULL");
    }
    action(sql, "ON UPDATE", key.onUpdate());
    action(sql, "ON DELETE", key.onDelete());
    if (!key.setColumns().isEmpty()) {
      syntax.columns(sql, key.setColumns());
    }
    deferral(sql, key.deferral());
    enforcement(sql, key.enforcement());
  }

  private static void foreignColumns(SqlWriter sql, List<String> columns, boolean period) {
    String last = columns.getLast();
    sql.parenthesized(
        columns,
        c -> {
          if (period && c.equals(last)) {
            sql.phrase("PERIOD");
          }
          sql.identifier(c);
        });
  }

  private static void action(SqlWriter sql, String on, Constraint.Action action) {
    switch (action) {
      case NO_ACTION -> {}
      case RESTRICT -> sql.phrase(on).phrase("RESTRICT");
      case CASCADE -> sql.phrase(on).phrase("CASCADE");
      case SET_NULL -> sql.phrase(on).phrase("SET NULL");
      case SET_DEFAULT -> sql.phrase(on).phrase("SET DEFAULT");
    }
  }

  private void exclusion(SqlWriter sql, Constraint.Exclusion exclusion) {
    keys.parts(sql.phrase("EXCLUDE USING").identifier(exclusion.method()), exclusion.parts());
    keys.include(sql, exclusion.include());
    IndexSql.storage(sql, exclusion.options(), "USING INDEX TABLESPACE");
    exclusion.predicate().ifPresent(p -> syntax.parenthesized(sql.phrase("WHERE"), p));
    deferral(sql, exclusion.deferral());
  }

  static Constraint.Deferral deferralOf(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey key -> key.deferral();
      case Constraint.Unique key -> key.deferral();
      case Constraint.Check ignored -> Constraint.Deferral.NOT_DEFERRABLE;
      case Constraint.ForeignKey key -> key.deferral();
      case Constraint.Exclusion exclusion -> exclusion.deferral();
    };
  }

  private static void deferral(SqlWriter sql, Constraint.Deferral deferral) {
    switch (deferral) {
      case NOT_DEFERRABLE -> {}
      case INITIALLY_IMMEDIATE -> sql.phrase("DEFERRABLE");
      case INITIALLY_DEFERRED -> sql.phrase("DEFERRABLE INITIALLY DEFERRED");
    }
  }

  private static void enforcement(SqlWriter sql, Constraint.Enforcement enforcement) {
    switch (enforcement) {
      case ENFORCED -> {}
      case NOT_VALID -> sql.phrase("NOT VALID");
      case NOT_ENFORCED -> sql.phrase("NOT ENFORCED");
    }
  }
}
