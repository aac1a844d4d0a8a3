package dev.schemac.dialect.mysql;

import dev.schemac.ddl.Statement;
import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.DataType;
import dev.schemac.model.Expression;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Table;
import dev.schemac.plan.Effect;
import dev.schemac.plan.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An UPDATE of a whole table: at once, or online in batches along the primary key. */
final class RowUpdate {
  static final int BATCH_ROWS = 5_000;

  /** Types whose values a variable of the procedure holds exactly. */
  private static final Set<String> KEY_TYPES =
      Set.of(
          "tinyint",
          "smallint",
          "mediumint",
          "int",
          "bigint",
          "decimal",
          "char",
          "varchar",
          "binary",
          "varbinary",
          "date",
          "datetime",
          "timestamp");

  private RowUpdate() {}

  /**
   * The draft of a step that updates rows.
   *
   * @param reads expressions over the row as it was, whose columns go or change only afterwards
   */
  static Draft draft(
      Situation s,
      Draft draft,
      QName table,
      List<Statement.Assignment> assignments,
      Optional<Expression> where,
      List<Expression> reads) {
    draft.releases(reads(s, table, reads));
    List<Column> key = s.online() ? key(s, table) : List.of();
    if (key.isEmpty()) {
      return whole(s, draft, table, assignments, where);
    }
    List<Statement.Assignment> all = KeptTimestamps.with(s, table, assignments);
    draft.releases(KeptTimestamps.releases(s, table));
    String id = String.join("_", table.name(), assignments.getFirst().column());
    return draft
        .phase(Phase.BACKFILL)
        .run(new Statement.Backfill(id, s.was(table), all, where, key, BATCH_ROWS))
        .effect(inBatches(table));
  }

  /** Likewise in one statement, within a step that keeps writers waiting anyway. */
  static Draft whole(
      Situation s,
      Draft draft,
      QName table,
      List<Statement.Assignment> assignments,
      Optional<Expression> where) {
    List<Statement.Assignment> all = KeptTimestamps.with(s, table, assignments);
    return draft
        .releases(KeptTimestamps.releases(s, table))
        .run(new Statement.Update(table, all, where))
        .effect(atOnce(table));
  }

  /** The primary key's columns as they are called before any rename. */
  static List<Column> key(Situation s, QName table) {
    List<Column> key = new ArrayList<>();
    Table was = s.was(table);
    Optional<Constraint.PrimaryKey> primary = was.primaryKey();
    if (primary.isEmpty() || s.changes(Paths.constraint(table, primary.get()))) {
      return List.of();
    }
    for (var part : primary.get().parts()) {
      Optional<Column> column = part.columnName().flatMap(was::column);
      boolean usable =
          part.prefixLength().isEmpty()
              && column.filter(c -> isKeyType(c.type())).isPresent()
              && !s.changes(Paths.column(table, column.get().name()))
              && !s.renamedColumns(table).containsKey(column.get().name());
      if (!usable) {
        return List.of();
      }
      key.add(column.get());
    }
    return key;
  }

  /** Whether a procedure can walk along a key of this type. */
  static boolean isKeyType(DataType type) {
    return type instanceof DataType.Builtin builtin && KEY_TYPES.contains(builtin.name());
  }

  /** Every column of any table that the expressions may read, under its old name. */
  static List<ObjectPath> reads(Situation s, QName table, List<Expression> expressions) {
    List<ObjectPath> paths = new ArrayList<>();
    for (Expression expression : expressions) {
      Set<String> names = ColumnUse.columns(expression);
      names.forEach(n -> paths.add(Paths.column(table, n)));
      if (ColumnUse.holdsText(expression)) {
        others(s, names, paths);
      }
    }
    return paths;
  }

  private static void others(Situation s, Set<String> names, List<ObjectPath> paths) {
    for (Table other : s.context().before().tables()) {
      if (names.contains(other.name().name())) {
        other.columns().stream()
            .filter(c -> names.contains(c.name()))
            .forEach(c -> paths.add(Paths.column(other.name(), c.name())));
      }
    }
  }

  /** Rows are locked until the last one is written. */
  static Effect atOnce(QName table) {
    Effect.Lock rows = new Effect.Lock(table, "row locks", Effect.Blocks.WRITERS, Effect.Held.WORK);
    return new Effect(List.of(rows), List.of(table), List.of(), Effect.Transaction.NONE);
  }

  static Effect inBatches(QName table) {
    Effect.Lock rows =
        new Effect.Lock(table, "row locks", Effect.Blocks.WRITERS, Effect.Held.MOMENT);
    return new Effect(List.of(rows), List.of(table), List.of(), Effect.Transaction.NONE);
  }
}
