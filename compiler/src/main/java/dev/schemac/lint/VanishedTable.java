package dev.schemac.lint;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Fix;
import dev.schemac.diagnostic.Span;
import dev.schemac.diff.Change;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A table of the previous version is gone and no word says why: SC3001. */
record VanishedTable(EvolutionContext context) {

  List<Diagnostic> check() {
    List<Diagnostic> found = new ArrayList<>();
    for (Change change : context.changes()) {
      // The rows of a lookup table belong to the schema, so nothing of the user's goes with it.
      if (change instanceof Change.DropObject(Table table, var word)
          && word.isEmpty()
          && table.rows().isEmpty()
          && !goesWithParent(table)) {
        found.add(context.judged(report(table)));
      }
    }
    return found;
  }

  /** A partition whose parent goes is spoken of with it. */
  private boolean goesWithParent(Table table) {
    return table
        .partitionOf()
        .filter(
            p ->
                context.changes().stream()
                    .anyMatch(
                        c ->
                            c instanceof Change.DropObject(Table gone, var ignored)
                                && gone.name().equals(p.parent())))
        .isPresent();
  }

  private Diagnostic report(Table table) {
    String name = EvolutionContext.written(table.name());
    Span file = context.fileOf(table.path());
    Optional<ObjectPath> candidate = context.candidates().of(table.path());
    Optional<Span> place = candidate.flatMap(context::place);
    String message = "table `" + table.name() + "` disappears without a word";
    Diagnostic diagnostic = Diagnostic.of(Code.SC3001, place.orElse(file), message);
    String retire = "retire table " + name;
    String help =
        "to drop it, add `" + retire + " when empty`, or `" + retire + "` to lose its rows too";
    if (candidate.isPresent() && place.isPresent()) {
      String was = " was " + EvolutionContext.writtenBeside(table.name(), candidate.get().owner());
      String renamed = EvolutionContext.written(candidate.get().owner()) + was;
      diagnostic =
          diagnostic
              .withSpanLabel("is this its new name?")
              .withHelp("if it was renamed, write `table " + renamed + "`; " + help)
              .withFix(
                  new Fix(
                      "rename: `table " + renamed + "`",
                      List.of(Insertion.behind(place.get(), was))));
    } else {
      diagnostic = diagnostic.withHelp(help);
    }
    for (String line : List.of(retire + " when empty", retire)) {
      Optional<Fix.Edit> edit = context.insertion().endOfFile(file.file(), line);
      if (edit.isPresent()) {
        diagnostic = diagnostic.withFix(new Fix("add `" + line + "`", List.of(edit.get())));
      }
    }
    return diagnostic;
  }
}
