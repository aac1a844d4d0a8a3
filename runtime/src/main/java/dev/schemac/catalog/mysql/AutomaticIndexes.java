package dev.schemac.catalog.mysql;

import dev.schemac.model.Constraint;
import dev.schemac.model.Constraint.ForeignKey;
import dev.schemac.model.Index;
import dev.schemac.model.KeyPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The indexes that the server makes for foreign keys: one that bears the key's name, holds exactly
 * its columns and nothing else said, where no other key of the table would serve the foreign key,
 * and behind all other keys, where a table made anew gets the same one.
 */
final class AutomaticIndexes {
  private AutomaticIndexes() {}

  static List<Index> without(List<Index> indexes, List<Constraint> constraints) {
    List<Index> left = new ArrayList<>(indexes);
    String behind = null;
    for (Index index : indexes.reversed()) {
      if (!isPlain(index)) {
        continue; // The server lists those in front or behind, whatever their age.
      }
      // A table made anew gets its foreign keys last, in the order of their names.
      boolean last = behind == null || index.name().compareTo(behind) < 0;
      if (!last || !isAutomatic(index, indexes, constraints)) {
        break;
      }
      left.remove(index);
      behind = index.name();
    }
    return List.copyOf(left);
  }

  private static boolean isPlain(Index index) {
    return !index.unique()
        && !index.method().equals("fulltext")
        && index.parts().stream().allMatch(p -> p.columnName().isPresent());
  }

  private static boolean isAutomatic(
      Index index, List<Index> indexes, List<Constraint> constraints) {
    return constraints.stream()
        .filter(ForeignKey.class::isInstance)
        .map(ForeignKey.class::cast)
        .anyMatch(
            key ->
                isMadeFor(index, key)
                    && isLast(key, constraints)
                    && !isServedElsewhere(index, key, indexes, constraints));
  }

  /** Of several foreign keys with the same columns the last one's index is left. */
  private static boolean isLast(ForeignKey key, List<Constraint> constraints) {
    return constraints.stream()
        .filter(ForeignKey.class::isInstance)
        .map(ForeignKey.class::cast)
        .filter(other -> other.columns().equals(key.columns()))
        .noneMatch(other -> other.name().compareTo(key.name()) > 0);
  }

  private static boolean isMadeFor(Index index, ForeignKey key) {
    return index.name().equals(key.name()) && index.equals(plain(index.name(), key.columns()));
  }

  private static Index plain(String name, List<String> columns) {
    return new Index(
        name,
        false,
        "btree",
        columns.stream().map(KeyPart::column).toList(),
        List.of(),
        Optional.empty(),
        false,
        Optional.empty(),
        dev.schemac.model.Options.none());
  }

  private static boolean isServedElsewhere(
      Index index, ForeignKey key, List<Index> indexes, List<Constraint> constraints) {
    List<List<KeyPart>> others = new ArrayList<>();
    for (Index other : indexes) {
      if (other != index && other.method().equals("btree")) {
        others.add(other.parts());
      }
    }
    for (Constraint constraint : constraints) {
      if (constraint instanceof Constraint.PrimaryKey primary) {
        others.add(primary.parts());
      }
    }
    return others.stream().anyMatch(parts -> begins(parts, key.columns()));
  }

  private static boolean begins(List<KeyPart> parts, List<String> columns) {
    if (parts.size() < columns.size()) {
      return false;
    }
    for (int i = 0; i < columns.size(); i++) {
      KeyPart part = parts.get(i);
      boolean same =
          part.prefixLength().isEmpty() && part.columnName().equals(Optional.of(columns.get(i)));
      if (!same) {
        return false;
      }
    }
    return true;
  }
}
