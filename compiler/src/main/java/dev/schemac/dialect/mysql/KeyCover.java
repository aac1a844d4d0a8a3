package dev.schemac.dialect.mysql;

import dev.schemac.model.Constraint;
import dev.schemac.model.Index;
import dev.schemac.model.KeyPart;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which keys serve a foreign key. Its columns must be the first of an index; where no index of the
 * table begins with them the server makes one of its own, called like the constraint, and drops it
 * without a word once another index serves (manual, "FOREIGN KEY Constraints"; measured).
 */
final class KeyCover {
  private KeyCover() {}

  /** A key by identity and operands. */
  record Key(ObjectPath path, List<KeyPart> parts, boolean plain) {}

  static List<Key> keys(Table table) {
    List<Key> keys = new ArrayList<>();
    for (Constraint constraint : table.constraints()) {
      of(table.name(), constraint).ifPresent(keys::add);
    }
    table.indexes().forEach(i -> keys.add(of(table.name(), i)));
    return keys;
  }

  static Key of(QName table, Index index) {
    boolean plain = !index.method().equals("fulltext") && !index.method().equals("spatial");
    return new Key(Paths.index(table, index.name()), index.parts(), plain);
  }

  static Optional<Key> of(QName table, Constraint constraint) {
    ObjectPath path = Paths.constraint(table, constraint);
    return switch (constraint) {
      case Constraint.PrimaryKey k -> Optional.of(new Key(path, k.parts(), true));
      case Constraint.Unique k -> Optional.of(new Key(path, k.parts(), true));
      case Constraint.Check ignored -> Optional.empty();
      case Constraint.ForeignKey ignored -> Optional.empty();
      case Constraint.Exclusion ignored -> Optional.empty();
    };
  }

  /** Whether the key begins with the foreign key's columns. */
  static boolean serves(Key key, Constraint.ForeignKey foreign) {
    return begins(key, foreign.columns());
  }

  private static boolean begins(Key key, List<String> columns) {
    if (!key.plain() || key.parts().size() < columns.size()) {
      return false;
    }
    for (int i = 0; i < columns.size(); i++) {
      KeyPart part = key.parts().get(i);
      boolean same = part.columnName().filter(columns.get(i)::equals).isPresent();
      if (!same || part.prefixLength().isPresent()) {
        return false;
      }
    }
    return true;
  }

  /** Whether some declared key of the table serves. */
  static boolean isServed(Table table, Constraint.ForeignKey foreign) {
    return keys(table).stream().anyMatch(k -> serves(k, foreign));
  }

  /** Keys of a table that a foreign key may refer to, unique or not. */
  static List<ObjectPath> referable(Table table, Constraint.ForeignKey foreign) {
    return keys(table).stream()
        .filter(k -> begins(k, foreign.referencedColumns()))
        .map(Key::path)
        .toList();
  }

  /** Keys of the newer table that serve and that this plan makes. */
  static List<ObjectPath> madeFor(Situation s, QName table, Constraint.ForeignKey foreign) {
    return keys(s.is(table)).stream()
        .filter(k -> serves(k, foreign))
        .map(Key::path)
        .filter(s::changes)
        .toList();
  }

  /**
   * Foreign keys that stay as they are and would be left without an index once the key is gone,
   * because no other key that stays as it is serves them.
   */
  static List<Constraint.ForeignKey> leftAlone(Situation s, QName table, ObjectPath key) {
    Table was = s.was(table);
    return was.foreignKeys().stream()
        .filter(f -> !s.changes(Paths.constraint(table, f)))
        .filter(f -> keys(was).stream().anyMatch(k -> k.path().equals(key) && serves(k, f)))
        .filter(
            f ->
                keys(was).stream()
                    .noneMatch(k -> !k.path().equals(key) && serves(k, f) && !s.changes(k.path())))
        .toList();
  }

  /**
   * Foreign keys that stay as they are and would refer to columns without a key once this one is
   * gone, because no other key that stays as it is begins with them.
   */
  static List<Situation.ReferringKey> leftBehind(Situation s, QName table, ObjectPath key) {
    List<Key> keys = keys(s.was(table));
    return s.referringTo(table).stream()
        .filter(r -> !s.changes(Paths.constraint(r.table(), r.key())))
        .filter(
            r ->
                keys.stream()
                    .anyMatch(k -> k.path().equals(key) && begins(k, r.key().referencedColumns())))
        .filter(
            r ->
                keys.stream()
                    .noneMatch(
                        k ->
                            !k.path().equals(key)
                                && begins(k, r.key().referencedColumns())
                                && !s.changes(k.path())))
        .toList();
  }
}
