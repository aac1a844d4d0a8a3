package dev.schemac.cli.project;

import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.model.Schema;
import dev.schemac.model.Target;
import dev.schemac.plan.Plan;
import dev.schemac.resolve.Resolution;
import dev.schemac.source.SourceText;
import dev.schemac.syntax.SourceParser;
import dev.schemac.syntax.SourceTree;
import java.util.List;

/** The stages behind resolution, put together: diff, evolution check, plan. */
final class Pipeline {
  private Pipeline() {}

  static Plan plan(
      Target target, Resolution from, Resolution to, PlanRequest request, Workspace workspace) {
    return new Plan(
        from.schema(), to.schema(), request.strategy(), List.of(), List.of(), List.of(), List.of());
  }

  static List<Diagnostic> evolution(
      Target target, Resolution from, Resolution to, Workspace workspace) {
    return List.of();
  }

  static String format(SourceText source) {
    return source.text();
  }

  static SourceTree parse(SourceText source) {
    return SourceParser.parse(source);
  }

  static String snapshotText(Schema schema) {
    return "";
  }
}
