package dev.schemac.dialect.mysql;

import dev.schemac.model.Constraint;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Foreign keys share their names within a database, and on MySQL checks (errors 1826 and 3822): one
 * that takes the name of another table's comes once that is gone.
 */
final class FreedNames {
  private FreedNames() {}

  /** The constraints of other tables whose name this one takes over. */
  static List<ObjectPath> of(Situation s, QName table, Constraint constraint) {
    boolean shared =
        constraint.kind() == ObjectKind.FOREIGN_KEY
            || constraint.kind() == ObjectKind.CHECK && !s.capabilities().isMariaDb();
    if (!shared) {
      return List.of();
    }
    List<ObjectPath> freed = new ArrayList<>();
    for (Situation.NamedConstraint other : s.named(constraint.kind(), constraint.name())) {
      boolean elsewhere =
          !other.table().equals(table) && other.table().namespace().equals(table.namespace());
      Optional<Constraint> stays =
          s.after().table(other.table()).flatMap(t -> t.constraint(other.name()));
      if (elsewhere && stays.isEmpty()) {
        freed.add(new ObjectPath(constraint.kind(), other.table(), other.name()));
      }
    }
    return freed;
  }

  /** All that a new table takes over. */
  static List<ObjectPath> ofChecks(Situation s, Table table) {
    List<ObjectPath> freed = new ArrayList<>();
    for (Constraint constraint : table.constraints()) {
      if (constraint.kind() == ObjectKind.CHECK) {
        freed.addAll(of(s, table.name(), constraint));
      }
    }
    return freed;
  }

  /**
   * The checks of a table whose names other tables take that change too: two tables may take each
   * other's, so that the names have to be free before either changes.
   */
  static List<Constraint.Check> givenAway(Situation s, QName table) {
    List<Constraint.Check> given = new ArrayList<>();
    if (s.capabilities().isMariaDb()) {
      return given;
    }
    for (Constraint constraint : s.was(table).constraints()) {
      if (constraint instanceof Constraint.Check check
          && s.is(table).constraint(check.name()).isEmpty()
          && s.changedTables().stream().anyMatch(t -> takes(s, t, table, check))) {
        given.add(check);
      }
    }
    return given;
  }

  private static boolean takes(Situation s, QName taker, QName giver, Constraint.Check check) {
    return !taker.equals(giver)
        && taker.namespace().equals(giver.namespace())
        && s.tableBefore(taker).isPresent()
        && s.after().table(taker).stream()
            .flatMap(t -> t.constraints().stream())
            .anyMatch(
                c ->
                    c.kind() == ObjectKind.CHECK
                        && key(c.kind(), c.name()).equals(key(check.kind(), check.name())));
  }

  static String key(ObjectKind kind, String name) {
    return kind.word().concat(" ").concat(name.toLowerCase(Locale.ROOT));
  }
}
