package dev.schemac.diff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * Which of the old named parts is which of the new ones: by name first, then by the {@code was}
 * word, then by being the same under another name.
 *
 * @param renamed pairs under different names, which may differ otherwise too
 * @param modified pairs that differ in more than the name
 */
record Matching<T>(List<Pair<T>> renamed, List<Pair<T>> modified, List<T> gone, List<T> added) {

  record Pair<T>(T old, T now) {}

  /**
   * How parts are compared.
   *
   * @param structure the part without its name
   * @param was the old name that its author gave, or null
   * @param compatible whether one can become the other in place
   */
  record Traits<T>(
      Function<T, String> name,
      Function<T, T> structure,
      Function<T, String> was,
      BiPredicate<T, T> compatible) {}

  static <T> Matching<T> of(List<T> old, List<T> now, Traits<T> traits) {
    Matching<T> found =
        new Matching<>(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    Map<String, T> left = new LinkedHashMap<>();
    old.forEach(o -> left.put(traits.name().apply(o), o));
    List<T> unmatched = found.byName(left, now, traits);
    unmatched = found.byWord(left, unmatched, traits);
    found.byStructure(left, unmatched, traits);
    found.gone.addAll(left.values());
    return found;
  }

  private List<T> byName(Map<String, T> left, List<T> now, Traits<T> traits) {
    List<T> unmatched = new ArrayList<>();
    for (T part : now) {
      T old = left.get(traits.name().apply(part));
      if (old == null || !traits.compatible().test(old, part)) {
        unmatched.add(part);
        continue;
      }
      left.remove(traits.name().apply(part));
      if (!old.equals(part)) {
        modified.add(new Pair<>(old, part));
      }
    }
    return unmatched;
  }

  private List<T> byWord(Map<String, T> left, List<T> now, Traits<T> traits) {
    List<T> unmatched = new ArrayList<>();
    for (T part : now) {
      String was = traits.was().apply(part);
      T old = was == null ? null : left.get(was);
      if (old == null || !traits.compatible().test(old, part)) {
        unmatched.add(part);
        continue;
      }
      left.remove(was);
      renamed.add(new Pair<>(old, part));
      if (!traits.structure().apply(old).equals(traits.structure().apply(part))) {
        modified.add(new Pair<>(old, part));
      }
    }
    return unmatched;
  }

  private void byStructure(Map<String, T> left, List<T> now, Traits<T> traits) {
    Map<T, Deque<T>> byStructure = new HashMap<>();
    left.values()
        .forEach(
            o ->
                byStructure
                    .computeIfAbsent(traits.structure().apply(o), s -> new ArrayDeque<>())
                    .add(o));
    for (T part : now) {
      Deque<T> same = byStructure.get(traits.structure().apply(part));
      if (same == null || same.isEmpty()) {
        added.add(part);
        continue;
      }
      T old = same.poll();
      left.remove(traits.name().apply(old));
      renamed.add(new Pair<>(old, part));
    }
  }
}
