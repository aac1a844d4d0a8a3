package dev.schemac.model;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A table constraint. Its name is always explicit: automatic names are made where a model is built.
 */
public sealed interface Constraint {

  String name();

  Optional<String> comment();

  /** Of the index behind it; none where there is no index. */
  default SortedMap<String, String> options() {
    return Options.none();
  }

  /** The same constraint under another name. */
  Constraint withName(String other);

  /** The same constraint with another comment or none. */
  Constraint withComment(Optional<String> other);

  ObjectKind kind();

  /** When the server checks a constraint. */
  enum Deferral {
    NOT_DEFERRABLE,
    INITIALLY_IMMEDIATE,
    INITIALLY_DEFERRED
  }

  /** Whether the server has checked the rows that were there before, and checks new ones. */
  enum Enforcement {
    ENFORCED,
    NOT_VALID,
    NOT_ENFORCED
  }

  /** The primary key; on MySQL its name is always {@code PRIMARY}. */
  record PrimaryKey(
      String name,
      List<KeyPart> parts,
      List<String> include,
      Deferral deferral,
      Optional<String> comment,
      SortedMap<String, String> options)
      implements Constraint {
    public PrimaryKey {
      parts = List.copyOf(parts);
      include = List.copyOf(include);
      options = Options.copy(options);
    }

    @Override
    public PrimaryKey withName(String other) {
      return new PrimaryKey(other, parts, include, deferral, comment, options);
    }

    @Override
    public PrimaryKey withComment(Optional<String> other) {
      return new PrimaryKey(name, parts, include, deferral, other, options);
    }

    @Override
    public ObjectKind kind() {
      return ObjectKind.PRIMARY_KEY;
    }
  }

  record Unique(
      String name,
      List<KeyPart> parts,
      List<String> include,
      boolean nullsNotDistinct,
      Deferral deferral,
      Optional<String> comment,
      SortedMap<String, String> options)
      implements Constraint {
    public Unique {
      parts = List.copyOf(parts);
      include = List.copyOf(include);
      options = Options.copy(options);
    }

    @Override
    public Unique withName(String other) {
      return new Unique(other, parts, include, nullsNotDistinct, deferral, comment, options);
    }

    @Override
    public Unique withComment(Optional<String> other) {
      return new Unique(name, parts, include, nullsNotDistinct, deferral, other, options);
    }

    @Override
    public ObjectKind kind() {
      return ObjectKind.UNIQUE;
    }
  }

  record Check(
      String name,
      Expression condition,
      boolean noInherit,
      Enforcement enforcement,
      Optional<String> comment)
      implements Constraint {
    @Override
    public Check withName(String other) {
      return new Check(other, condition, noInherit, enforcement, comment);
    }

    @Override
    public Check withComment(Optional<String> other) {
      return new Check(name, condition, noInherit, enforcement, other);
    }

    @Override
    public ObjectKind kind() {
      return ObjectKind.CHECK;
    }
  }

  /** What happens to a referencing row. */
  enum Action {
    NO_ACTION,
    RESTRICT,
    CASCADE,
    SET_NULL,
    SET_DEFAULT
  }

  /**
   * A foreign key.
   *
   * @param setColumns PostgreSQL 15's {@code on delete set null (a)}; empty for all
   * @param period PostgreSQL 18's temporal key: the last column pair stands behind {@code period}
   */
  record ForeignKey(
      String name,
      List<String> columns,
      QName referencedTable,
      List<String> referencedColumns,
      Action onDelete,
      Action onUpdate,
      List<String> setColumns,
      boolean matchFull,
      boolean period,
      Deferral deferral,
      Enforcement enforcement,
      Optional<String> comment)
      implements Constraint {
    public ForeignKey {
      columns = List.copyOf(columns);
      referencedColumns = List.copyOf(referencedColumns);
      setColumns = List.copyOf(setColumns);
    }

    @Override
    public ForeignKey withName(String other) {
      return new ForeignKey(
          other,
          columns,
          referencedTable,
          referencedColumns,
          onDelete,
          onUpdate,
          setColumns,
          matchFull,
          period,
          deferral,
          enforcement,
          comment);
    }

    /** The same key to another table, or to the same under another name. */
    public ForeignKey withReferencedTable(QName other) {
      return new ForeignKey(
          name,
          columns,
          other,
          referencedColumns,
          onDelete,
          onUpdate,
          setColumns,
          matchFull,
          period,
          deferral,
          enforcement,
          comment);
    }

    @Override
    public ForeignKey withComment(Optional<String> other) {
      return new ForeignKey(
          name,
          columns,
          referencedTable,
          referencedColumns,
          onDelete,
          onUpdate,
          setColumns,
          matchFull,
          period,
          deferral,
          enforcement,
          other);
    }

    @Override
    public ObjectKind kind() {
      return ObjectKind.FOREIGN_KEY;
    }
  }

  /** PostgreSQL's EXCLUDE. */
  record Exclusion(
      String name,
      String method,
      List<KeyPart> parts,
      List<String> include,
      Optional<Expression> predicate,
      Deferral deferral,
      Optional<String> comment,
      SortedMap<String, String> options)
      implements Constraint {
    public Exclusion {
      parts = List.copyOf(parts);
      include = List.copyOf(include);
      options = Options.copy(options);
    }

    @Override
    public Exclusion withName(String other) {
      return new Exclusion(other, method, parts, include, predicate, deferral, comment, options);
    }

    @Override
    public Exclusion withComment(Optional<String> other) {
      return new Exclusion(name, method, parts, include, predicate, deferral, other, options);
    }

    @Override
    public ObjectKind kind() {
      return ObjectKind.EXCLUSION;
    }
  }
}
