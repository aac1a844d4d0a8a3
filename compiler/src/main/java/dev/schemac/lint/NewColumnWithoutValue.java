package dev.schemac.lint;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Fix;
import dev.schemac.diagnostic.Span;
import dev.schemac.diff.Change;
import dev.schemac.model.Column;
import dev.schemac.model.DataType;
import dev.schemac.model.Evolution;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A new NOT NULL column of a table that existed has nothing to give to its rows: SC3005. */
record NewColumnWithoutValue(EvolutionContext context) {
  private static final Set<String> NUMBERING = Set.of("smallserial", "serial", "bigserial");

  List<Diagnostic> check() {
    List<Diagnostic> found = new ArrayList<>();
    for (Change change : context.changes()) {
      if (change instanceof Change.AddColumn(var table, var column, var conversion)
          && !hasValue(column, conversion)
          && !context.candidates().isSuggested(change.path())) {
        found.add(context.judged(report(table, column)));
      }
    }
    return found;
  }

  private static boolean hasValue(Column column, Optional<Evolution.Conversion> conversion) {
    boolean numbers =
        column.type() instanceof DataType.Builtin type && NUMBERING.contains(type.name());
    return column.nullable()
        || column.defaultValue().isPresent()
        || column.identity().isPresent()
        || column.generated().isPresent()
        || numbers
        || conversion.flatMap(Evolution.Conversion::backfill).isPresent();
  }

  private Diagnostic report(QName table, Column column) {
    ObjectPath path = ObjectPath.column(table, column.name());
    Span span = context.place(path).orElse(context.placeOfTable(table));
    Diagnostic diagnostic =
        Diagnostic.of(
                Code.SC3005,
                span,
                "new column `" + path.name() + "` has no value for the rows that are there")
            .withHelp(
                "give it a `default`, say what existing rows get with `backfill (…)`,"
                    + " or let it be NULL with `?`");
    String clause = "backfill (" + PlainValue.of(context.after(), column) + ")";
    return context
        .insertion()
        .endOfMember(span, clause)
        .map(e -> diagnostic.withFix(new Fix("add `" + clause + "`", List.of(e))))
        .orElse(diagnostic);
  }
}
