package dev.schemac.lint;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Fix;
import dev.schemac.diagnostic.Span;
import dev.schemac.diff.Change;
import dev.schemac.model.Evolution;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.resolve.EvolutionWord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Words that do nothing because the previous version has it already (SC3009), and retirements of
 * what is still declared (SC3010). A word in a mixin is spent when it is in every table.
 */
final class WordUse {
  private final EvolutionContext context;
  private final Set<EvolutionWord> acting = new HashSet<>();

  WordUse(EvolutionContext context) {
    this.context = context;
    context.changes().forEach(this::collect);
  }

  private void collect(Change change) {
    ObjectPath path = change.path();
    switch (change) {
      case Change.RenameObject ignored -> act(EvolutionWord.Kind.WAS, path);
      case Change.RenameColumn ignored -> act(EvolutionWord.Kind.WAS, path);
      case Change.RenameConstraint ignored -> act(EvolutionWord.Kind.WAS, path);
      case Change.RenameIndex ignored -> act(EvolutionWord.Kind.WAS, path);
      case Change.DropObject ignored -> act(EvolutionWord.Kind.RETIRE, path);
      case Change.DropColumn ignored -> act(EvolutionWord.Kind.RETIRE, path);
      case Change.DropConstraint ignored -> act(EvolutionWord.Kind.RETIRE, path);
      case Change.DropIndex ignored -> act(EvolutionWord.Kind.RETIRE, path);
      case Change.AddColumn c -> conversion(path, c.conversion());
      case Change.ModifyColumn c -> {
        conversion(path, c.conversion());
        values(path, c.values());
      }
      case Change.ModifyObject c -> values(path, c.values());
      case Change.AddObject ignored -> {}
      case Change.ModifyTable ignored -> {}
      case Change.AddConstraint ignored -> {}
      case Change.ModifyConstraint ignored -> {}
      case Change.AddIndex ignored -> {}
      case Change.ModifyIndex ignored -> {}
    }
  }

  private void act(EvolutionWord.Kind kind, ObjectPath path) {
    acting.add(EvolutionWord.of(kind, path));
  }

  private void conversion(ObjectPath path, Optional<Evolution.Conversion> conversion) {
    conversion
        .flatMap(Evolution.Conversion::using)
        .ifPresent(u -> act(EvolutionWord.Kind.USING, path));
    conversion
        .flatMap(Evolution.Conversion::backfill)
        .ifPresent(b -> act(EvolutionWord.Kind.BACKFILL, path));
    conversion
        .flatMap(Evolution.Conversion::narrowing)
        .ifPresent(n -> act(EvolutionWord.Kind.WHEN, path));
  }

  private void values(ObjectPath path, List<Evolution.ValueChange> words) {
    for (Evolution.ValueChange word : words) {
      EvolutionWord.Kind kind =
          switch (word) {
            case Evolution.ValueChange.Renamed ignored -> EvolutionWord.Kind.VALUE_WAS;
            case Evolution.ValueChange.Retired ignored -> EvolutionWord.Kind.VALUE_RETIRE;
            case Evolution.ValueChange.Remapped ignored -> EvolutionWord.Kind.VALUE_REMAP;
          };
      acting.add(new EvolutionWord(kind, path, word.from()));
    }
  }

  List<Diagnostic> check() {
    Map<Span, List<EvolutionWord>> bySpan = new LinkedHashMap<>();
    context
        .resolution()
        .words()
        .forEach((word, span) -> bySpan.computeIfAbsent(span, s -> new ArrayList<>()).add(word));
    List<Diagnostic> found = new ArrayList<>();
    bySpan.forEach((span, words) -> check(span, words).ifPresent(found::add));
    return found;
  }

  private Optional<Diagnostic> check(Span span, List<EvolutionWord> words) {
    EvolutionWord first = words.getFirst();
    if (first.kind() == EvolutionWord.Kind.RETIRE && isDeclaredColumn(first.path())) {
      Diagnostic contradiction =
          Diagnostic.of(Code.SC3010, span, "`" + first.path().name() + "` is retired and declared")
              .withLabel(context.place(first.path()).orElse(span), "declared here")
              .withFix(new Fix("take the word out", List.of(new Fix.Edit(span, ""))));
      return Optional.of(contradiction);
    }
    if (words.stream().anyMatch(this::acts)) {
      return Optional.empty();
    }
    if (words.stream().anyMatch(this::goesRound)) {
      return Optional.of(
          Diagnostic.of(
                  Code.SC3010,
                  span,
                  "`" + first.path().name() + "` exchanges its name with something that is there")
              .withHelp(
                  "nothing would tell whether they have been exchanged already: rename by way of a"
                      + " third name, in two migrations; take `was` out if it is done"));
    }
    return Optional.of(
        Diagnostic.of(Code.SC3009, span, says(first) + " is spent: " + why(first))
            .withHelp("`schemac fmt --tidy` takes it out")
            .withFix(new Fix("take the word out", List.of(new Fix.Edit(span, "")))));
  }

  private boolean isDeclaredColumn(ObjectPath path) {
    return path.kind() == ObjectKind.COLUMN
        && context.after().table(path.owner()).flatMap(t -> t.column(path.member())).isPresent();
  }

  private boolean acts(EvolutionWord word) {
    if (acting.contains(word)) {
      return true;
    }
    // A key without a name is retired by its operands, which the diff has matched by structure.
    return word.kind() == EvolutionWord.Kind.RETIRE
        && !keysOf(word.path()).isEmpty()
        && acting.stream()
            .anyMatch(
                a ->
                    a.kind() == word.kind()
                        && a.path().kind() == word.path().kind()
                        && a.path().owner().equals(word.path().owner()));
  }

  /** Whether the old name is there, but as something that took its name from another. */
  private boolean goesRound(EvolutionWord word) {
    var renames = context.resolution().evolution().renames();
    var path = word.path();
    if (word.kind() != EvolutionWord.Kind.WAS || !renames.containsKey(path)) {
      return false;
    }
    Set<ObjectPath> seen = new HashSet<>();
    ObjectPath at = path;
    while (renames.containsKey(at) && seen.add(at)) {
      String local = renames.get(at).name();
      at =
          at.member().isEmpty()
              ? ObjectPath.of(at.kind(), at.owner().withName(local))
              : new ObjectPath(at.kind(), at.owner(), local);
    }
    return at.equals(path);
  }

  private List<String> keysOf(ObjectPath path) {
    Evolution.Retirement word = context.resolution().evolution().retirements().get(path);
    return word == null ? List.of() : word.keys();
  }

  private static String says(EvolutionWord word) {
    return switch (word.kind()) {
      case WAS, VALUE_WAS -> "`was`";
      case RETIRE, VALUE_RETIRE -> "`retire`";
      case USING -> "`using`";
      case BACKFILL -> "`backfill`";
      case WHEN -> "`when`";
      case VALUE_REMAP -> "`remap`";
    };
  }

  private static String why(EvolutionWord word) {
    return switch (word.kind()) {
      case WAS -> "the previous version has no such old name, or the new one already";
      case RETIRE -> "the previous version has no `" + word.path().name() + "`";
      case USING -> "neither the type nor the values of the column change";
      case BACKFILL -> "the column is neither new nor stops being nullable";
      case WHEN -> "the type of the column does not change";
      case VALUE_WAS, VALUE_REMAP -> "the previous version has the new value already";
      case VALUE_RETIRE -> "the previous version has no value `" + word.value() + "`";
    };
  }
}
