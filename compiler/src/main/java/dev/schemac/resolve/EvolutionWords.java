package dev.schemac.resolve;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Span;
import dev.schemac.model.Evolution;
import dev.schemac.model.Evolution.Retirement;
import dev.schemac.model.Evolution.ValueChange;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the words about the step from the previous version, with their places. */
final class EvolutionWords {
  private final Report report;
  private final Evolution.Builder evolution = new Evolution.Builder();
  private final Map<EvolutionWord, Span> places = new LinkedHashMap<>();
  private final Map<ObjectPath, List<ValueChange>> values = new LinkedHashMap<>();
  private final Map<ObjectPath, Span> renamedFrom = new HashMap<>();
  private final Map<ObjectPath, Span> retired = new LinkedHashMap<>();

  EvolutionWords(Report report) {
    this.report = report;
  }

  /**
   * {@code NAME was OLD}.
   *
   * @param old the old identity: of an object its name, of a member a local name
   * @param name the place of the new name
   * @param word the place of the old one
   */
  void was(ObjectPath path, QName old, Span name, Span word) {
    ObjectPath before = before(path, old);
    if (before.equals(path)) {
      report.say(Code.SC3010, word, "`" + path.name() + "` is its own old name", "leave `was` out");
      return;
    }
    Span first = renamedFrom.putIfAbsent(before, word);
    if (first != null) {
      report.add(
          Diagnostic.of(Code.SC3010, word, "`" + old + "` is renamed twice")
              .withLabel(first, "and here"));
      return;
    }
    evolution.rename(path, old);
    Span cut = new Span(word.file(), name.end(), word.end(), name.line(), name.column());
    boolean sameFile = name.file().equals(word.file()) && name.end() <= word.start();
    places.put(EvolutionWord.of(EvolutionWord.Kind.WAS, path), sameFile ? cut : word);
  }

  void retire(ObjectPath path, Retirement retirement, Span place) {
    Span first = retired.putIfAbsent(path, place);
    if (first != null) {
      report.add(
          Diagnostic.of(Code.SC3010, place, "`" + path.name() + "` is retired twice")
              .withLabel(first, "and here"));
      return;
    }
    evolution.retire(path, retirement);
    places.put(EvolutionWord.of(EvolutionWord.Kind.RETIRE, path), place);
  }

  /** A retirement that follows from something else, e.g. from another storage of an enum. */
  void retireSilently(ObjectPath path) {
    if (!retired.containsKey(path) && !renamedFrom.containsKey(path)) {
      evolution.retire(path, new Retirement(Retirement.Condition.ALWAYS, List.of()));
    }
  }

  /** A rename that follows from another one. */
  void renameSilently(ObjectPath path, QName old) {
    evolution.rename(path, old);
  }

  void convert(ObjectPath column, Evolution.Conversion conversion) {
    evolution.convert(column, conversion);
  }

  void word(EvolutionWord.Kind kind, ObjectPath path, Span place) {
    places.put(EvolutionWord.of(kind, path), place);
  }

  void value(ObjectPath path, ValueChange change, Span place) {
    values.computeIfAbsent(path, p -> new ArrayList<>()).add(change);
    EvolutionWord.Kind kind =
        switch (change) {
          case ValueChange.Renamed ignored -> EvolutionWord.Kind.VALUE_WAS;
          case ValueChange.Retired ignored -> EvolutionWord.Kind.VALUE_RETIRE;
          case ValueChange.Remapped ignored -> EvolutionWord.Kind.VALUE_REMAP;
        };
    places.put(new EvolutionWord(kind, path, change.from()), place);
  }

  /** Something that is retired cannot be what another thing was. */
  void checkContradictions() {
    for (Map.Entry<ObjectPath, Span> retirement : retired.entrySet()) {
      Span renamed = renamedFrom.get(retirement.getKey());
      if (renamed != null) {
        report.add(
            Diagnostic.of(
                    Code.SC3010,
                    retirement.getValue(),
                    "`" + retirement.getKey().name() + "` is retired and renamed")
                .withLabel(renamed, "renamed here"));
      }
    }
  }

  Evolution all() {
    values.forEach(evolution::values);
    return evolution.build();
  }

  Map<EvolutionWord, Span> places() {
    return Collections.unmodifiableMap(places);
  }

  private static ObjectPath before(ObjectPath path, QName old) {
    boolean member = !path.member().isEmpty() && path.kind() != ObjectKind.NATIVE;
    return member
        ? new ObjectPath(path.kind(), path.owner(), old.name())
        : new ObjectPath(path.kind(), old, path.member());
  }
}
