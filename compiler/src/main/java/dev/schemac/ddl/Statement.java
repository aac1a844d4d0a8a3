package dev.schemac.ddl;

import dev.schemac.model.Column;
import dev.schemac.model.Expression;
import dev.schemac.model.Index;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import java.util.List;
import java.util.Optional;

/** One SQL statement as data. A dialect that has no such statement never puts it into a plan. */
public sealed interface Statement {

  /**
   * {@code CREATE} of anything but a table's parts. A table is created with columns, primary key,
   * unique constraints and checks.
   */
  record Create(SchemaObject object) implements Statement {}

  /** {@code DROP} of a whole object, never with {@code CASCADE}. */
  record Drop(SchemaObject object) implements Statement {}

  /** {@code CREATE OR REPLACE} of a view or a routine. */
  record Replace(SchemaObject object) implements Statement {}

  /** {@code ALTER … RENAME TO}, and {@code SET SCHEMA} where the namespace differs. */
  record Rename(SchemaObject before, QName to) implements Statement {}

  /** {@code ALTER TABLE} with its actions in one statement. */
  record AlterTable(QName table, List<TableAction> actions, OnlineMode mode) implements Statement {
    public AlterTable {
      actions = List.copyOf(actions);
    }
  }

  /** {@code CREATE INDEX}, on MySQL {@code ALTER TABLE … ADD INDEX} with the mode. */
  record CreateIndex(QName table, Index index, Build build, OnlineMode mode) implements Statement {}

  record DropIndex(QName table, Index index, Build build, OnlineMode mode) implements Statement {}

  record RenameIndex(QName table, String from, String to, OnlineMode mode) implements Statement {}

  /** How PostgreSQL builds or drops an index. */
  enum Build {
    PLAIN,
    CONCURRENTLY
  }

  /** {@code ALTER TYPE … ADD VALUE}. */
  record AddEnumValue(QName type, String value, Optional<String> before, Optional<String> after)
      implements Statement {}

  record RenameEnumValue(QName type, String from, String to) implements Statement {}

  /**
   * Any other {@code ALTER} of an object from one state to the next (sequence options, domain
   * constraints, namespace defaults).
   */
  record AlterObject(SchemaObject before, SchemaObject after) implements Statement {}

  /** {@code COMMENT ON}; empty removes it. */
  record CommentOn(ObjectPath path, Optional<String> comment) implements Statement {}

  record Assignment(String column, Expression value) {}

  record Insert(QName table, List<String> columns, List<List<Expression>> rows)
      implements Statement {
    public Insert {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  record Update(QName table, List<Assignment> assignments, Optional<Expression> where)
      implements Statement {
    public Update {
      assignments = List.copyOf(assignments);
    }
  }

  record Delete(QName table, Optional<Expression> where) implements Statement {}

  /**
   * An {@link Update} in batches that commit one by one.
   *
   * @param key columns of a unique key, in its order; empty where the table has none
   */
  record Backfill(
      String id,
      Table table,
      List<Assignment> assignments,
      Optional<Expression> where,
      List<Column> key,
      int batchRows)
      implements Statement {
    public Backfill {
      assignments = List.copyOf(assignments);
      key = List.copyOf(key);
    }
  }

  /**
   * A row trigger that schemac makes: it sets columns of the new row before it is written.
   *
   * @param name of the trigger (on PostgreSQL of its function too); on MySQL two triggers, {@code
   *     name_i} and {@code name_u}
   * @param assignments evaluated in order over the new row; column references mean {@code NEW}'s
   *     columns
   */
  record CreateRowTrigger(
      String name, QName table, TriggerEvent event, List<Assignment> assignments)
      implements Statement {
    public CreateRowTrigger {
      assignments = List.copyOf(assignments);
    }
  }

  record DropRowTrigger(String name, QName table, TriggerEvent event) implements Statement {}

  /**
   * When a row trigger fires. {@code ON_UPDATE_UNLESS_SET}: on update, where the statement left the
   * column as it was. {@code EITHER_WAY}: of two assignments the first, but the second where an
   * update has changed only what the first one sets (PostgreSQL).
   */
  enum TriggerEvent {
    INSERT_OR_UPDATE,
    ON_UPDATE_UNLESS_SET,
    EITHER_WAY
  }

  /** What is done to copy a table and to put the copy into its place (MySQL). */
  sealed interface Copying extends Statement {}

  /**
   * {@code INSERT … SELECT} of rows into another table, in batches that commit one by one; rows
   * whose key is there already stay as they are.
   *
   * @param values of the other table's columns, over a row of the table
   * @param key columns of a unique key of the table, in its order, which the other has too; empty
   *     to copy all rows at once
   */
  record CopyRows(
      String id, Table table, QName to, List<Assignment> values, List<Column> key, int batchRows)
      implements Copying {
    public CopyRows {
      values = List.copyOf(values);
      key = List.copyOf(key);
    }
  }

  /** The next value of a table's counter for another one. */
  record CopyCounter(QName table, QName to) implements Copying {}

  /**
   * Triggers that do to another table what is done to the rows of one: {@code name_i}, {@code
   * name_u}, {@code name_d}.
   *
   * @param values of the other table's columns, over a row of the table
   * @param key those that are a unique key of both
   * @param marks whether triggers of the other table have to know where its rows come from
   */
  record CreateMirrorTriggers(
      String name,
      QName table,
      QName to,
      List<Assignment> values,
      List<Assignment> key,
      boolean marks)
      implements Copying {
    public CreateMirrorTriggers {
      values = List.copyOf(values);
      key = List.copyOf(key);
    }
  }

  record DropMirrorTriggers(String name, QName table) implements Copying {}

  /**
   * Makes what is left of a table whose copy has taken its place equal to that again: rows that
   * have changed since are written anew, the others keep values that the copy cannot give back.
   *
   * @param table that has the rows
   * @param there its columns, over a row of the other one
   * @param back the other one's columns, over a row of the table
   * @param key those of {@code there} that are a unique key of both
   */
  record ReturnRows(
      Table table, QName to, List<Assignment> there, List<Assignment> back, List<Assignment> key)
      implements Copying {
    public ReturnRows {
      there = List.copyOf(there);
      back = List.copyOf(back);
      key = List.copyOf(key);
    }
  }

  /**
   * Tables that take other names at one moment.
   *
   * @param locked whether the session has locked all of them
   */
  record RenameTables(List<NewName> names, boolean locked) implements Copying {
    public RenameTables {
      names = List.copyOf(names);
    }
  }

  /** One of several tables that are renamed. */
  record NewName(QName table, QName to) {}

  /** {@code LOCK TABLE(S)}, in the order given. */
  record LockTables(List<QName> tables, String mode) implements Statement {
    public LockTables {
      tables = List.copyOf(tables);
    }
  }

  /** MySQL's {@code UNLOCK TABLES}. */
  record UnlockTables() implements Statement {}

  /** {@code SET [LOCAL] name = value}; {@code value} is a number or a keyword. */
  record SetVariable(String name, String value) implements Statement {}

  record Analyze(QName table) implements Statement {}

  /** SQL of the user's own writing (a hand-written migration, a native object). */
  record UserSql(String sql) implements Statement {}
}
