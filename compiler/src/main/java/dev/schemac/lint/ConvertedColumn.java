package dev.schemac.lint;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Fix;
import dev.schemac.diagnostic.Span;
import dev.schemac.diff.ActingWords;
import dev.schemac.diff.Change;
import dev.schemac.model.Evolution;
import dev.schemac.model.ObjectPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A column's type changes in a way that can lose values (SC3006) or that the server cannot make by
 * itself (SC3008), or it stops being nullable while rows may hold NULL (SC3007).
 */
record ConvertedColumn(EvolutionContext context) {

  List<Diagnostic> check() {
    List<Diagnostic> found = new ArrayList<>();
    for (Change change : context.changes()) {
      if (change instanceof Change.ModifyColumn column && column.after().generated().isEmpty()) {
        type(column).ifPresent(found::add);
        nullability(column).map(context::judged).ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<Diagnostic> type(Change.ModifyColumn change) {
    Optional<Evolution.Conversion> conversion = change.conversion();
    if (conversion.flatMap(Evolution.Conversion::using).isPresent()
        || change.before().generated().isPresent()
        || followsKey(change, new HashSet<>())) {
      return Optional.empty();
    }
    boolean accepted = conversion.flatMap(Evolution.Conversion::narrowing).isPresent();
    List<String> oldValues =
        context
            .before()
            .table(change.table())
            .map(t -> ActingWords.valueSet(context.before(), t, change.before()))
            .orElse(List.of());
    return switch (TypeChange.of(
        context.before(), change.before(), context.after(), change.after(), oldValues)) {
      case TypeChange.Lossless ignored -> Optional.empty();
      case TypeChange.Lossy(var why) ->
          accepted ? Optional.empty() : Optional.of(context.judged(lossy(change, why)));
      case TypeChange.NeedsUsing(var why) -> Optional.of(needsUsing(change, why));
    };
  }

  /**
   * Whether it refers to a key whose new values the author computes: on PostgreSQL it gets the
   * value of the row that it means.
   */
  private boolean followsKey(Change.ModifyColumn change, Set<ObjectPath> seen) {
    if (!context.after().target().isPostgres() || !seen.add(change.path())) {
      return false;
    }
    return context.after().table(change.table()).stream()
        .flatMap(t -> t.foreignKeys().stream())
        .filter(k -> k.columns().equals(List.of(change.after().name())))
        .map(k -> ObjectPath.column(k.referencedTable(), k.referencedColumns().getFirst()))
        .flatMap(key -> context.changes().stream().filter(c -> c.path().equals(key)))
        .anyMatch(
            c ->
                c instanceof Change.ModifyColumn m
                    && (m.conversion().flatMap(Evolution.Conversion::using).isPresent()
                        || followsKey(m, seen)));
  }

  private Diagnostic lossy(Change.ModifyColumn change, String why) {
    Diagnostic diagnostic =
        Diagnostic.of(
                Code.SC3006,
                place(change),
                "`" + change.path().name() + "` can lose data: " + types(change))
            .withSpanLabel(why)
            .withHelp(
                "add `when fits` if the migration shall check every row first, or say with"
                    + " `using (…)` how old values become new ones");
    return withClause(diagnostic, "when fits");
  }

  private Diagnostic needsUsing(Change.ModifyColumn change, String why) {
    String type = change.after().type().toString();
    String cast = "using (" + EvolutionContext.written(oldName(change)) + "::" + type + ")";
    Diagnostic diagnostic =
        Diagnostic.of(
                Code.SC3008,
                place(change),
                "`" + change.path().name() + "` needs `using`: " + types(change))
            .withSpanLabel(why)
            .withHelp("say how old values become new ones, under the old names: `" + cast + "`");
    return withClause(diagnostic, cast);
  }

  private String oldName(Change.ModifyColumn change) {
    for (Change other : context.changes()) {
      if (other instanceof Change.RenameColumn(var table, var from, var to)
          && table.equals(change.table())
          && to.equals(change.after().name())) {
        return from;
      }
    }
    return change.after().name();
  }

  private Optional<Diagnostic> nullability(Change.ModifyColumn change) {
    Optional<Evolution.Conversion> conversion = change.conversion();
    boolean said =
        conversion.flatMap(Evolution.Conversion::backfill).isPresent()
            || conversion.flatMap(Evolution.Conversion::using).isPresent();
    if (!change.before().nullable() || change.after().nullable() || said) {
      return Optional.empty();
    }
    String clause = "backfill (" + PlainValue.of(context.after(), change.after()) + ")";
    Diagnostic diagnostic =
        Diagnostic.of(
                Code.SC3007,
                place(change),
                "`" + change.path().name() + "` stops being nullable without a word")
            .withHelp(
                "say what rows that hold NULL get: `" + clause + "`, or keep it nullable with `?`");
    return Optional.of(withClause(diagnostic, clause));
  }

  private Diagnostic withClause(Diagnostic diagnostic, String clause) {
    return context
        .insertion()
        .endOfMember(diagnostic.span(), clause)
        .map(e -> diagnostic.withFix(new Fix("add `" + clause + "`", List.of(e))))
        .orElse(diagnostic);
  }

  private Span place(Change.ModifyColumn change) {
    return context.place(change.path()).orElse(context.placeOfTable(change.table()));
  }

  private static String types(Change.ModifyColumn change) {
    String charset =
        change.before().type().equals(change.after().type()) ? " in another character set" : "";
    return change.before().type() + " becomes " + change.after().type() + charset;
  }
}
