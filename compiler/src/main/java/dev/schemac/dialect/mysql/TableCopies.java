package dev.schemac.dialect.mysql;

import dev.schemac.diff.Change;
import dev.schemac.model.Constraint.ForeignKey;
import dev.schemac.model.KeyPart;
import dev.schemac.model.QName;
import dev.schemac.model.Table;
import dev.schemac.plan.Lowered;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which tables an online plan changes in a copy, since the server would keep writers waiting for
 * its own: each that needs it, together with those at the other end of a foreign key over columns
 * that change on both sides or lose the key that it leans on. Such a group takes its new shape
 * within a moment.
 */
final class TableCopies {
  private final Situation s;
  private final Map<QName, Boolean> eligible = new HashMap<>();
  private final Map<QName, List<Situation.ReferringKey>> referringAfter = new HashMap<>();
  private final Map<QName, CopyTables> groups = new LinkedHashMap<>();

  private TableCopies(Situation s) {
    this.s = s;
    for (Table table : s.after().tables()) {
      for (ForeignKey key : table.foreignKeys()) {
        referringAfter
            .computeIfAbsent(key.referencedTable(), t -> new ArrayList<>())
            .add(new Situation.ReferringKey(table.name(), key));
      }
    }
  }

  /** The group of each table that is copied. */
  static Map<QName, CopyTables> of(Situation s) {
    TableCopies copies = new TableCopies(s);
    if (s.copiesTables()) {
      s.changedTables().forEach(copies::add);
    }
    return copies.groups;
  }

  static boolean isOwnForeignKey(Change change) {
    return switch (change) {
      case Change.AddConstraint(var table, ForeignKey key) -> true;
      case Change.DropConstraint(var table, ForeignKey key) -> true;
      case Change.RenameConstraint(var table, ForeignKey key, var now) -> true;
      case Change.ModifyConstraint(var table, var old, ForeignKey key) -> true;
      case Change ignored -> false;
    };
  }

  private void add(QName table) {
    if (groups.containsKey(table) || !isEligible(table) || !blocks(table)) {
      return;
    }
    Optional<List<QName>> together = together(table).flatMap(this::inOrder);
    together.ifPresent(
        tables -> {
          CopyTables group = new CopyTables(s, tables.stream().map(this::copied).toList());
          tables.forEach(t -> groups.put(t, group));
        });
  }

  private CopiedTable copied(QName table) {
    return CopiedTable.of(
        s,
        table,
        referringAfter.getOrDefault(table, List.of()).stream()
            .filter(r -> s.tableBefore(r.table()).isEmpty())
            .flatMap(r -> r.key().referencedColumns().stream())
            .distinct()
            .toList());
  }

  private boolean isEligible(QName table) {
    return eligible.computeIfAbsent(table, t -> obstacle(t).isEmpty());
  }

  private boolean blocks(QName table) {
    List<Change> changes = s.changesOf(table).stream().filter(AtOnce::isPart).toList();
    Optional<AtOnce> atOnce = s.atOnce(table);
    if (atOnce.isPresent()) {
      return blocks(AlterTableAtOnce.lower(s, atOnce.get()));
    }
    return changes.stream()
        .filter(c -> !LateDrop.waits(s, c))
        .anyMatch(c -> blocks(MySqlPatterns.alone(s, c)));
  }

  private boolean blocks(Lowered lowered) {
    return new OnlineCopies(s).of(lowered.steps()).stream().anyMatch(BlockingSteps::blocks);
  }

  private Optional<String> obstacle(QName table) {
    return TableCopyEligibility.obstacle(s, table)
        .or(
            () ->
                keepsGoing(table)
                    ? Optional.empty()
                    : Optional.of("has a changed key that a table refers to which goes"));
  }

  /** Foreign keys of tables that go later lead to the copy until then, as they are. */
  private boolean keepsGoing(QName table) {
    return s.referringTo(table).stream()
        .filter(r -> s.after().table(r.table()).isEmpty())
        .allMatch(
            r ->
                r.key().referencedColumns().stream()
                        .noneMatch(c -> s.changes(Paths.column(table, c)))
                    && !KeyCover.referable(s.is(table), r.key()).isEmpty());
  }

  /** Why a table is not copied whose changes keep writers waiting. */
  static String obstacle(Situation s, QName table) {
    TableCopies copies = new TableCopies(s);
    return copies
        .obstacle(table)
        .or(() -> copies.otherObstacle(table))
        .orElse(
            s.changesOf(table).stream().anyMatch(c -> LateDrop.waits(s, c))
                ? "loses a column after the deploy, which happens to the table itself"
                : "is in a circle of cascades, or bound to tables that are copied for themselves");
  }

