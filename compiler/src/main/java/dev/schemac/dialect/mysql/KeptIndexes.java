package dev.schemac.dialect.mysql;

import dev.schemac.ddl.TableAction;
import dev.schemac.diff.Change;
import dev.schemac.model.Constraint;
import dev.schemac.model.Index;
import dev.schemac.model.KeyPart;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The server drops an index that it made for a foreign key once a new key begins with the same
 * columns, and nothing shows which indexes it made. A rename to its own name makes one the table's
 * own, at no cost and in its place (measured).
 */
final class KeptIndexes {
  private KeptIndexes() {}

  /** What is said of older indexes in the statement that makes a key. */
  static List<TableAction> beside(Situation s, QName table, ObjectPath key, List<KeyPart> parts) {
    List<TableAction> actions = new ArrayList<>();
    if (s.tableBefore(table).isEmpty()) {
      return actions;
    }
    for (Index index : s.was(table).indexes()) {
      if (begins(parts, index) && !Paths.index(table, index.name()).equals(key)) {
        if (absorber(s, table, index).filter(key::equals).isPresent()) {
          actions.add(new TableAction.DropIndex(index.name()));
        } else if (s.is(table).indexes().contains(index) && staysInPlace(s, table, index)) {
          actions.add(new TableAction.RenameIndex(index.name(), index.name()));
        }
      }
    }
    return actions;
  }

  private static boolean staysInPlace(Situation s, QName table, Index index) {
    return index.parts().stream()
        .allMatch(
            p -> p.columnName().filter(c -> ReorderTable.staysInPlace(s, table, c)).isPresent());
  }

  /**
   * Older indexes that change and would be taken for superfluous: they go before the key is made.
   */
  static List<ObjectPath> goingBefore(
      Situation s, QName table, ObjectPath key, List<KeyPart> parts) {
    if (s.tableBefore(table).isEmpty()) {
      return List.of();
    }
    return s.changesOf(table).stream()
        .filter(Change.ModifyIndex.class::isInstance)
        .map(Change.ModifyIndex.class::cast)
        .map(Change.ModifyIndex::before)
        .filter(i -> begins(parts, i))
        .map(i -> Paths.index(table, i.name()))
        .filter(path -> !path.equals(key))
        .toList();
  }

  /** The new key that takes the place of an index that goes: both in one statement. */
  static Optional<ObjectPath> absorber(Situation s, QName table, Index dropped) {
    boolean goes =
        s.changesOf(table).stream()
            .anyMatch(c -> c instanceof Change.DropIndex(var ignored, var i) && i.equals(dropped));
    if (!goes) {
      return Optional.empty();
    }
    for (Change change : s.changesOf(table)) {
      if (change instanceof Change.AddIndex(var ignored, var index)
          && begins(index.parts(), dropped)) {
        return Optional.of(Paths.index(table, index.name()));
      }
      if (change instanceof Change.AddConstraint(var ignored, Constraint.Unique key)
          && begins(key.parts(), dropped)) {
        return Optional.of(Paths.constraint(table, key));
      }
    }
    return Optional.empty();
  }

  /** Whether the index is a plain one whose columns are the key's first. */
  static boolean begins(List<KeyPart> parts, Index index) {
    if (index.unique() || !index.method().equals("btree") || index.parts().size() > parts.size()) {
      return false;
    }
    for (int i = 0; i < index.parts().size(); i++) {
      KeyPart own = index.parts().get(i);
      KeyPart other = parts.get(i);
      boolean same =
          own.columnName().isPresent()
              && own.columnName().equals(other.columnName())
              && own.prefixLength().isEmpty();
      if (!same) {
        return false;
      }
    }
    return true;
  }
}
