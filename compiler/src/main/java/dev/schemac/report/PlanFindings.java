package dev.schemac.report;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Span;
import dev.schemac.model.ObjectPath;
import dev.schemac.plan.Effect;
import dev.schemac.plan.Plan;
import dev.schemac.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a plan's steps do to whoever works with the tables, where their objects are declared. */
final class PlanFindings {
  private PlanFindings() {}

  static List<Diagnostic> of(Plan plan, Map<ObjectPath, Span> places, Predicate<Step> counts) {
    List<Diagnostic> found = new ArrayList<>();
    int number = 1;
    for (Step step : plan.steps()) {
      if (StepText.isBlocking(step) && counts.test(step)) {
        found.add(
            Diagnostic.of(
                    Code.SC5002,
                    place(step, places),
                    "step "
                        + number
                        + " ("
                        + step.title()
                        + ") keeps "
                        + StepText.blocks(step)
                        + " waiting while it works on "
                        + plan.after().target())
                .withHelp(help(plan)));
      }
      number++;
    }
    return found;
  }

  private static String help(Plan plan) {
    return switch (plan.strategy()) {
      case DIRECT -> "`--strategy online` lets readers and writers go on where the server can";
      case ONLINE -> "run it when the table is idle: the server has no other way";
    };
  }

  /** The first declared object that the step is about, else the table that it locks. */
  private static Span place(Step step, Map<ObjectPath, Span> places) {
    Stream<ObjectPath> objects =
        Stream.of(step.provides(), step.removes(), step.requires())
            .flatMap(set -> set.stream().sorted());
    Stream<ObjectPath> tables =
        step.effect().locks().stream().map(Effect.Lock::table).map(ObjectPath::table);
    return Stream.concat(objects, tables)
        .map(places::get)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(Span.NONE);
  }
}
