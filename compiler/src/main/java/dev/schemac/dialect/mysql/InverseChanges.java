package dev.schemac.dialect.mysql;

import dev.schemac.diff.Change;
import java.util.List;
import java.util.Optional;

/** The changes of one table taken back, so that what the way back costs is known too. */
final class InverseChanges {
  private InverseChanges() {}

  static List<Change> of(List<Change> changes) {
    return changes.stream().map(InverseChanges::of).toList();
  }

  private static Change of(Change change) {
    return switch (change) {
      case Change.ModifyTable(var before, var after) -> new Change.ModifyTable(after, before);
      case Change.AddColumn(var table, var column, var ignored) ->
          new Change.DropColumn(table, column, Optional.empty());
      case Change.DropColumn(var table, var column, var ignored) ->
          new Change.AddColumn(table, DropColumn.arriving(column), Optional.empty());
      case Change.RenameColumn(var table, var from, var to) ->
          new Change.RenameColumn(table, to, from);
      case Change.ModifyColumn(var table, var before, var after, var how, var values) ->
          new Change.ModifyColumn(table, after, before, Optional.empty(), List.of());
      case Change.AddConstraint(var table, var c) -> new Change.DropConstraint(table, c);
      case Change.DropConstraint(var table, var c) -> new Change.AddConstraint(table, c);
      case Change.RenameConstraint(var table, var c, var now) ->
          new Change.RenameConstraint(table, now, c);
      case Change.ModifyConstraint(var table, var c, var now) ->
          new Change.ModifyConstraint(table, now, c);
      case Change.AddIndex(var table, var index) -> new Change.DropIndex(table, index);
      case Change.DropIndex(var table, var index) -> new Change.AddIndex(table, index);
      case Change.RenameIndex(var table, var before, var after) ->
          new Change.RenameIndex(table, after, before);
      case Change.ModifyIndex(var table, var before, var after) ->
          new Change.ModifyIndex(table, after, before);
      case Change.AddObject ignored -> change;
      case Change.DropObject ignored -> change;
      case Change.RenameObject ignored -> change;
      case Change.ModifyObject ignored -> change;
    };
  }
}
