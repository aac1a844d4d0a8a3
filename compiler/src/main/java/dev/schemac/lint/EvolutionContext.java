package dev.schemac.lint;

import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Severity;
import dev.schemac.diagnostic.Span;
import dev.schemac.diff.Change;
import dev.schemac.diff.ChangeApplier;
import dev.schemac.lint.EvolutionCheck.LossPolicy;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.Table;
import dev.schemac.resolve.Resolution;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What every check looks at.
 *
 * @param before the previous version under the new names of objects and columns
 */
record EvolutionContext(
    Schema before,
    Schema after,
    List<Change> changes,
    Resolution resolution,
    LossPolicy policy,
    Insertion insertion,
    RenameCandidates candidates) {

  static EvolutionContext of(
      Schema before,
      Resolution after,
      List<Change> changes,
      LossPolicy policy,
      Function<String, Optional<String>> sources) {
    Schema renamed =
        ChangeApplier.apply(
            before,
            changes.stream()
                .filter(c -> c instanceof Change.RenameObject || c instanceof Change.RenameColumn)
                .toList());
    return new EvolutionContext(
        renamed,
        after.schema(),
        changes,
        after,
        policy,
        new Insertion(sources),
        RenameCandidates.of(changes, renamed, after.schema()));
  }

  Optional<Span> place(ObjectPath path) {
    return Optional.ofNullable(resolution.places().get(path));
  }

  /** Where a diagnostic about a part of a table points when the part itself is nowhere. */
  Span placeOfTable(QName table) {
    return place(ObjectPath.table(table)).orElse(Span.NONE);
  }

  /** A loss that policy accepts is worth a note. */
  Diagnostic judged(Diagnostic diagnostic) {
    return policy == LossPolicy.ALLOW ? diagnostic.withSeverity(Severity.NOTE) : diagnostic;
  }

  /**
   * A file for something that stands in none any more: where its neighbours in the previous version
   * are declared now.
   */
  Span fileOf(ObjectPath gone) {
    Span nearest = null;
    boolean passed = false;
    for (Table table : before.tables()) {
      if (table.path().equals(gone)) {
        passed = true;
      }
      Span place = resolution.places().get(table.path());
      if (place != null && (!passed || nearest == null)) {
        nearest = place;
      }
      if (passed && nearest != null) {
        break;
      }
    }
    if (nearest == null) {
      nearest = resolution.places().values().stream().sorted().findFirst().orElse(null);
    }
    return nearest == null ? Span.NONE : Span.ofFile(nearest.file());
  }

  /** A name as the language writes it. */
  static String written(String name) {
    return name.matches("[A-Za-z_][A-Za-z0-9_]*") ? name : "`" + name + "`";
  }

  static String written(QName name) {
    return name.hasNamespace()
        ? written(name.namespace()) + "." + written(name.name())
        : written(name.name());
  }

  /** The old name as it stands behind {@code was}: without a namespace that both share. */
  static String writtenBeside(QName old, QName now) {
    return old.namespace().equals(now.namespace()) ? written(old.name()) : written(old);
  }

  Map<ObjectPath, Span> places() {
    return resolution.places();
  }
}
