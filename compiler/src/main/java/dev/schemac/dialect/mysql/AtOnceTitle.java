package dev.schemac.dialect.mysql;

import dev.schemac.diff.Change;
import java.util.ArrayList;
import java.util.List;

/** What one statement does, in a few words: the first changes, and how many more. */
final class AtOnceTitle {
  private static final int SHOWN = 3;

  private AtOnceTitle() {}

  static String of(AtOnce all) {
    List<String> parts = new ArrayList<>();
    all.changes().stream().limit(SHOWN).map(AtOnceTitle::of).forEach(parts::add);
    int more = all.changes().size() - SHOWN;
    if (more > 0) {
      parts.add("and ".concat(Integer.toString(more)).concat(" more"));
    }
    return String.join("", "alter ", all.is().name().toString(), ": ", String.join(", ", parts));
  }

  private static String of(Change change) {
    return switch (change) {
      case Change.ModifyTable ignored -> "properties";
      case Change.AddColumn(var table, var column, var words) -> words("add column", column.name());
      case Change.DropColumn(var table, var column, var word) ->
          words("drop column", column.name());
      case Change.RenameColumn(var table, var from, var to) -> words("rename column", from);
      case Change.ModifyColumn modify -> words("change column", modify.after().name());
      case Change.AddConstraint(var table, var c) -> words("add", c.kind().word());
      case Change.DropConstraint(var table, var c) -> words("drop", c.kind().word());
      case Change.RenameConstraint(var table, var c, var now) -> words("rename", c.kind().word());
      case Change.ModifyConstraint(var table, var c, var now) -> words("change", c.kind().word());
      case Change.AddIndex(var table, var index) -> words("add index", index.name());
      case Change.DropIndex(var table, var index) -> words("drop index", index.name());
      case Change.RenameIndex(var table, var before, var after) ->
          words("rename index", before.name());
      case Change.ModifyIndex(var table, var before, var after) ->
          words("change index", after.name());
      case Change.AddObject ignored -> "";
      case Change.DropObject ignored -> "";
      case Change.RenameObject ignored -> "";
      case Change.ModifyObject ignored -> "";
    };
  }

  private static String words(String verb, String name) {
    return String.join(" ", verb, name);
  }
}
