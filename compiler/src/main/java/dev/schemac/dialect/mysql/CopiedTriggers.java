package dev.schemac.dialect.mysql;

import dev.schemac.ddl.Statement;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The triggers that users have on a table that is copied. The copy has them from before the swap
 * under names of the plan's own, as those of triggers are the database's, and they let a row pass
 * that comes from the table, whose own triggers have seen it. Behind the swap they get their names
 * while the table is locked.
 *
 * @param mirror name of the triggers that keep the copy equal
 * @param before in the order in which the server runs them
 * @param after likewise
 * @param freed those of other tables whose names these take over
 */
record CopiedTriggers(
    String mirror, List<Trigger> before, List<Trigger> after, List<ObjectPath> freed) {
  static CopiedTriggers of(Situation s, QName table) {
    List<Trigger> after = of(s.after(), table);
    return new CopiedTriggers(
        FreeName.ofTrigger(table.name()),
        of(s.before(), table),
        after,
        after.stream().flatMap(t -> CreateObject.freedTriggers(s, t).stream()).toList());
  }

  private static List<Trigger> of(Schema schema, QName table) {
    List<Trigger> ordered = new ArrayList<>();
    for (Trigger trigger : schema.all(Trigger.class)) {
      if (trigger.table().equals(table) && !ordered.contains(trigger)) {
        ordered.addAll(TriggerRow.row(trigger, schema));
      }
    }
    return ordered;
  }

  /** Whether all texts can be taken apart. */
  boolean areKnown() {
    return before.stream().allMatch(TriggerText::isKnown)
        && after.stream().allMatch(TriggerText::isKnown);
  }

  boolean isEmpty() {
    return before.isEmpty() && after.isEmpty();
  }

  /** Where the copy has been filled. */
  List<Statement> onCopy(QName copy) {
    return standIns(copy).<Statement>map(Statement.Create::new).toList();
  }

  List<Statement> offCopy(QName copy) {
    return standIns(copy).toList().reversed().stream().<Statement>map(Statement.Drop::new).toList();
  }

  private Stream<Trigger> standIns(QName table) {
    return after.stream().map(t -> standIn(t, table));
  }

  private Trigger standIn(Trigger trigger, QName table) {
    return TriggerText.standingIn(
        trigger, table, FreeName.ofTrigger(trigger.name().concat("_new")), mirror);
  }

  /** What remains of the table lets go of its triggers. */
  List<Statement> left() {
    return before.reversed().stream().<Statement>map(Statement.Drop::new).toList();
  }

  /** It has them again before it takes its name back. */
  List<Statement> taken(QName old) {
    return before.stream()
        .<Statement>map(t -> new Statement.Create(TriggerText.on(t, old)))
        .toList();
  }

  /** The triggers under their own names. */
  List<Statement> named(QName table) {
    List<Statement> all = new ArrayList<>();
    all.add(new Statement.LockTables(List.of(table), "write"));
    all.addAll(offCopy(table));
    after.forEach(t -> all.add(new Statement.Create(t)));
    all.add(new Statement.UnlockTables());
    return all;
  }

  List<Statement> unnamed(QName table) {
    List<Statement> all = new ArrayList<>();
    all.add(new Statement.LockTables(List.of(table), "write"));
    after.reversed().forEach(t -> all.add(new Statement.Drop(t)));
    all.addAll(onCopy(table));
    all.add(new Statement.UnlockTables());
    return all;
  }

  List<ObjectPath> paths() {
    return Stream.concat(after.stream().map(Trigger::path), freed.stream()).toList();
  }
}
