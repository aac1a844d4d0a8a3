package dev.schemac.dialect.mysql;

import dev.schemac.model.Constraint;
import dev.schemac.sql.SqlWriter;

/** A constraint as it stands in {@code CREATE TABLE} and behind {@code ADD} or {@code DROP}. */
final class ConstraintSql {
  private final Syntax syntax;
  private final KeySql keys;

  ConstraintSql(Syntax syntax) {
    this.syntax = syntax;
    this.keys = new KeySql(syntax);
  }

  SqlWriter define(SqlWriter sql, Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey key ->
          new KeyOptionSql(syntax)
              .write(
                  keys.parts(sql.phrase("PRIMARY KEY"), key.parts()), key.options(), key.comment());
      case Constraint.Unique key ->
          new KeyOptionSql(syntax)
              .write(
                  keys.parts(sql.phrase("UNIQUE INDEX").identifier(key.name()), key.parts()),
                  key.options(),
                  key.comment());
      case Constraint.Check check -> check(sql, check);
      case Constraint.ForeignKey key -> foreignKey(sql, key);
      case Constraint.Exclusion exclusion -> throw unknown(exclusion);
    };
  }

  /** {@code DROP …} of {@code ALTER TABLE}. */
  SqlWriter drop(SqlWriter sql, Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey ignored -> sql.phrase("DROP PRIMARY KEY");
      case Constraint.Unique key -> sql.phrase("DROP INDEX").identifier(key.name());
      // MySQL has DROP CONSTRAINT from 8.0.19 on only, MariaDB has no DROP CHECK
      case Constraint.Check check ->
          sql.phrase(syntax.isMariaDb() ? "DROP CONSTRAINT" : "DROP CHECK")
              .identifier(check.name());
      case Constraint.ForeignKey key -> sql.phrase("DROP FOREIGN KEY").identifier(key.name());
      case Constraint.Exclusion exclusion -> throw unknown(exclusion);
    };
  }

  private SqlWriter check(SqlWriter sql, Constraint.Check check) {
    sql.phrase("CONSTRAINT").identifier(check.name()).phrase("CHECK");
    syntax.parenthesized(sql, check.condition());
    return check.enforcement() == Constraint.Enforcement.NOT_ENFORCED
        ? sql.phrase("NOT ENFORCED")
        : sql;
  }

  private SqlWriter foreignKey(SqlWriter sql, Constraint.ForeignKey key) {
    sql.phrase("CONSTRAINT").identifier(key.name()).phrase("FOREIGN KEY");
    syntax.columns(sql, key.columns());
    syntax.columns(sql.phrase("REFERENCES").name(key.referencedTable()), key.referencedColumns());
    action(sql, "ON DELETE", key.onDelete());
    return action(sql, "ON UPDATE", key.onUpdate());
  }

  private SqlWriter action(SqlWriter sql, String event, Constraint.Action action) {
    return switch (action) {
      case NO_ACTION -> sql;
      // They mean the same; each server keeps quiet about one of them and shows the other.
      case RESTRICT -> sql.phrase(event).phrase(syntax.isMariaDb() ? "NO ACTION" : "RESTRICT");
      case CASCADE -> sql.phrase(event).phrase("CASCADE");
      case SET_NULL -> sql.phrase(event).phrase("SET NULL");
      case SET_DEFAULT -> sql.phrase(event).phrase("SET DEFAULT");
    };
  }

  private static IllegalArgumentException unknown(Constraint constraint) {
    return new IllegalArgumentException(
        "MySQL has no exclusion constraints: ".concat(constraint.name()));
  }
}
