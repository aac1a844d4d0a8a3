package dev.schemac.diff;

import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.Evolution;
import dev.schemac.model.Index;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import java.util.List;
import java.util.Optional;

/**
 * One semantic difference between two schemas: the whole vocabulary of the diff. {@code table} is
 * always the table's name <em>after</em> all renames of tables; columns inside {@code before}
 * values carry their old names. Applying all changes, in the order of the list, to {@code before}
 * gives {@code after}.
 */
public sealed interface Change {

  /** What the change is about, under its newest name. */
  ObjectPath path();

  /**
   * A whole object appears: a table with its columns, constraints and indexes, a type, a view, …
   */
  record AddObject(SchemaObject object) implements Change {
    @Override
    public ObjectPath path() {
      return object.path();
    }
  }

  /** A whole object disappears; without a retirement nobody said so. */
  record DropObject(SchemaObject object, Optional<Evolution.Retirement> retirement)
      implements Change {
    @Override
    public ObjectPath path() {
      return object.path();
    }
  }

  /**
   * An object keeps what it is under another name (another namespace included). Parts that changed
   * too are changes of their own.
   */
  record RenameObject(SchemaObject before, SchemaObject after) implements Change {
    @Override
    public ObjectPath path() {
      return after.path();
    }
  }

  /**
   * An object that is no table changes under its name. {@code values} are the words about an enum's
   * values.
   */
  record ModifyObject(SchemaObject before, SchemaObject after, List<Evolution.ValueChange> values)
      implements Change {
    public ModifyObject {
      values = List.copyOf(values);
    }

    @Override
    public ObjectPath path() {
      return after.path();
    }
  }

  /**
   * A table's own properties change: options, comment, partitioning, rows that belong to the
   * schema.
   */
  record ModifyTable(Table before, Table after) implements Change {
    @Override
    public ObjectPath path() {
      return after.path();
    }
  }

  /** A column appears in a table that stays. {@code backfill} is what existing rows get. */
  record AddColumn(QName table, Column column, Optional<Evolution.Conversion> conversion)
      implements Change {
    @Override
    public ObjectPath path() {
      return ObjectPath.column(table, column.name());
    }
  }

  /** A column disappears from a table that stays; without a retirement nobody said so. */
  record DropColumn(QName table, Column column, Optional<Evolution.Retirement> retirement)
      implements Change {
    @Override
    public ObjectPath path() {
      return ObjectPath.column(table, column.name());
    }
  }

  /**
   * A column gets another name; what else changed about it is a {@link ModifyColumn} of its own,
   * with both sides under the new name.
   */
  record RenameColumn(QName table, String from, String to) implements Change {
    @Override
    public ObjectPath path() {
      return ObjectPath.column(table, to);
    }
  }

  /**
   * A column changes in anything but its name.
   *
   * @param before under the new name
   * @param values the words about the values that its type held
   */
  record ModifyColumn(
      QName table,
      Column before,
      Column after,
      Optional<Evolution.Conversion> conversion,
      List<Evolution.ValueChange> values)
      implements Change {
    public ModifyColumn {
      values = List.copyOf(values);
    }

    @Override
    public ObjectPath path() {
      return ObjectPath.column(table, after.name());
    }
  }

  record AddConstraint(QName table, Constraint constraint) implements Change {
    @Override
    public ObjectPath path() {
      return new ObjectPath(constraint.kind(), table, constraint.name());
    }
  }

  record DropConstraint(QName table, Constraint constraint) implements Change {
    @Override
    public ObjectPath path() {
      return new ObjectPath(constraint.kind(), table, constraint.name());
    }
  }

  /**
   * A constraint that stays what it is under another name; {@code after} speaks of columns under
   * their new names.
   */
  record RenameConstraint(QName table, Constraint before, Constraint after) implements Change {
    @Override
    public ObjectPath path() {
      return new ObjectPath(after.kind(), table, after.name());
    }
  }

  /** A constraint is replaced under its name, or becomes validated, or gets another comment. */
  record ModifyConstraint(QName table, Constraint before, Constraint after) implements Change {
    @Override
    public ObjectPath path() {
      return new ObjectPath(after.kind(), table, after.name());
    }
  }

  record AddIndex(QName table, Index index) implements Change {
    @Override
    public ObjectPath path() {
      return new ObjectPath(dev.schemac.model.ObjectKind.INDEX, table, index.name());
    }
  }

  record DropIndex(QName table, Index index) implements Change {
    @Override
    public ObjectPath path() {
      return new ObjectPath(dev.schemac.model.ObjectKind.INDEX, table, index.name());
    }
  }

  record RenameIndex(QName table, Index before, Index after) implements Change {
    @Override
    public ObjectPath path() {
      return new ObjectPath(dev.schemac.model.ObjectKind.INDEX, table, after.name());
    }
  }

  record ModifyIndex(QName table, Index before, Index after) implements Change {
    @Override
    public ObjectPath path() {
      return new ObjectPath(dev.schemac.model.ObjectKind.INDEX, table, after.name());
    }
  }
}
