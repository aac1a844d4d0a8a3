package dev.schemac.dialect.mysql;

import dev.schemac.ddl.Statement;
import dev.schemac.diff.ActingWords;
import dev.schemac.diff.Change;
import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.DataType;
import dev.schemac.model.DataType.Builtin;
import dev.schemac.model.DataType.InlineEnum;
import dev.schemac.model.DataType.InlineSet;
import dev.schemac.model.Evolution.ValueChange;
import dev.schemac.model.Expression;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Table;
import dev.schemac.plan.Effect;
import dev.schemac.plan.Guard;
import dev.schemac.plan.Step;
import dev.schemac.plan.Undo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Labels move or go: the list first grows by what is new, rows are rewritten, no row is found to
 * hold what goes, and only then the list shrinks. At no moment does the server meet a label that it
 * does not know, which outside strict mode it would store as {@code ''} without a word.
 */
final class RemapValues {
  private final Situation s;
  private final Change.ModifyColumn modify;
  private final QName table;
  private final Column before;
  private final Column after;
  private final Map<String, String> moves = new LinkedHashMap<>();
  private final Set<String> gone = new LinkedHashSet<>();

  private RemapValues(Situation s, Change.ModifyColumn modify) {
    this.s = s;
    this.modify = modify;
    this.table = modify.table();
    this.before = modify.before();
    this.after = modify.after();
    for (ValueChange word : modify.values()) {
      switch (word) {
        case ValueChange.Renamed(var from, var to) -> moves.put(from, to);
        case ValueChange.Remapped(var from, var to) -> moves.put(from, to);
        case ValueChange.Retired(var from, var to) ->
            to.ifPresentOrElse(t -> moves.put(from, t), () -> gone.add(from));
      }
    }
    lost(before.type(), after.type()).stream()
        .filter(l -> !moves.containsKey(l))
        .forEach(gone::add);
  }

  /** Whether values move, or a list loses some. */
  static boolean isNeeded(Change.ModifyColumn modify) {
    return !modify.values().isEmpty()
        || !lost(modify.before().type(), modify.after().type()).isEmpty();
  }

  /** Whether the newer list lacks labels of the older one. */
  static boolean losesLabels(Change.ModifyColumn modify) {
    return !lost(modify.before().type(), modify.after().type()).isEmpty();
  }

  /** Labels that no row may hold once the column has its newer list. */
  static List<String> lostLabels(Change.ModifyColumn modify) {
    return modify.before().type() instanceof DataType.InlineEnum
        ? lost(modify.before().type(), modify.after().type())
        : List.of();
  }

  static List<Step> steps(Situation s, Change.ModifyColumn modify) {
    return new RemapValues(s, modify).steps();
  }

  /** Labels of the older list that the newer one has not; none where one of them is no list. */
  private static List<String> lost(DataType before, DataType after) {
    List<String> old = labels(before);
    List<String> now = labels(after);
    return now.isEmpty() ? List.of() : old.stream().filter(l -> !now.contains(l)).toList();
  }

  private static List<String> labels(DataType type) {
    return switch (type) {
      case InlineEnum(var values) -> values;
      case InlineSet(var values) -> values;
      case Builtin ignored -> List.of();
      case DataType.Named ignored -> List.of();
      case DataType.Array ignored -> List.of();
    };
  }

