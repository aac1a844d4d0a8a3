package dev.schemac.dialect.mysql;

import dev.schemac.ddl.Statement.Assignment;
import dev.schemac.diff.Change;
import dev.schemac.model.Column;
import dev.schemac.model.Evolution;
import dev.schemac.model.Expression;
import dev.schemac.model.Expression.ColumnRef;
import dev.schemac.model.ExpressionTree;
import dev.schemac.model.QName;
import dev.schemac.model.Table;
import dev.schemac.plan.Guard;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which value of a table's row stands in which column of its copy, and the other way round: the
 * same, under another name, or what the words of a change make of it.
 *
 * @param there the copy's columns, each over the table's row
 * @param back the table's columns, each over the copy's row
 * @param key those of {@code there} that are the primary key
 * @param instead what a column's new name means in the table as it stands, where that is not the
 *     same column
 * @param worded columns that words convert
 */
record CopiedValues(
    List<Assignment> there,
    List<Assignment> back,
    List<Assignment> key,
    Map<String, Expression> instead,
    Set<String> worded) {

  /** The values of a table that is copied; {@code is} has the columns of the copy. */
  static CopiedValues of(Situation s, Table is) {
    QName table = is.name();
    Map<String, Expression> instead = new LinkedHashMap<>();
    s.renamedColumns(table).forEach((now, old) -> instead.put(now, new ColumnRef(old)));
    List<Change.ModifyColumn> words = worded(s, table);
    words.forEach(m -> instead.put(m.after().name(), there(s, m)));
    List<Assignment> there = new ArrayList<>();
    List<Assignment> back = new ArrayList<>();
    for (Column column : is.columns()) {
      String name = column.name();
      Optional<Column> was = s.was(table).column(name);
      if (was.isPresent() && column.generated().isEmpty()) {
        there.add(new Assignment(name, instead.getOrDefault(name, new ColumnRef(name))));
      }
      if (was.filter(c -> c.generated().isEmpty()).isPresent()) {
        back.add(new Assignment(s.oldName(table, name), back(s, words, name)));
      }
    }
    List<String> keys = ColumnUse.ofKey(is.primaryKey().orElseThrow().parts()).stream().toList();
    List<Assignment> key = there.stream().filter(a -> keys.contains(a.column())).toList();
    return new CopiedValues(
        there, back, key, instead, Set.copyOf(words.stream().map(m -> m.after().name()).toList()));
  }

  /** Whether a trigger can compute the values in both directions, of the row alone. */
  static boolean areKnown(Situation s, Change.ModifyColumn modify) {
    return BothColumnsEligibility.isWritable(modify)
        && (s.renamedColumns(modify.table()).isEmpty() || using(modify).isEmpty());
  }

  static boolean isWorded(Change.ModifyColumn modify) {
    return modify.conversion().isPresent() || !modify.values().isEmpty();
  }

  private static List<Change.ModifyColumn> worded(Situation s, QName table) {
    return s.changesOf(table).stream()
        .filter(Change.ModifyColumn.class::isInstance)
        .map(Change.ModifyColumn.class::cast)
        .filter(CopiedValues::isWorded)
        .toList();
  }

  private static Optional<Expression> using(Change.ModifyColumn modify) {
    return modify.conversion().flatMap(Evolution.Conversion::using);
  }

  private static Expression there(Situation s, Change.ModifyColumn modify) {
    return ExpressionTree.rewrite(
        new BothColumnsValues(s, modify).there(),
        e -> e instanceof ColumnRef(var name) ? new ColumnRef(s.oldName(modify.table(), name)) : e);
  }

  private static Expression back(Situation s, List<Change.ModifyColumn> words, String name) {
    return words.stream()
        .filter(m -> m.after().name().equals(name))
        .map(m -> new BothColumnsValues(s, m).back())
        .findFirst()
        .orElse(new ColumnRef(name));
  }

  /** Whether the way back gives each row what it had. */
  boolean isExact() {
    Set<String> asThey = new HashSet<>();
    there.forEach(a -> asThey.add(a.column()));
    return worded.isEmpty() && back.stream().allMatch(a -> asThey.contains(name(a.value())));
  }

  private static String name(Expression value) {
    return value instanceof ColumnRef(var name) ? name : "";
  }

  List<String> oldKey() {
    return key.stream().map(a -> name(a.value())).toList();
  }

  List<String> newKey() {
    return key.stream().map(Assignment::column).toList();
  }

  /** Whether a condition over new names can be asked of the table as it stands. */
  boolean canBeAsked(Expression condition) {
    return !ColumnUse.holdsText(condition)
        || ColumnUse.columns(condition).stream().noneMatch(instead::containsKey);
  }

  private Expression asked(Expression condition) {
    return instead.isEmpty()
        ? condition
        : ExpressionTree.rewrite(
            condition, e -> e instanceof ColumnRef(var name) ? instead.getOrDefault(name, e) : e);
  }

  /** The guard over the table as it stands. */
  Guard asked(Guard guard) {
    Guard.Condition condition =
        switch (guard.condition()) {
          case Guard.Condition.Never never -> never;
          case Guard.Condition.NoRow(var table, var where) ->
              new Guard.Condition.NoRow(table, where.map(this::asked));
          case Guard.Condition.NoDuplicates(var table, var operands, var where, var nullsEqual) ->
              new Guard.Condition.NoDuplicates(
                  table,
                  operands.stream().map(this::asked).toList(),
                  where.map(this::asked),
                  nullsEqual);
          case Guard.Condition.NoOrphans orphans -> orphans;
        };
    return new Guard(guard.id(), guard.message(), condition);
  }

  /** That words lead every value somewhere. */
  Guard fits(Situation s, Change.ModifyColumn modify) {
    String name = modify.after().name();
    Expression was = Conditions.column(s.oldName(modify.table(), name));
    Expression none = Conditions.isNull(instead.get(name));
    return Conditions.noRow(
        "converted",
        name.concat(" does not fit in some rows"),
        modify.table(),
        modify.after().nullable()
            ? Conditions.and(Conditions.not(Conditions.isNull(was)), none)
            : none);
  }
}
