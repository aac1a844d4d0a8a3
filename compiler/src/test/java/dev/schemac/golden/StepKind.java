package dev.schemac.golden;

import dev.schemac.plan.Step;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What steps of one pattern have in common: their title without names, and how much they claim to
 * touch.
 *
 * @param verb {@code add foreign key … to …}
 * @param shape {@code SHARE ROW EXCLUSIVE 2, reads 2, rewrites 0, SHARED}
 */
record StepKind(String pattern, String verb, String shape) implements Comparable<StepKind> {
  private static final Comparator<StepKind> ORDER =
      Comparator.comparing((StepKind kind) -> kind.verb())
          .thenComparing(StepKind::pattern)
          .thenComparing(StepKind::shape);

  /** The words of titles; everything else is a name. */
  private static final Set<String> WORDS =
      Set.of(
          ("add additions alter analyze and anew attach by carry change check column columns"
               + " comment complete compute concurrently constraint convert copy create database"
               + " default detach domain drop enforcement enum equal event exclude expression"
               + " extension fill filling for foreign former from function future generate"
               + " generated generating give grant identity in index inherits is it its keep"
               + " keeping key keys materialized move namespace native not null NULLs of old on"
               + " options over partition partitions place policy primary procedure prove put refer"
               + " remove rename reorder replace rewrite rows sequence set settings statement stop"
               + " swap table the to trigger triggers type unique unname update validate values"
               + " view where who with")
              .split(" "));

  static StepKind of(Step step, Measured declared) {
    var modes = new TreeMap<String, Long>();
    declared.locks().values().forEach(mode -> modes.merge(mode, 1L, Long::sum));
    String shape =
        modes
            + ", reads "
            + declared.scans().size()
            + ", rewrites "
            + declared.rewrites().size()
            + ", "
            + step.effect().transaction();
    return new StepKind(step.pattern(), verb(step.title()), shape);
  }

  /** The title with every name left out. */
  static String verb(String title) {
    int list = title.indexOf(": ");
    List<String> words = Arrays.asList((list < 0 ? title : title.substring(0, list)).split(" "));
    String rest =
        words.stream()
            .skip(1)
            .map(w -> WORDS.contains(w) ? w : "…")
            .collect(Collectors.joining(" "));
    return (words.getFirst() + " " + rest).replaceAll("…( …)+", "…").strip();
  }

  @Override
  public int compareTo(StepKind other) {
    return ORDER.compare(this, other);
  }
}
