package dev.schemac.model;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** Everything that stands on its own in a schema. Tables have a file of their own. */
public sealed interface SchemaObject
    permits Table,
        SchemaObject.Namespace,
        SchemaObject.Extension,
        SchemaObject.Role,
        SchemaObject.EnumType,
        SchemaObject.Domain,
        SchemaObject.Sequence,
        SchemaObject.View,
        SchemaObject.Routine,
        SchemaObject.Trigger,
        SchemaObject.Policy,
        SchemaObject.Grant,
        SchemaObject.ExternalType,
        SchemaObject.NativeObject {

  /** The identity, unique in a schema. */
  ObjectPath path();

  Optional<String> comment();

  /** Exists, but is somebody else's: never created, changed or dropped. */
  default boolean external() {
    return false;
  }

  /**
   * A PostgreSQL schema or a MySQL database.
   *
   * @param name empty for the database that a MySQL connection is in
   */
  record Namespace(
      String name, Optional<String> comment, SortedMap<String, String> options, boolean external)
      implements SchemaObject {
    /** The PostgreSQL schema that every database is made with. */
    public static final String PUBLIC = "public";

    public Namespace {
      options = Options.copy(options);
    }

    /** The identity of the database that a MySQL connection is in. */
    public static final ObjectPath DEFAULT = ObjectPath.of(ObjectKind.NAMESPACE, QName.of(""));

    /** Whether it is the database that the connection is in, which schemac never makes. */
    public boolean isDefault() {
      return name.isEmpty();
    }

    @Override
    public ObjectPath path() {
      return ObjectPath.of(ObjectKind.NAMESPACE, QName.of(name));
    }
  }

  record Extension(String name, Optional<String> comment, SortedMap<String, String> options)
      implements SchemaObject {
    public Extension {
      options = Options.copy(options);
    }

    @Override
    public ObjectPath path() {
      return ObjectPath.of(ObjectKind.EXTENSION, QName.of(name));
    }
  }

  /** A role that grants and policies name; always external. */
  record Role(String name) implements SchemaObject {
    @Override
    public ObjectPath path() {
      return ObjectPath.of(ObjectKind.ROLE, QName.of(name));
    }

    @Override
    public Optional<String> comment() {
      return Optional.empty();
    }

    @Override
    public boolean external() {
      return true;
    }
  }

  /**
   * PostgreSQL's native enum. Enums stored otherwise are columns, checks and lookup tables in the
   * model.
   */
  record EnumType(
      QName name, List<String> values, Optional<String> comment, SortedMap<String, String> options)
      implements SchemaObject {
    public EnumType {
      values = List.copyOf(values);
      options = Options.copy(options);
    }

    @Override
    public ObjectPath path() {
      return ObjectPath.of(ObjectKind.ENUM, name);
    }
  }

  /** PostgreSQL's domain. */
  record Domain(
      QName name,
      DataType type,
      boolean notNull,
      Optional<Expression> defaultValue,
      Optional<String> collation,
      List<Constraint.Check> checks,
      Optional<String> comment,
      SortedMap<String, String> options)
      implements SchemaObject {
    public Domain {
      options = Options.copy(options);
      checks = List.copyOf(checks);
    }

    @Override
    public ObjectPath path() {
      return ObjectPath.of(ObjectKind.DOMAIN, name);
    }
  }

  /**
   * PostgreSQL's sequence.
   *
   * @param options canonical: {@code as start increment min max cache cycle}; defaults left out
   * @param ownedBy the column it goes away with
   */
  record Sequence(
      QName name,
      SortedMap<String, String> options,
      Optional<ObjectPath> ownedBy,
      Optional<String> comment)
      implements SchemaObject {
    public Sequence {
      options = Options.copy(options);
    }

    @Override
    public ObjectPath path() {
      return ObjectPath.of(ObjectKind.SEQUENCE, name);
    }
  }

  /**
   * A view or a materialised view.
   *
   * @param query normalised text of the SELECT, without a final semicolon
   * @param indexes of a materialised view, in the order of their names: that of the source has no
   *     meaning
   * @param dependsOn what the query reads, as far as its text tells
   */
  record View(
      QName name,
      boolean materialized,
      List<String> columns,
      String query,
      List<Index> indexes,
      SortedMap<String, String> columnComments,
      Set<ObjectPath> dependsOn,
      Optional<String> comment,
      SortedMap<String, String> options,
      boolean external)
      implements SchemaObject {
    public View {
      columns = List.copyOf(columns);
      indexes = indexes.stream().sorted(Comparator.comparing(Index::name)).toList();
      columnComments = Options.copy(columnComments);
      dependsOn = Set.copyOf(dependsOn);
      options = Options.copy(options);
    }

    @Override
    public ObjectPath path() {
      return ObjectPath.of(materialized ? ObjectKind.MATERIALIZED_VIEW : ObjectKind.VIEW, name);
    }
  }

  /**
   * A function or a procedure.
   *
   * @param name with the signature in the local name: {@code f(int, text)}
   * @param definition the whole {@code create} statement for this target, without a final semicolon
   */
  record Routine(
      ObjectKind kind,
      QName name,
      String definition,
      Set<ObjectPath> dependsOn,
      Optional<String> comment,
      boolean external,
      SortedMap<String, String> options)
      implements SchemaObject {
    public Routine {
      options = Options.copy(options);
      dependsOn = Set.copyOf(dependsOn);
    }

    @Override
    public ObjectPath path() {
      return ObjectPath.of(kind, name);
    }
  }

  /** A trigger; {@code definition} is the whole {@code create} statement for this target. */
  record Trigger(
      QName table,
      String name,
      String definition,
      Set<ObjectPath> dependsOn,
      Optional<String> comment,
      SortedMap<String, String> options)
      implements SchemaObject {
    public Trigger {
      options = Options.copy(options);
      dependsOn = Set.copyOf(dependsOn);
    }

    @Override
    public ObjectPath path() {
      return new ObjectPath(ObjectKind.TRIGGER, table, name);
    }
  }

  /**
   * PostgreSQL's row-level security policy; {@code definition} is the whole {@code create}
   * statement.
   */
  record Policy(
      QName table,
      String name,
      String definition,
      Set<ObjectPath> dependsOn,
      Optional<String> comment)
      implements SchemaObject {
    public Policy {
      dependsOn = Set.copyOf(dependsOn);
    }

    @Override
    public ObjectPath path() {
      return new ObjectPath(ObjectKind.POLICY, table, name);
    }
  }

  /**
   * A privilege given or taken away.
   *
   * @param on what it is about
   * @param definition the whole {@code grant} or {@code revoke} statement, which is its identity
   *     too
   * @param inverse the statement that takes it back
   */
  record Grant(QName on, String definition, String inverse, Set<ObjectPath> dependsOn)
      implements SchemaObject {
    public Grant {
      dependsOn = Set.copyOf(dependsOn);
    }

    @Override
    public ObjectPath path() {
      return new ObjectPath(ObjectKind.GRANT, on, definition);
    }

    /** Whether it is about what is made later. */
    public boolean isDefault() {
      return definition.startsWith("ALTER DEFAULT PRIVILEGES");
    }

    @Override
    public Optional<String> comment() {
      return Optional.empty();
    }
  }

  /** {@code external type public.geometry}: a type that somebody else made. */
  record ExternalType(QName name) implements SchemaObject {
    @Override
    public ObjectPath path() {
      return ObjectPath.of(ObjectKind.TYPE, name);
    }

    @Override
    public Optional<String> comment() {
      return Optional.empty();
    }

    @Override
    public boolean external() {
      return true;
    }
  }

  /**
   * An object without a form of its own in the language ({@code native aggregate
   * group_concat(text)}).
   *
   * @param nativeKind the server's words, e.g. {@code aggregate}, {@code type}, {@code event
   *     trigger}
   * @param create the statement that makes it
   * @param drop the statement that removes it
   */
  record NativeObject(
      String nativeKind,
      QName name,
      String create,
      String drop,
      Set<ObjectPath> dependsOn,
      Optional<String> comment,
      SortedMap<String, String> options)
      implements SchemaObject {
    public NativeObject {
      options = Options.copy(options);
      dependsOn = Set.copyOf(dependsOn);
    }

    @Override
    public ObjectPath path() {
      return new ObjectPath(ObjectKind.NATIVE, name, nativeKind);
    }
  }
}
