package dev.schemac.report;

import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Span;
import dev.schemac.emit.LockTimeout;
import dev.schemac.emit.MigrationScript;
import dev.schemac.model.ObjectPath;
import dev.schemac.plan.CostModel;
import dev.schemac.plan.HandOver;
import dev.schemac.plan.Plan;
import dev.schemac.plan.SqlPrinter;
import dev.schemac.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** A plan for a person, for a pull request, and for a machine. */
public final class PlanReport {
  private PlanReport() {}

  /**
   * What is compared.
   *
   * @param project the project's or the folder's name
   * @param from how the older source is called: {@code git:origin/main}
   * @param to how the newer one is called: {@code working tree}
   */
  public record Heading(String project, String from, String to) {}

  /**
   * One target's plan with what is needed to show it.
   *
   * @param costs present where the sizes of the tables are known
   * @param handOver present where steps that block or rewrite are for a tool
   */
  public record Planned(
      Heading heading,
      Plan plan,
      SqlPrinter printer,
      Optional<CostModel> costs,
      Optional<HandOver> handOver) {
    /** Where the sizes of the tables are not known and no tool is at hand. */
    public Planned(Heading heading, Plan plan, SqlPrinter printer) {
      this(heading, plan, printer, Optional.empty(), Optional.empty());
    }

    Optional<HandOver.Offer> offer(Step step) {
      return handOver.flatMap(h -> h.of(plan, step));
    }
  }

  /** Heading, changes, aligned table of steps, guards, and one sentence about the whole. */
  public static String text(Planned planned, boolean colors) {
    return new PlanText(planned, Palette.of(colors)).render();
  }

  /** The same as Markdown for a pull request, with the SQL folded away. */
  public static String markdown(Planned planned) {
    return new PlanMarkdown(planned).render();
  }

  /** JSON of format 1: {@code {"format": 1, "plans": […]}}, one plan per target. */
  public static String json(List<Planned> planned) {
    return PlanJson.report(planned);
  }

  /**
   * One HTML page for all targets, which needs no network.
   *
   * @param diagnostics what had to be refused, or is worth knowing
   */
  public static String html(List<Planned> planned, List<Diagnostic> diagnostics) {
    return PlanHtml.page(planned, diagnostics);
  }

  /**
   * The steps that keep readers or writers waiting, as diagnostics where the objects are declared
   * that they make or change.
   */
  public static List<Diagnostic> findings(Plan plan, Map<ObjectPath, Span> places) {
    return findings(plan, places, step -> true);
  }

  /** The same of the steps that count. */
  public static List<Diagnostic> findings(
      Plan plan, Map<ObjectPath, Span> places, Predicate<Step> counts) {
    return PlanFindings.of(plan, places, counts);
  }

  /** Whether a step keeps readers or writers waiting for as long as it works. */
  public static boolean isBlocking(Step step) {
    return StepText.isBlocking(step);
  }

  /** One line for GitHub's log of a workflow: what is compared, and the sentence about it. */
  public static String githubNotice(Planned planned) {
    return GithubAnnotation.notice(title(planned), summary(planned.plan())) + "\n";
  }

  static String title(Planned planned) {
    Plan plan = planned.plan();
    Heading heading = planned.heading();
    return heading.project()
        + " · "
        + plan.after().target().label()
        + " "
        + plan.after().target().version()
        + " · "
        + heading.from()
        + " → "
        + heading.to();
  }

  /** {@code 9 steps, 2 migrations (expand → deploy → contract), nothing blocks …}. */
  static String summary(Plan plan) {
    if (plan.isEmpty()) {
      return "no change";
    }
    if (plan.isRefused()) {
      return "refused: " + DiagnosticText.summary(plan.diagnostics());
    }
    int parts = MigrationScript.parts(plan).size();
    String migrations =
        parts > 1 ? parts + " migrations (expand → deploy → contract)" : "1 migration";
    return ChangeText.count(plan.steps().size(), "step") + ", " + migrations + ", " + blocks(plan);
  }

  private static String blocks(Plan plan) {
    List<String> blocking = new ArrayList<>();
    int number = 1;
    for (Step step : plan.steps()) {
      if (StepText.isBlocking(step)) {
        blocking.add(Integer.toString(number));
      }
      number++;
    }
    if (blocking.isEmpty()) {
      return "nothing blocks readers or writers longer than the lock timeout ("
          + lockTimeout(plan)
          + ")";
    }
    String steps = blocking.size() == 1 ? "step " : "steps ";
    String verb = blocking.size() == 1 ? " keeps" : " keep";
    return steps
        + String.join(", ", blocking)
        + verb
        + " readers or writers waiting for as long as the work takes";
  }

  private static String lockTimeout(Plan plan) {
    return LockTimeout.of(plan.after().target().dialect(), plan.strategy()).toSeconds() + " s";
  }
}
