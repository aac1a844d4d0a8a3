package dev.schemac.lint;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Fix;
import dev.schemac.diagnostic.Span;
import dev.schemac.diff.Change;
import dev.schemac.model.Column;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A column of the previous version is gone and no word says why: SC3002. */
record VanishedColumn(EvolutionContext context) {

  List<Diagnostic> check() {
    List<Diagnostic> found = new ArrayList<>();
    for (Change change : context.changes()) {
      // A generated column holds nothing that could not be computed again.
      if (change instanceof Change.DropColumn(var table, var column, var word)
          && word.isEmpty()
          && column.generated().isEmpty()) {
        found.add(context.judged(report(table, column)));
      }
    }
    return found;
  }

  private Diagnostic report(QName table, Column column) {
    ObjectPath path = ObjectPath.column(table, column.name());
    String name = EvolutionContext.written(column.name());
    String message = "column `" + path.name() + "` disappears without a word";
    Optional<ObjectPath> candidate = context.candidates().of(path);
    Optional<Span> place = candidate.flatMap(context::place);
    Span span = place.orElse(context.placeOfTable(table));
    Diagnostic diagnostic = Diagnostic.of(Code.SC3002, span, message);
    List<String> lines = new ArrayList<>();
    if (column.nullable()) {
      lines.add("retire " + name + " when null");
    }
    lines.add("retire " + name);
    String help = "to drop it, add `" + String.join("`, or `", lines) + "` to lose its values";
    if (candidate.isPresent() && place.isPresent()) {
      String renamed = EvolutionContext.written(candidate.get().member()) + " was " + name;
      diagnostic =
          diagnostic
              .withSpanLabel("is this its new name?")
              .withHelp("if it was renamed, write `" + renamed + "`; " + help)
              .withFix(
                  new Fix(
                      "rename: `" + renamed + "`",
                      List.of(Insertion.behind(place.get(), " was " + name))));
    } else {
      diagnostic = diagnostic.withHelp(help);
    }
    return retirements(diagnostic, table, column, lines);
  }

  private Diagnostic retirements(
      Diagnostic diagnostic, QName table, Column column, List<String> lines) {
    Diagnostic with = diagnostic;
    Optional<Span> neighbour = neighbour(table, column);
    for (String line : lines) {
      Optional<Fix.Edit> edit = neighbour.flatMap(n -> context.insertion().memberBefore(n, line));
      if (edit.isPresent()) {
        with = with.withFix(new Fix("add `" + line + "`", List.of(edit.get())));
      }
    }
    return with;
  }

  /** The column that came next and is still there, else any that the table itself declares. */
  private Optional<Span> neighbour(QName table, Column gone) {
    Optional<Table> before = context.before().table(table);
    Optional<Table> after = context.after().table(table);
    if (before.isEmpty() || after.isEmpty()) {
      return Optional.empty();
    }
    List<Column> all = new ArrayList<>();
    int at = before.get().columns().indexOf(gone);
    all.addAll(before.get().columns().subList(at + 1, before.get().columns().size()));
    all.addAll(after.get().columns());
    return all.stream()
        .map(c -> context.place(ObjectPath.column(table, c.name())))
        .flatMap(Optional::stream)
        .filter(s -> isInside(table, s))
        .findFirst();
  }

  /**
   * A column that comes from a mixin stands elsewhere, where the word would mean all its tables.
   */
  private boolean isInside(QName table, Span column) {
    Span start = context.placeOfTable(table);
    if (!start.file().equals(column.file()) || column.start() < start.start()) {
      return false;
    }
    return context.places().entrySet().stream()
        .filter(e -> e.getKey().member().isEmpty())
        .map(java.util.Map.Entry::getValue)
        .noneMatch(
            s ->
                s.file().equals(start.file())
                    && s.start() > start.start()
                    && s.start() < column.start());
  }
}
