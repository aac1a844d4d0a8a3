package dev.schemac.cli.project;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diff.Change;
import dev.schemac.diff.Differ;
import dev.schemac.emit.SchemaText;
import dev.schemac.lint.AcceptedLoss;
import dev.schemac.lint.EvolutionCheck;
import dev.schemac.lint.EvolutionCheck.LossPolicy;
import dev.schemac.model.Evolution;
import dev.schemac.model.Schema;
import dev.schemac.model.Target;
import dev.schemac.plan.PatternCatalogue;
import dev.schemac.plan.Plan;
import dev.schemac.plan.Planner;
import dev.schemac.plan.Strategy;
import dev.schemac.resolve.Resolution;
import dev.schemac.source.SourceText;
import dev.schemac.syntax.SourceParser;
import dev.schemac.syntax.SourceTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The stages behind reading, put together: parse, diff, evolution check, plan. */
final class Pipeline {
  private Pipeline() {}

  static SourceTree parse(SourceText source) {
    return SourceParser.parse(source);
  }

  /** The plan; without steps where the evolution check found errors, which are in it then. */
  static Plan plan(
      Target target, Schema before, Loaded after, Strategy strategy, boolean allowLoss) {
    return plan(before, after, strategy, allowLoss, Dialects.patterns(target));
  }

  /** Likewise, by other patterns than the target's usual ones. */
  static Plan plan(
      Schema before,
      Loaded after,
      Strategy strategy,
      boolean allowLoss,
      PatternCatalogue patterns) {
    Schema wanted = after.resolution().schema();
    Evolution said = after.resolution().evolution();
    AcceptedLoss loss =
        allowLoss ? AcceptedLoss.of(before, wanted, said) : new AcceptedLoss(said, List.of());
    Evolution words = loss.words();
    List<Change> changes = Differ.diff(before, wanted, words);
    List<Diagnostic> found = new ArrayList<>(loss.notes());
    found.addAll(evolution(before, after.withWords(words), changes, allowLoss));
    if (Diagnostics.haveErrors(found)) {
      return new Plan(before, wanted, strategy, changes, List.of(), found, List.of());
    }
    Plan plan = Planner.plan(before, wanted, words, changes, strategy, patterns);
    found.addAll(plan.diagnostics());
    return new Plan(
        plan.before(),
        plan.after(),
        plan.strategy(),
        plan.changes(),
        plan.steps(),
        found,
        plan.temporaries());
  }

  /** What the step from one schema to the next lacks, and which of its words are spent. */
  static List<Diagnostic> evolution(Schema before, Loaded after, boolean allowLoss) {
    Resolution newer = after.resolution();
    List<Change> changes = Differ.diff(before, newer.schema(), newer.evolution());
    return evolution(before, after, changes, allowLoss);
  }

  private static List<Diagnostic> evolution(
      Schema before, Loaded after, List<Change> changes, boolean allowLoss) {
    LossPolicy policy = allowLoss ? LossPolicy.ALLOW : LossPolicy.WORDS;
    Map<String, String> texts = new HashMap<>();
    after.texts().forEach(text -> texts.put(text.name(), text.text()));
    List<Diagnostic> found =
        EvolutionCheck.check(
            before,
            after.resolution(),
            changes,
            policy,
            name -> Optional.ofNullable(texts.get(name)));
    return before.objects().isEmpty() ? withoutSpent(found) : found;
  }

  /** Where nothing was before, every word is spent, and none of them in vain. */
  private static List<Diagnostic> withoutSpent(List<Diagnostic> found) {
    return found.stream().filter(d -> d.code() != Code.SC3009).toList();
  }

  static String snapshotText(Schema schema) {
    return SchemaText.write(schema);
  }
}
