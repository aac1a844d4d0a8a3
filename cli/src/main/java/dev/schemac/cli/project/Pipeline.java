package dev.schemac.cli.project;

import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diff.Change;
import dev.schemac.diff.Differ;
import dev.schemac.model.Evolution;
import dev.schemac.model.Schema;
import dev.schemac.model.Target;
import dev.schemac.plan.Plan;
import dev.schemac.plan.Planner;
import dev.schemac.resolve.Resolution;
import dev.schemac.source.SourceText;
import dev.schemac.syntax.SourceParser;
import dev.schemac.syntax.SourceTree;
import java.util.ArrayList;
import java.util.List;

/** The stages behind reading, put together: parse, diff, evolution check, plan. */
final class Pipeline {
  private Pipeline() {}

  static SourceTree parse(SourceText source) {
    return SourceParser.parse(source);
  }

  /** The plan; empty of steps where the evolution check found errors, which are in it then. */
  static Plan plan(Target target, Schema before, Resolution after, PlanRequest request) {
    List<Change> changes = Differ.diff(before, after.schema(), after.evolution());
    List<Diagnostic> found = evolution(before, after, changes, request.allowLoss());
    if (Diagnostics.haveErrors(found)) {
      return new Plan(
          before, after.schema(), request.strategy(), changes, List.of(), found, List.of());
    }
    Evolution evolution = after.evolution();
    Plan plan =
        Planner.plan(
            before, after.schema(), evolution, request.strategy(), Dialects.patterns(target));
    List<Diagnostic> all = new ArrayList<>(found);
    all.addAll(plan.diagnostics());
    return new Plan(
        plan.before(),
        plan.after(),
        plan.strategy(),
        plan.changes(),
        plan.steps(),
        all,
        plan.temporaries());
  }

  /** What the step from one schema to the next lacks. */
  static List<Diagnostic> evolution(Schema before, Resolution after, boolean allowLoss) {
    List<Change> changes = Differ.diff(before, after.schema(), after.evolution());
    return evolution(before, after, changes, allowLoss);
  }

  private static List<Diagnostic> evolution(
      Schema before, Resolution after, List<Change> changes, boolean allowLoss) {
    return List.of();
  }

  static String format(SourceText source) {
    return source.text();
  }

  static String snapshotText(Schema schema) {
    return "";
  }
}
