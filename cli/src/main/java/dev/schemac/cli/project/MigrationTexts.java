package dev.schemac.cli.project;

import dev.schemac.emit.ExpandSchema;
import dev.schemac.emit.Layout;
import dev.schemac.emit.Migration;
import dev.schemac.emit.MigrationLayout;
import dev.schemac.emit.MigrationScript;
import dev.schemac.emit.ScriptFlavour;
import dev.schemac.model.Schema;
import dev.schemac.plan.Plan;
import dev.schemac.plan.SqlPrinter;
import dev.schemac.plan.Strategy;
import dev.schemac.report.PlanReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A plan as migrations: one, or two where a deploy must come between expand and contract. */
final class MigrationTexts {
  private final TargetPlan plan;
  private final String project;
  private final Layout layout;

  private MigrationTexts(TargetPlan plan, String project, Layout layout) {
    this.plan = plan;
    this.project = project;
    this.layout = layout;
  }

  static List<Migration> of(
      Workspace workspace, TargetPlan plan, String slug, Layout layout, Versions versions) {
    MigrationTexts texts = new MigrationTexts(plan, workspace.name(), layout);
    List<MigrationScript.Part> parts = parts(plan.plan());
    List<Migration> migrations = new ArrayList<>();
    for (MigrationScript.Part part : parts) {
      boolean last = migrations.size() == parts.size() - 1;
      Schema schema = last ? plan.plan().after() : ExpandSchema.of(plan.plan());
      String name = part.name().isEmpty() ? slug : slug + "_" + part.name();
      migrations.add(texts.migration(versions.take(), name, part.plan(), schema));
    }
    return migrations;
  }

  /** In a maintenance window no deploy comes between. */
  private static List<MigrationScript.Part> parts(Plan plan) {
    return plan.strategy() == Strategy.DIRECT
        ? List.of(new MigrationScript.Part("", plan))
        : MigrationScript.parts(plan);
  }

  private Migration migration(String version, String slug, Plan part, Schema schema) {
    SqlPrinter printer = Dialects.printer(plan.target());
    PlanReport.Heading heading = new PlanReport.Heading(project, plan.from(), slug);
    MigrationLayout.Content content =
        new MigrationLayout.Content(
            MigrationScript.up(part, printer, ScriptFlavour.FILE),
            MigrationScript.down(part, printer, ScriptFlavour.FILE),
            Pipeline.snapshotText(schema),
            PlanReport.markdown(
                new PlanReport.Planned(heading, part, printer, plan.costs(), Optional.empty())),
            units(part, printer));
    return MigrationLayout.lay(layout, version, slug, content);
  }

  private List<MigrationLayout.Unit> units(Plan part, SqlPrinter printer) {
    return layout == Layout.SCHEMAC
        ? List.of()
        : MigrationScript.units(part, printer).stream()
            .map(unit -> new MigrationLayout.Unit(unit.sql(), unit.transactional()))
            .toList();
  }
}
