package dev.schemac.report;

import static j2html.TagCreator.code;
import static j2html.TagCreator.dd;
import static j2html.TagCreator.details;
import static j2html.TagCreator.dl;
import static j2html.TagCreator.dt;
import static j2html.TagCreator.each;
import static j2html.TagCreator.footer;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.pre;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.text;
import static j2html.TagCreator.ul;

import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.emit.MigrationScript;
import dev.schemac.plan.Effect;
import dev.schemac.plan.Guard;
import dev.schemac.plan.Step;
import dev.schemac.plan.Undo;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;

/** The parts of the page below the tables: what runs, remarks, and what the words mean. */
final class PlanHtmlSteps {
  private PlanHtmlSteps() {}

  static DomContent whole(PlanReport.Planned planned, int index) {
    Step step = planned.plan().steps().get(index);
    List<DomContent> parts = new ArrayList<>();
    parts.add(summary((index + 1) + ". " + step.title()));
    step.effect().locks().forEach(lock -> parts.add(p(lock(lock))));
    for (Guard guard : step.guards()) {
      parts.add(p("Before it runs: stops if " + guard.message() + "."));
    }
    parts.add(sql(MigrationScript.statements(step, planned.printer())));
    HandOverText.of(planned, index).ifPresent(t -> parts.add(pre(code(t))));
    parts.add(p("Undo: " + StepText.undo(step) + "."));
    if (step.undo() instanceof Undo.Statements(var back, var ignored)) {
      parts.add(sql(back.stream().flatMap(s -> planned.printer().print(s).stream()).toList()));
    }
    return details(each(parts, part -> part));
  }

  private static String lock(Effect.Lock lock) {
    String held =
        switch (lock.held()) {
          case MOMENT -> " for a moment";
          case WORK -> " while it works";
        };
    return "Locks " + lock.table() + ": " + lock.mode() + held + ".";
  }

  private static DomContent sql(List<String> statements) {
    return pre(code(String.join(";\n", statements) + (statements.isEmpty() ? "" : ";")));
  }

  /** What had to be refused, or is worth knowing. */
  static List<DomContent> remarks(List<Diagnostic> diagnostics) {
    return diagnostics.isEmpty()
        ? List.of()
        : List.of(h2("Remarks"), ul(each(diagnostics, d -> li(remark(d)))));
  }

  private static DomContent remark(Diagnostic diagnostic) {
    String help = diagnostic.help().map(h -> " Way out: " + h).orElse("");
    return text(diagnostic.code() + ": " + diagnostic.message() + "." + help);
  }

  /** The words of the tables. */
  static DomContent glossary() {
    return footer(
        details(
            summary("What the words mean"),
            dl(
                dt("expand"),
                dd("runs before the new application: old and new versions both work after it"),
                dt("backfill"),
                dd("fills new columns in batches that commit, while the application works"),
                dt("contract"),
                dd("runs when no old version of the application is left"),
                dt("blocks"),
                dd(
                    "who waits while the step runs: nothing, a moment (ms) for a lock that is given"
                        + " up after a time-out, writers, or everybody for as long as it works"),
                dt("reads"),
                dd("whether the step reads every row, or writes the table anew"),
                dt("undo"),
                dd("whether the way back is exact, what it would lose, or why there is none"))));
  }
}
