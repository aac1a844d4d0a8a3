package dev.schemac.dialect.mysql;

import dev.schemac.ddl.TableAction;
import dev.schemac.diff.Change;
import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.KeyPart;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Table;
import java.util.List;
import java.util.Optional;

/**
 * The key that a new AUTO_INCREMENT column leads: the server wants both at once (error 1075), so
 * one statement makes the key and lets the column count.
 */
final class CounterKey {
  private CounterKey() {}

  /** The change that makes the key of a new counting column. */
  static Optional<Change> of(Situation s, QName table, String column) {
    return s.changesOf(table).stream().filter(c -> leads(parts(c), column)).findFirst();
  }

  /** Whether the change is made along with a new counting column. */
  static boolean isAbsorbed(Situation s, Change change, QName table) {
    for (Change other : s.changesOf(table)) {
      if (other instanceof Change.AddColumn(var ignored, var column, var words)
          && column.identity().isPresent()
          && of(s, table, column.name()).filter(c -> c == change).isPresent()) {
        return true;
      }
      if (other instanceof Change.ModifyColumn modify
          && ofModified(s, modify).filter(c -> c == change).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** The change that makes the key of a column which begins to count and leads none so far. */
  static Optional<Change> ofModified(Situation s, Change.ModifyColumn modify) {
    Column column = modify.after();
    boolean begins = modify.before().identity().isEmpty() && column.identity().isPresent();
    boolean inPlace = modify.conversion().isEmpty() && !ModifyColumn.replaces(s, modify);
    return begins && inPlace && !leadsKept(s, modify.table(), column.name())
        ? of(s, modify.table(), column.name())
        : Optional.empty();
  }

  /** The new keys of a column that goes on counting, without which it cannot lose this one. */
  static List<ObjectPath> successors(Situation s, QName table, KeyCover.Key key) {
    Optional<String> column = key.parts().getFirst().columnName().filter(c -> goesOn(s, table, c));
    return KeyCover.keys(s.is(table)).stream()
        .filter(k -> column.filter(c -> leads(k.parts(), c)).isPresent())
        .map(KeyCover.Key::path)
        .filter(p -> !p.equals(key.path()) && s.changes(p))
        .toList();
  }

  private static boolean goesOn(Situation s, QName table, String column) {
    return s.was(table).column(column).flatMap(Column::identity).isPresent()
        && s.is(table).column(column).flatMap(Column::identity).isPresent();
  }

  private static boolean leadsKept(Situation s, QName table, String column) {
    Table was = s.was(table);
    Table is = s.is(table);
    return was.indexes().stream()
            .anyMatch(i -> leads(i.parts(), column) && is.indexes().contains(i))
        || was.constraints().stream()
            .anyMatch(c -> leads(parts(c), column) && is.constraints().contains(c));
  }

  /** What the change does, as actions of one statement. */
  static List<TableAction> actions(Change change) {
    if (change instanceof Change.AddConstraint(var ignored, var key)) {
      return List.of(new TableAction.AddConstraint(key));
    }
    if (change instanceof Change.ModifyConstraint(var ignored, var before, var after)) {
      return List.of(new TableAction.DropConstraint(before), new TableAction.AddConstraint(after));
    }
    return change instanceof Change.AddIndex(var ignored, var index)
        ? List.of(new TableAction.AddIndex(index))
        : List.of();
  }

  /** The way back. */
  static List<TableAction> inverse(Change change) {
    if (change instanceof Change.AddConstraint(var ignored, var key)) {
      return List.of(new TableAction.DropConstraint(key));
    }
    if (change instanceof Change.ModifyConstraint(var ignored, var before, var after)) {
      return List.of(new TableAction.DropConstraint(after), new TableAction.AddConstraint(before));
    }
    return change instanceof Change.AddIndex(var ignored, var index)
        ? List.of(new TableAction.DropIndex(index.name()))
        : List.of();
  }

  private static boolean leads(List<KeyPart> parts, String column) {
    return !parts.isEmpty() && parts.getFirst().columnName().filter(column::equals).isPresent();
  }

  private static List<KeyPart> parts(Change change) {
    if (change instanceof Change.AddConstraint(var ignored, var constraint)) {
      return parts(constraint);
    }
    if (change instanceof Change.ModifyConstraint(var ignored, var before, var after)
        && after instanceof Constraint.PrimaryKey) {
      return parts(after);
    }
    return change instanceof Change.AddIndex(var ignored, var index) ? index.parts() : List.of();
  }

  private static List<KeyPart> parts(Constraint constraint) {
    return constraint instanceof Constraint.PrimaryKey key
        ? key.parts()
        : constraint instanceof Constraint.Unique unique ? unique.parts() : List.of();
  }
}
