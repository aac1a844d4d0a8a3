package dev.schemac.lint;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Severity;
import dev.schemac.diagnostic.Span;
import dev.schemac.diff.ActingWords;
import dev.schemac.diff.Change;
import dev.schemac.diff.Differ;
import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.DataType;
import dev.schemac.model.Evolution;
import dev.schemac.model.Expression;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.Partitioning;
import dev.schemac.model.Schema;
import dev.schemac.model.Table;
import dev.schemac.model.WholeTable;
import dev.schemac.plan.ChangedParents;
import dev.schemac.plan.PartitionKeyTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The words that a schema lacks for what PostgreSQL cannot alter, where losing data is accepted: a
 * table that is spread in another way or inherits something else is made anew, and a column gets
 * NULL for the values that no cast takes to its new type.
 *
 * @param words the schema's own and those
 * @param notes what is lost, by name
 */
public record AcceptedLoss(Evolution words, List<Diagnostic> notes) {
  public AcceptedLoss {
    notes = List.copyOf(notes);
  }

  /** What has to be lost on the way from one schema to the other. */
  public static AcceptedLoss of(Schema before, Schema after, Evolution words) {
    AcceptedLoss loss = new AcceptedLoss(words, List.of());
    if (!after.target().isPostgres()) {
      return loss;
    }
    for (Change change : Differ.diff(before, after, words)) {
      if (change instanceof Change.ModifyTable(Table was, Table now) && isSpreadAnew(was, now)) {
        loss = loss.madeAnew(now, "for it is spread in another way");
      } else if (change instanceof Change.ModifyTable(Table was, Table now)
          && (inheritsAnew(WholeTable.of(before, was), WholeTable.of(after, now))
              || ChangedParents.declareOtherwise(before, was, after, now))) {
        loss = loss.madeAnew(now, "for it inherits something else");
      } else if (change instanceof Change.ModifyColumn column
          && PartitionKeyTypes.changes(column, after)) {
        loss =
            loss.madeAnew(
                PartitionKeyTypes.root(column.table(), after),
                "for `" + column.after().name() + "` of its partition key gets another type");
      } else if (change instanceof Change.ModifyColumn column
          && column.before().isInherited() != column.after().isInherited()) {
        Table table = after.table(column.table()).orElseThrow();
        loss =
            loss.madeAnew(
                table,
                "for `"
                    + column.after().name()
                    + (column.after().isInherited()
                        ? "` is only inherited now"
                        : "` is its own now"));
      } else if (change instanceof Change.ModifyColumn column && hasNoWay(before, after, column)) {
        loss = loss.emptied(column);
      }
    }
    return loss.ofOtherOrder(before, after);
  }

  /** A table of a type has its columns in the type's order, which no table can change. */
  private AcceptedLoss ofOtherOrder(Schema before, Schema after) {
    AcceptedLoss loss = this;
    for (Table now : after.tables()) {
      Optional<Table> was = now.type().isEmpty() ? Optional.empty() : before.table(now.name());
      if (was.filter(t -> !isInOrder(names(t), names(now))).isPresent()) {
        loss = loss.madeAnew(now, "for its type has its columns in another order");
      }
    }
    return loss;
  }

  private static List<String> names(Table table) {
    return table.columns().stream().map(Column::name).toList();
  }

  /** Whether the columns that stay come first, as they are. */
  private static boolean isInOrder(List<String> was, List<String> now) {
    List<String> stand = new ArrayList<>(was);
    stand.retainAll(now);
    return stand.equals(now.subList(0, stand.size()));
  }

  private static boolean isSpreadAnew(Table was, Table now) {
    return !was.external()
        && !now.external()
        && !key(was.partitioning()).equals(key(now.partitioning()));
  }

  /** Columns and checks of other parents cannot be taken off or changed one by one. */
  private static boolean inheritsAnew(Table was, Table now) {
    return !was.parents().equals(now.parents())
        && !(types(was).equals(types(now)) && checks(was).equals(checks(now)));
  }

  private static Map<String, DataType> types(Table table) {
    Map<String, DataType> types = new HashMap<>();
    table.columns().forEach(c -> types.put(c.name(), c.type()));
    return types;
  }

  private static Set<Constraint> checks(Table table) {
    return table.constraints().stream()
        .filter(Constraint.Check.class::isInstance)
        .collect(Collectors.toSet());
  }

  private static List<Object> key(Optional<Partitioning> partitioning) {
    return partitioning.map(p -> List.<Object>of(p.strategy(), p.operands())).orElse(List.of());
  }

  private static boolean hasNoWay(Schema before, Schema after, Change.ModifyColumn change) {
    boolean plain =
        change.before().generated().isEmpty()
            && change.after().generated().isEmpty()
            && change.conversion().flatMap(Evolution.Conversion::using).isEmpty();
    if (!plain) {
      return false;
    }
    List<String> values =
        before
            .table(change.table())
            .map(t -> ActingWords.valueSet(before, t, change.before()))
            .orElse(List.of());
    return TypeChange.of(before, change.before(), after, change.after(), values)
        instanceof TypeChange.NeedsUsing;
  }

  private AcceptedLoss madeAnew(Table table, String why) {
    Map<ObjectPath, Evolution.Retirement> retirements = new HashMap<>(words.retirements());
    retirements.put(
        table.path(), new Evolution.Retirement(Evolution.Retirement.Condition.ALWAYS, List.of()));
    return with(
        new Evolution(words.renames(), retirements, words.conversions(), words.values()),
        Code.SC3001,
        "table `" + table.name() + "` is made anew, " + why + ": its rows go");
  }

  private AcceptedLoss emptied(Change.ModifyColumn change) {
    Map<ObjectPath, Evolution.Conversion> conversions = new HashMap<>(words.conversions());
    Optional<Evolution.Conversion> said = change.conversion();
    conversions.put(
        change.path(),
        new Evolution.Conversion(
            Optional.of(new Expression.NullLiteral()),
            said.flatMap(Evolution.Conversion::backfill),
            said.flatMap(Evolution.Conversion::narrowing)));
    return with(
        new Evolution(words.renames(), words.retirements(), conversions, words.values()),
        Code.SC3008,
        "`"
            + change.path().name()
            + "` loses its values: "
            + change.before().type()
            + " becomes "
            + change.after().type());
  }

  private AcceptedLoss with(Evolution more, Code code, String note) {
    List<Diagnostic> all = new ArrayList<>(notes);
    all.add(Diagnostic.of(code, Span.NONE, note).withSeverity(Severity.NOTE));
    return new AcceptedLoss(more, all);
  }
}