  private List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    Column wide = before.withType(wide(before.type()));
    if (!wide.equals(before)) {
      steps.add(retyped("widen", before, wide));
    }
    if (!moves.isEmpty()) {
      steps.add(moved());
    }
    List<Guard> guards = guards();
    if (!wide.equals(after)) {
      Step change = ModifyColumnInPlace.modified(s, modify, wide);
      List<Guard> all = new ArrayList<>(guards);
      all.addAll(change.guards());
      steps.add(change.withGuards(all));
    } else if (!guards.isEmpty()) {
      steps.add(proof(guards));
    }
    return steps;
  }

  private Step retyped(String verb, Column from, Column to) {
    ColumnCost costs = new ColumnCost(s.capabilities());
    Table was = s.was(table);
    return Draft.of(
            "RemapValues", String.join(" ", verb, "column", to.name(), "of", table.toString()))
        .alter(table, costs.of(was, s.is(table), from, to), AddColumn.modifying(to))
        .undoBy(table, costs.of(was, s.is(table), to, from), AddColumn.modifying(from))
        .alters(Paths.column(table, to.name()))
        .step();
  }

  /** A type that holds the old values and the new ones. */
  private DataType wide(DataType type) {
    return switch (type) {
      case InlineEnum(var values) -> new InlineEnum(withTargets(values));
      case InlineSet(var values) -> new InlineSet(withTargets(values));
      case Builtin builtin -> wide(builtin);
      case DataType.Named named -> named;
      case DataType.Array array -> array;
    };
  }

  private List<String> withTargets(List<String> values) {
    List<String> all = new ArrayList<>(values);
    moves.values().stream().filter(t -> !all.contains(t)).distinct().forEach(all::add);
    return all;
  }

  private Builtin wide(Builtin type) {
    int longest = moves.values().stream().mapToInt(String::length).max().orElse(0);
    boolean text = Set.of("char", "varchar").contains(type.name());
    return text && longest > ColumnCost.length(type)
        ? new Builtin(type.name(), List.of(Integer.toString(longest)), type.modifiers())
        : type;
  }

  private Step moved() {
    return RowUpdate.draft(
            s,
            Draft.of("RemapValues", "rewrite values of ".concat(after.name())),
            table,
            List.of(new Statement.Assignment(after.name(), mapped(moves))),
            Optional.of(holding(moves.keySet())),
            List.of())
        .alters(Paths.column(table, after.name()))
        .requires(lookup(moves.values()))
        .releases(lookup(moves.keySet()))
        .undo(back())
        .step();
  }

  /** All at once, so that labels that change places do not run into each other. */
  private Expression mapped(Map<String, String> map) {
    Expression column = Conditions.column(after.name());
    if (before.type() instanceof InlineSet) {
      return SetLabels.replaced(column, map);
    }
    List<Expression.When> whens = new ArrayList<>();
    map.forEach((from, to) -> whens.add(new Expression.When(literal(from), literal(to))));
    return new Expression.Case(Optional.of(column), whens, Optional.of(column));
  }

  private Expression holding(Set<String> labels) {
    Expression column = Conditions.column(after.name());
    return before.type() instanceof InlineSet
        ? SetLabels.holdsAny(column, labels)
        : Conditions.labels(column, List.copyOf(labels));
  }

  /** The inverse is exact where every label came from one that held no rows of its own. */
  private Undo back() {
    Set<String> old = new LinkedHashSet<>(ActingWords.valueSet(s.before(), s.was(table), before));
    Map<String, String> inverse = new LinkedHashMap<>();
    boolean exact = true;
    for (Map.Entry<String, String> move : moves.entrySet()) {
      boolean fresh = !old.contains(move.getValue());
      boolean first = inverse.putIfAbsent(move.getValue(), move.getKey()) == null;
      exact &= fresh && first;
      if (!fresh) {
        inverse.remove(move.getValue());
      }
    }
    Optional<String> loses =
        exact ? Optional.empty() : Optional.of("which rows held the values that moved");
    if (inverse.isEmpty()) {
      return new Undo.Statements(List.of(), loses);
    }
    Statement update =
        new Statement.Update(
            table,
            KeptTimestamps.with(
                s, table, List.of(new Statement.Assignment(after.name(), mapped(inverse)))),
            Optional.of(holding(inverse.keySet())));
    return new Undo.Statements(List.of(update), loses);
  }

  private List<Guard> guards() {
    List<Guard> guards = new ArrayList<>();
    boolean list = before.type() instanceof InlineEnum && !labels(after.type()).isEmpty();
    if (list) {
      // An empty string is what the server once stored for a label that it did not know.
      guards.add(
          Conditions.noRow(
              "values-unused",
              after.name().concat(" holds other values"),
              table,
              Conditions.not(
                  Conditions.labels(Conditions.column(after.name()), labels(after.type())))));
    } else if (!gone.isEmpty()) {
      guards.add(
          Conditions.noRow(
              "values-unused",
              after.name().concat(" holds a value that goes"),
              table,
              holding(gone)));
    }
    return guards;
  }

  private Step proof(List<Guard> guards) {
    return Draft.of("RemapValues", "prove the values of ".concat(after.name()))
        .guard(guards)
        .effect(new Effect(List.of(), List.of(table), List.of(), Effect.Transaction.NONE))
        .alters(Paths.column(table, after.name()))
        .undo(new Undo.Nothing("a proof changes nothing"))
        .step();
  }

  /** Rows of the lookup table that hold the labels, where the column refers to one. */
  private List<ObjectPath> lookup(java.util.Collection<String> labels) {
    List<ObjectPath> paths = new ArrayList<>();
    for (Constraint.ForeignKey key : s.is(table).foreignKeys()) {
      if (key.columns().equals(List.of(after.name()))) {
        labels.forEach(l -> paths.add(Paths.value(key.referencedTable(), l)));
      }
    }
    return paths;
  }

  private static Expression literal(String label) {
    return new Expression.StringLiteral(label);
  }
}
