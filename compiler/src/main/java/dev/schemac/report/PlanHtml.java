package dev.schemac.report;

import static j2html.TagCreator.body;
import static j2html.TagCreator.document;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.head;
import static j2html.TagCreator.html;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.style;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.title;
import static j2html.TagCreator.tr;

import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diff.Change;
import dev.schemac.plan.Plan;
import dev.schemac.plan.Step;
import j2html.tags.DomContent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Plans as one page that needs no network, for people who may not know schemac. */
final class PlanHtml {
  private PlanHtml() {}

  static String page(List<PlanReport.Planned> plans, List<Diagnostic> diagnostics) {
    String name = plans.isEmpty() ? "schemac" : plans.getFirst().heading().project();
    return document(
            html(
                    head(
                        meta().withCharset("utf-8"),
                        meta().withName("viewport").withContent("width=device-width"),
                        title(name + ": migration plan"),
                        style(rawHtml(stylesheet()))),
                    body(
                        each(plans, plan -> each(section(plan).stream())),
                        each(PlanHtmlSteps.remarks(diagnostics).stream()),
                        PlanHtmlSteps.glossary()))
                .withLang("en"))
        + "\n";
  }

  private static String stylesheet() {
    try (InputStream css = PlanHtml.class.getResourceAsStream("plan.css")) {
      return "\n" + new String(css.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<DomContent> section(PlanReport.Planned planned) {
    Plan plan = planned.plan();
    List<DomContent> all = new ArrayList<>();
    all.add(h1(PlanReport.title(planned)));
    all.add(p(PlanReport.summary(plan)).withClass("summary " + mood(plan)));
    if (!plan.changes().isEmpty()) {
      all.add(h2("What changes"));
      all.add(table(tbody(each(plan.changes(), PlanHtml::change))));
    }
    if (!plan.steps().isEmpty()) {
      all.add(h2("How, in this order"));
      all.add(steps(planned));
      planned.costs().ifPresent(c -> all.add(p("Cost: " + c.basis() + ".")));
      all.add(h2("What runs"));
      for (int i = 0; i < plan.steps().size(); i++) {
        all.add(PlanHtmlSteps.whole(planned, i));
      }
    }
    return all;
  }

  private static String mood(Plan plan) {
    if (plan.isRefused()) {
      return "bad";
    }
    return plan.steps().stream().anyMatch(StepText::isBlocking) ? "warn" : "good";
  }

  private static DomContent change(Change change) {
    ChangeText text = ChangeText.of(change);
    String sign =
        switch (text.sign()) {
          case ADDED -> "added";
          case REMOVED -> "removed";
          case CHANGED -> "changed";
        };
    return tr(
        td(text.sign().symbol()).withClasses("name", sign),
        td(text.subject()).withClasses("name", sign),
        td(text.detail()).withClass("name"));
  }

  private static DomContent steps(PlanReport.Planned planned) {
    List<DomContent> rows = new ArrayList<>();
    for (int i = 0; i < planned.plan().steps().size(); i++) {
      rows.add(row(planned, i));
    }
    return table(thead(tr(each(StepText.columns(planned), c -> th(c)))), tbody(each(rows, r -> r)));
  }

  private static DomContent row(PlanReport.Planned planned, int index) {
    Step step = planned.plan().steps().get(index);
    List<String> columns = StepText.columns(planned);
    List<String> cells = StepText.cells(planned, index);
    List<DomContent> row = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      String look =
          switch (columns.get(i)) {
            case "#" -> "short number";
            case "blocks" -> StepText.isBlocking(step) ? "short warn" : "short good";
            case "undo" -> StepText.undo(step).equals("yes") ? "good" : "long";
            case "step" -> "long";
            default -> "short";
          };
      row.add(td(cells.get(i)).withClass(look));
    }
    return tr(each(row, r -> r));
  }
}
