package dev.schemac.model;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A column.
 *
 * @param notNullName PostgreSQL's name of the NOT NULL constraint where the author gave one
 * @param defaultValue what an INSERT that leaves the column out gets
 * @param onUpdate what an UPDATE that leaves the column out sets ({@code on update now()}); on
 *     PostgreSQL a trigger that schemac makes
 * @param collation as the server spells it. PostgreSQL: where it is not the inherited one. MySQL:
 *     where the column has one of its own, even if the table has the same, unless it is the default
 *     of its character set, which then is the option {@code charset}
 * @param options the dialect's own options in canonical form: {@code storage}, {@code compression},
 *     {@code statistics}, {@code charset}, {@code invisible}, {@code srid}, {@code no_default} (a
 *     nullable MySQL column whose default was dropped), {@code default_expression} (a MySQL default
 *     in parentheses that could stand without), …
 */
public record Column(
    String name,
    DataType type,
    boolean nullable,
    Optional<String> notNullName,
    Optional<Expression> defaultValue,
    Optional<Expression> onUpdate,
    Optional<Identity> identity,
    Optional<Generated> generated,
    Optional<String> collation,
    Optional<String> comment,
    SortedMap<String, String> options) {

  /**
   * The option of a column that a PostgreSQL table has from its parents alone: what stands in the
   * table is how it differs from theirs.
   */
  public static final String INHERITED = "inherited";

  public Column {
    options = Options.copy(options);
  }

  /** Whether a table that inherits does not declare the column itself. */
  public boolean isInherited() {
    return options.containsKey(INHERITED);
  }

  /** The same column, inherited or declared by its table. */
  public Column withInherited(boolean other) {
    TreeMap<String, String> all = new TreeMap<>(options);
    all.remove(INHERITED);
    if (other) {
      all.put(INHERITED, "true");
    }
    return withOptions(all);
  }

  /** A plain column; the rest is added with the {@code with…} methods. */
  public static Column of(String name, DataType type, boolean nullable) {
    return new Column(
        name,
        type,
        nullable,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Options.none());
  }

  public Column withName(String other) {
    return new Column(
        other,
        type,
        nullable,
        notNullName,
        defaultValue,
        onUpdate,
        identity,
        generated,
        collation,
        comment,
        options);
  }

  public Column withType(DataType other) {
    return new Column(
        name,
        other,
        nullable,
        notNullName,
        defaultValue,
        onUpdate,
        identity,
        generated,
        collation,
        comment,
        options);
  }

  public Column withNullable(boolean other) {
    return new Column(
        name,
        type,
        other,
        notNullName,
        defaultValue,
        onUpdate,
        identity,
        generated,
        collation,
        comment,
        options);
  }

  public Column withDefault(Optional<Expression> other) {
    return new Column(
        name,
        type,
        nullable,
        notNullName,
        other,
        onUpdate,
        identity,
        generated,
        collation,
        comment,
        options);
  }

  public Column withCollation(Optional<String> other) {
    return new Column(
        name,
        type,
        nullable,
        notNullName,
        defaultValue,
        onUpdate,
        identity,
        generated,
        other,
        comment,
        options);
  }

  public Column withOptions(SortedMap<String, String> other) {
    return new Column(
        name,
        type,
        nullable,
        notNullName,
        defaultValue,
        onUpdate,
        identity,
        generated,
        collation,
        comment,
        other);
  }

  public Column withOnUpdate(Optional<Expression> other) {
    return new Column(
        name,
        type,
        nullable,
        notNullName,
        defaultValue,
        other,
        identity,
        generated,
        collation,
        comment,
        options);
  }

  public Column withComment(Optional<String> other) {
    return new Column(
        name,
        type,
        nullable,
        notNullName,
        defaultValue,
        onUpdate,
        identity,
        generated,
        collation,
        other,
        options);
  }

  public Column withGenerated(Optional<Generated> other) {
    return new Column(
        name,
        type,
        nullable,
        notNullName,
        defaultValue,
        onUpdate,
        identity,
        other,
        collation,
        comment,
        options);
  }

  public Column withNotNullName(Optional<String> other) {
    return new Column(
        name,
        type,
        nullable,
        other,
        defaultValue,
        onUpdate,
        identity,
        generated,
        collation,
        comment,
        options);
  }
}