  private Optional<String> otherObstacle(QName table) {
    Set<QName> found = new LinkedHashSet<>(List.of(table));
    Deque<QName> open = new ArrayDeque<>(found);
    while (!open.isEmpty()) {
      QName next = open.poll();
      Optional<String> obstacle = obstacle(next);
      if (obstacle.isPresent()) {
        return obstacle.map(
            o -> String.join(" ", "goes together with", next.toString().concat(","), "which", o));
      }
      bound(next).stream().filter(found::add).forEach(open::add);
    }
    return Optional.empty();
  }

  /** Tables whose foreign keys to this one come, go or change. */
  private List<QName> rebound(QName table) {
    List<Situation.ReferringKey> before = s.referringTo(table);
    List<Situation.ReferringKey> after = referringAfter.getOrDefault(table, List.of());
    return Stream.concat(before.stream(), after.stream())
        .filter(r -> !before.contains(r) || !after.contains(r))
        .map(Situation.ReferringKey::table)
        .filter(t -> s.tableBefore(t).isPresent() && s.after().table(t).isPresent())
        .toList();
  }

  /** A table and all that has to take its new shape at the same moment. */
  private Optional<List<QName>> together(QName table) {
    Set<QName> found = new LinkedHashSet<>(List.of(table));
    Deque<QName> open = new ArrayDeque<>(found);
    while (!open.isEmpty()) {
      QName next = open.poll();
      for (QName other : bound(next)) {
        if (groups.containsKey(other) || !isEligible(other)) {
          return Optional.empty();
        }
        if (found.add(other)) {
          open.add(other);
        }
      }
    }
    return Optional.of(List.copyOf(found));
  }

  /** Tables at the other end of a foreign key that changes, there or here, or has to make room. */
  private List<QName> bound(QName table) {
    List<QName> bound = new ArrayList<>(rebound(table));
    for (ForeignKey key : s.was(table).foreignKeys()) {
      if (touches(key.referencedTable(), key.referencedColumns())) {
        bound.add(key.referencedTable());
      }
    }
    for (Situation.ReferringKey each : s.referringTo(table)) {
      if (touches(each.table(), each.key().columns())) {
        bound.add(each.table());
      }
    }
    return bound.stream().filter(t -> !t.equals(table)).toList();
  }

  private boolean touches(QName table, List<String> columns) {
    return s.changesOf(table).stream()
        .anyMatch(
            c ->
                switch (c) {
                  case Change.ModifyColumn modify -> columns.contains(modify.after().name());
                  case Change.RenameColumn rename -> columns.contains(rename.to());
                  case Change.ModifyTable ignored -> true;
                  case Change.DropConstraint(var t, var gone) ->
                      KeyCover.of(t, gone).filter(k -> isOver(k.parts(), columns)).isPresent();
                  case Change.ModifyConstraint(var t, var old, var now) ->
                      KeyCover.of(t, old).filter(k -> isOver(k.parts(), columns)).isPresent();
                  case Change.DropIndex(var t, var gone) -> isOver(gone.parts(), columns);
                  case Change.ModifyIndex(var t, var old, var now) -> isOver(old.parts(), columns);
                  case Change ignored -> false;
                });
  }

  private static boolean isOver(List<KeyPart> parts, List<String> columns) {
    return ColumnUse.ofKey(parts).stream().anyMatch(columns::contains);
  }

  /** Tables behind those that they refer to; nothing where a cascade goes round in a circle. */
  private Optional<List<QName>> inOrder(List<QName> tables) {
    List<QName> ordered = new ArrayList<>();
    Set<QName> open = new LinkedHashSet<>();
    for (QName table : tables) {
      if (!place(table, Set.copyOf(tables), open, ordered)) {
        return Optional.empty();
      }
    }
    return Optional.of(ordered);
  }

  private boolean place(QName table, Set<QName> of, Set<QName> open, List<QName> ordered) {
    if (ordered.contains(table) || !open.add(table)) {
      return true;
    }
    for (ForeignKey key : s.is(table).foreignKeys()) {
      QName other = key.referencedTable();
      boolean circle = open.contains(other) && !other.equals(table);
      if (circle && Cascades.writes(key)
          || of.contains(other) && !place(other, of, open, ordered)) {
        return false;
      }
    }
    open.remove(table);
    return ordered.add(table);
  }
}
