package dev.schemac.dialect.mysql;

import dev.schemac.ddl.Statement.Assignment;
import dev.schemac.diff.Change;
import dev.schemac.model.Column;
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
 * @param key those of {@code there} that tell one row from all others
 * @param added columns whose values the way back loses
 * @param instead what a column's new name means in the table as it stands, where that is not the
 *     same column
 * @param worded columns that words convert
 */
record CopiedValues(
    List<Assignment> there,
    List<Assignment> back,
    List<Assignment> key,
    List<String> added,
    Map<String, Expression> instead,
    Set<String> worded) {

  /** The values of a table that is copied; {@code is} has the columns of the copy. */
  static CopiedValues of(Situation s, Table is) {
    QName table = is.name();
    Map<String, Expression> instead = new LinkedHashMap<>();
    s.renamedColumns(table).forEach((now, old) -> instead.put(now, new ColumnRef(old)));
    List<Change.ModifyColumn> words = worded(s, table);
    words.forEach(m -> instead.put(m.after().name(), there(s, m)));
    List<Assignment> there = there(s, is, instead);
    return new CopiedValues(
        there,
        back(s, is, words),
        RowKey.of(s, table).stream()
            .flatMap(k -> there.stream().filter(a -> a.column().equals(k)))
            .toList(),
        is.columns().stream()
            .filter(c -> c.generated().isEmpty() && s.was(table).column(c.name()).isEmpty())
            .map(Column::name)
            .toList(),
        instead,
        Set.copyOf(words.stream().map(m -> m.after().name()).toList()));
  }

  private static List<Assignment> there(Situation s, Table is, Map<String, Expression> instead) {
    List<Assignment> values = new ArrayList<>();
    for (Column column : is.columns()) {
      String name = column.name();
      if (column.generated().isEmpty()) {
        Optional<Expression> value =
            s.was(is.name()).column(name).isPresent()
                ? Optional.of(instead.getOrDefault(name, new ColumnRef(name)))
                : filled(s, is.name(), name);
        value.ifPresent(v -> values.add(new Assignment(name, v)));
      }
    }
    return values;
  }

  private static List<Assignment> back(Situation s, Table is, List<Change.ModifyColumn> words) {
    List<Assignment> values = new ArrayList<>();
    for (Column column : is.columns()) {
      String name = column.name();
      s.was(is.name())
          .column(name)
          .filter(c -> c.generated().isEmpty())
          .ifPresent(
              c -> values.add(new Assignment(s.oldName(is.name(), name), back(s, words, name))));
    }
    return values;
  }

  /** What words say that a new column holds for the rows that are there. */
  private static Optional<Expression> filled(Situation s, QName table, String column) {
    return s.changesOf(table).stream()
        .filter(c -> c instanceof Change.AddColumn add && add.column().name().equals(column))
        .flatMap(c -> ((Change.AddColumn) c).conversion().stream())
        .flatMap(w -> ConvertedColumns.value(w).stream())
        .findFirst();
  }

  private static List<Change.ModifyColumn> worded(Situation s, QName table) {
    return s.changesOf(table).stream()
        .filter(Change.ModifyColumn.class::isInstance)
        .map(Change.ModifyColumn.class::cast)
        .filter(ConvertedColumns::isConverted)
        .toList();
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

  /** That a new column that is never NULL gets a value in every row. */
  Optional<Guard> fills(Change.AddColumn add) {
    String name = add.column().name();
    return there.stream()
        .filter(a -> a.column().equals(name) && !add.column().nullable())
        .map(
            a ->
                Conditions.noRow(
                    "converted",
                    name.concat(" gets no value in some rows"),
                    add.table(),
                    Conditions.isNull(a.value())))
        .findFirst();
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
