package dev.schemac.diff;

import dev.schemac.model.Constraint;
import dev.schemac.model.Evolution;
import dev.schemac.model.Index;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import java.util.List;

/** The changes among a table's constraints and indexes. */
final class KeyDiffer {
  private final Evolution evolution;
  private final QName table;
  private final List<Change> changes;
  private Matching<Constraint> constraints;
  private Matching<Index> indexes;

  KeyDiffer(Evolution evolution, QName table, List<Change> changes) {
    this.evolution = evolution;
    this.table = table;
    this.changes = changes;
  }

  void matchConstraints(List<Constraint> old, List<Constraint> now) {
    constraints =
        Matching.of(
            old,
            now,
            new Matching.Traits<>(
                Constraint::name,
                c -> c.withName(""),
                c -> was(c.kind(), c.name()),
                (a, b) -> a.kind() == b.kind()));
  }

  void matchIndexes(List<Index> old, List<Index> now) {
    indexes =
        Matching.of(
            old,
            now,
            new Matching.Traits<>(
                Index::name,
                i -> i.withName(""),
                i -> was(ObjectKind.INDEX, i.name()),
                (a, b) -> true));
  }

  private String was(ObjectKind kind, String name) {
    QName old = evolution.renames().get(new ObjectPath(kind, table, name));
    return old == null ? null : old.name();
  }

  void renamed() {
    for (Matching.Pair<Constraint> pair : constraints.renamed()) {
      String name = pair.now().name();
      changes.add(new Change.RenameConstraint(table, pair.old(), pair.old().withName(name)));
    }
    for (Matching.Pair<Index> pair : indexes.renamed()) {
      String name = pair.now().name();
      changes.add(new Change.RenameIndex(table, pair.old(), pair.old().withName(name)));
    }
  }

  /** The old indexes under the names that they get. */
  List<Index> withNewNames(List<Index> old) {
    return old.stream()
        .map(
            i ->
                indexes.renamed().stream()
                    .filter(p -> p.old().equals(i))
                    .findFirst()
                    .map(p -> i.withName(p.now().name()))
                    .orElse(i))
        .toList();
  }

  /** Foreign keys go first, since they lean on the other keys. */
  void dropped() {
    for (Constraint gone : constraints.gone()) {
      if (gone instanceof Constraint.ForeignKey) {
        changes.add(new Change.DropConstraint(table, gone));
      }
    }
    for (Constraint gone : constraints.gone()) {
      if (!(gone instanceof Constraint.ForeignKey)) {
        changes.add(new Change.DropConstraint(table, gone));
      }
    }
    indexes.gone().forEach(i -> changes.add(new Change.DropIndex(table, i)));
  }

  void modifiedAndAdded() {
    for (Matching.Pair<Constraint> pair : constraints.modified()) {
      Constraint old = pair.old().withName(pair.now().name());
      changes.add(new Change.ModifyConstraint(table, old, pair.now()));
    }
    constraints.added().forEach(c -> changes.add(new Change.AddConstraint(table, c)));
    for (Matching.Pair<Index> pair : indexes.modified()) {
      Index old = pair.old().withName(pair.now().name());
      changes.add(new Change.ModifyIndex(table, old, pair.now()));
    }
    indexes.added().forEach(i -> changes.add(new Change.AddIndex(table, i)));
  }
}
