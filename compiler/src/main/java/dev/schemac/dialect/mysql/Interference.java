package dev.schemac.dialect.mysql;

import dev.schemac.diff.Change;
import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.KeyPart;
import dev.schemac.model.QName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Which change of the plan a thing that stays as it is stands in the way of first. */
final class Interference {
  private Interference() {}

  /** The first change that the foreign key has to make room for. */
  static Optional<Change> first(Situation s, Situation.ReferringKey each) {
    Optional<Change> own = find(s, each.table(), c -> disturbs(s, c, each));
    if (each.table().equals(each.key().referencedTable())) {
      return own;
    }
    return own.or(() -> find(s, each.key().referencedTable(), c -> disturbs(s, c, each)));
  }

  /** The first change of the table for which a column's dependant has to make room. */
  static Optional<Change> first(Situation s, QName table, Set<String> columns, boolean renames) {
    return find(
        s,
        table,
        c ->
            switch (c) {
              case Change.RenameColumn(var ignored, var from, var to) ->
                  renames && columns.contains(to);
              case Change.ModifyColumn modify ->
                  columns.contains(modify.after().name()) && ModifyColumn.replaces(s, modify);
              case Change.AddColumn ignored -> false;
              case Change.DropColumn ignored -> false;
              case Change.AddObject ignored -> false;
              case Change.DropObject ignored -> false;
              case Change.RenameObject ignored -> false;
              case Change.ModifyObject ignored -> false;
              case Change.ModifyTable ignored -> false;
              case Change.AddConstraint ignored -> false;
              case Change.DropConstraint ignored -> false;
              case Change.RenameConstraint ignored -> false;
              case Change.ModifyConstraint ignored -> false;
              case Change.AddIndex ignored -> false;
              case Change.DropIndex ignored -> false;
              case Change.RenameIndex ignored -> false;
              case Change.ModifyIndex ignored -> false;
            });
  }

  private static Optional<Change> find(Situation s, QName table, Predicate<Change> predicate) {
    return s.changesOf(table).stream().filter(predicate).findFirst();
  }

  private static boolean disturbs(Situation s, Change change, Situation.ReferringKey each) {
    return switch (change) {
      case Change.ModifyColumn modify ->
          uses(each, modify.table(), modify.after().name())
              && ModifyColumn.needsForeignKeysGone(s, modify);
      case Change.DropIndex(var table, var index) ->
          leavesAlone(s, table, KeyCover.of(table, index), each);
      case Change.ModifyIndex(var table, var before, var ignored) ->
          leavesAlone(s, table, KeyCover.of(table, before), each);
      case Change.DropConstraint(var table, var constraint) -> key(s, table, constraint, each);
      case Change.ModifyConstraint(var table, var before, var ignored) ->
          key(s, table, before, each);
      case Change.AddObject ignored -> false;
      case Change.DropObject ignored -> false;
      case Change.RenameObject ignored -> false;
      case Change.ModifyObject ignored -> false;
      case Change.ModifyTable ignored -> false;
      case Change.AddColumn ignored -> false;
      case Change.DropColumn ignored -> false;
      case Change.RenameColumn ignored -> false;
      case Change.AddConstraint ignored -> false;
      case Change.RenameConstraint ignored -> false;
      case Change.AddIndex ignored -> false;
      case Change.RenameIndex ignored -> false;
    };
  }

  private static boolean key(
      Situation s, QName table, Constraint constraint, Situation.ReferringKey each) {
    boolean referenced =
        constraint instanceof Constraint.PrimaryKey && each.key().referencedTable().equals(table);
    return referenced
        || KeyCover.of(table, constraint).filter(k -> leavesAlone(s, table, k, each)).isPresent();
  }

  private static boolean leavesAlone(
      Situation s, QName table, KeyCover.Key key, Situation.ReferringKey each) {
    boolean own =
        each.table().equals(table) && KeyCover.leftAlone(s, table, key.path()).contains(each.key());
    return own
        || each.key().referencedTable().equals(table)
            && KeyCover.leftBehind(s, table, key.path()).contains(each);
  }

  private static boolean uses(Situation.ReferringKey each, QName table, String column) {
    boolean child = each.table().equals(table) && each.key().columns().contains(column);
    boolean parent =
        each.key().referencedTable().equals(table)
            && each.key().referencedColumns().contains(column);
    return child || parent;
  }

  /** Whether a key names the column, in an expression too. */
  static boolean names(List<KeyPart> parts, String column) {
    return parts.stream().anyMatch(p -> ColumnUse.columns(p.expression()).contains(column));
  }

  /** Whether a generated column reads the column. */
  static boolean reads(Column generated, String column) {
    return generated
        .generated()
        .filter(g -> ColumnUse.columns(g.expression()).contains(column))
        .isPresent();
  }
}
