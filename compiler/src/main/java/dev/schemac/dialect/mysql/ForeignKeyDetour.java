package dev.schemac.dialect.mysql;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.diff.Change;
import dev.schemac.model.Constraint;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.plan.Phase;
import dev.schemac.plan.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Foreign keys that stand in the way of a change go before it and come back behind it, once, with
 * the first change that they stand in the way of. The server refuses to change a column's type on
 * either side of one (error 3780) and to drop the index that one needs (error 1553), whatever
 * {@code foreign_key_checks} says.
 */
final class ForeignKeyDetour {
  private ForeignKeyDetour() {}

  /** Around the drop of a key that foreign keys need, of the same table or to it. */
  static List<Step> around(
      Situation s, Change change, QName table, ObjectPath key, List<Step> steps) {
    Map<ObjectPath, Situation.ReferringKey> found = new LinkedHashMap<>();
    for (Constraint.ForeignKey foreign : KeyCover.leftAlone(s, table, key)) {
      found.put(Paths.constraint(table, foreign), new Situation.ReferringKey(table, foreign));
    }
    for (Situation.ReferringKey each : KeyCover.leftBehind(s, table, key)) {
      found.put(Paths.constraint(each.table(), each.key()), each);
    }
    return around(s, change, found, steps);
  }

  /** Around a change of columns on either side of foreign keys. */
  static List<Step> aroundColumn(
      Situation s, Change change, QName table, String column, List<Step> steps) {
    Map<ObjectPath, Situation.ReferringKey> found = new LinkedHashMap<>();
    for (Situation.ReferringKey each : usersOf(s, table, column)) {
      found.put(Paths.constraint(each.table(), each.key()), each);
    }
    return around(s, change, found, steps);
  }

  /** Around a change of the key that foreign keys refer to. */
  static List<Step> aroundReferenced(Situation s, Change change, QName table, List<Step> steps) {
    Map<ObjectPath, Situation.ReferringKey> found = new LinkedHashMap<>();
    for (Situation.ReferringKey each : s.referringTo(table)) {
      found.put(Paths.constraint(each.table(), each.key()), each);
    }
    return around(s, change, found, steps);
  }

  /** Foreign keys that have the column on one of their sides. */
  static List<Situation.ReferringKey> usersOf(Situation s, QName table, String column) {
    List<Situation.ReferringKey> users = new ArrayList<>();
    for (Constraint.ForeignKey key : s.was(table).foreignKeys()) {
      if (key.columns().contains(column)) {
        users.add(new Situation.ReferringKey(table, key));
      }
    }
    for (Situation.ReferringKey each : s.referringTo(table)) {
      if (each.key().referencedColumns().contains(column)) {
        users.add(each);
      }
    }
    return users;
  }

  private static List<Step> around(
      Situation s, Change change, Map<ObjectPath, Situation.ReferringKey> found, List<Step> steps) {
    List<Step> all = new ArrayList<>();
    List<Step> behind = new ArrayList<>();
    found.forEach(
        (path, each) -> {
          boolean stays = s.after().table(each.table()).isPresent() && !s.changes(path);
          boolean done = steps.stream().anyMatch(step -> drops(step, each));
          if (stays && !done && Interference.first(s, each).filter(c -> c == change).isPresent()) {
            all.add(DropForeignKey.step(s, each.table(), each.key(), Phase.EXPAND));
            behind.addAll(AddForeignKey.steps(s, each.table(), each.key()));
          }
        });
    all.addAll(steps);
    all.addAll(behind);
    return all;
  }

  private static boolean drops(Step step, Situation.ReferringKey key) {
    return step.statements().stream()
        .anyMatch(
            s ->
                s instanceof Statement.AlterTable(var table, var actions, var ignored)
                    && table.equals(key.table())
                    && actions.contains(new TableAction.DropConstraint(key.key())));
  }
}
