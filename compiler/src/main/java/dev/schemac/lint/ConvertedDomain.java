package dev.schemac.lint;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Span;
import dev.schemac.diff.Change;
import dev.schemac.model.Column;
import dev.schemac.model.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A domain's type changes in a way that can lose values of its columns: SC3006. No word of the
 * language accepts it for all of them.
 */
record ConvertedDomain(EvolutionContext context) {

  List<Diagnostic> check() {
    List<Diagnostic> found = new ArrayList<>();
    for (Change change : context.changes()) {
      if (change instanceof Change.ModifyObject(var was, var is, var values)
          && was instanceof SchemaObject.Domain before
          && is instanceof SchemaObject.Domain after) {
        loss(before, after).map(context::judged).ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<Diagnostic> loss(SchemaObject.Domain before, SchemaObject.Domain after) {
    TypeChange change =
        TypeChange.of(
            context.before(),
            Column.of("value", before.type(), true),
            context.after(),
            Column.of("value", after.type(), true),
            List.of());
    return switch (change) {
      case TypeChange.Lossless ignored -> Optional.empty();
      case TypeChange.Lossy(var why) -> Optional.of(report(before, after, why));
      case TypeChange.NeedsUsing(var why) -> Optional.of(report(before, after, why));
    };
  }

  private Diagnostic report(SchemaObject.Domain before, SchemaObject.Domain after, String why) {
    Span place = context.place(after.path()).orElse(Span.NONE);
    return Diagnostic.of(
            Code.SC3006,
            place,
            "`" + after.name() + "` can lose data: " + before.type() + " becomes " + after.type())
        .withSpanLabel(why)
        .withHelp(
            "declare another domain and give it to the columns, or accept the loss with"
                + " `--allow-loss`");
  }
}
