package dev.schemac.lint;

import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diff.Change;
import dev.schemac.model.Schema;
import dev.schemac.resolve.Resolution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Judges the step from the previous version: data that would vanish or could not be converted
 * without a word is an error that names the line to add (SC3001 … SC3008), words that do nothing
 * are notes (SC3009), words that contradict what is declared are errors (SC3010).
 */
public final class EvolutionCheck {
  private EvolutionCheck() {}

  /** Whether the loss of data needs a word. */
  public enum LossPolicy {
    /** Every loss is an error until a word accepts it. */
    WORDS,
    /** Losses are notes ({@code --allow-loss}, {@code loss = "allow"}). */
    ALLOW
  }

  /**
   * The diagnostics of one target, in the order of the sources.
   *
   * @param before the previous version
   * @param after the newer sources as they were resolved, with their words
   * @param changes {@code Differ.diff(before, after.schema(), after.evolution())}
   * @param sources the text of a source by its name, for fixes that need more than a name's place
   */
  public static List<Diagnostic> check(
      Schema before,
      Resolution after,
      List<Change> changes,
      LossPolicy policy,
      Function<String, Optional<String>> sources) {
    EvolutionContext context = EvolutionContext.of(before, after, changes, policy, sources);
    List<Diagnostic> found = new ArrayList<>();
    found.addAll(new VanishedTable(context).check());
    found.addAll(new VanishedColumn(context).check());
    found.addAll(new VanishedValue(context).check());
    found.addAll(new VanishedObject(context).check());
    found.addAll(new VanishedPartition(context).check());
    found.addAll(new VanishedHistory(context).check());
    found.addAll(new NewColumnWithoutValue(context).check());
    found.addAll(new ConvertedColumn(context).check());
    found.addAll(new ConvertedDomain(context).check());
    found.addAll(new WordUse(context).check());
    found.sort(Comparator.comparing(Diagnostic::span));
    return found;
  }
}
