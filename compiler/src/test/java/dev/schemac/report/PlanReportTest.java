package dev.schemac.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.schemac.plan.PlainPrinter;
import dev.schemac.plan.SamplePlans;
import dev.schemac.plan.Strategy;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanReportTest {
  private static PlanReport.Planned planned(Strategy strategy) {
    return new PlanReport.Planned(
        new PlanReport.Heading("storefront", "git:origin/main", "working tree"),
        SamplePlans.conversion("postgres:15", strategy),
        new PlainPrinter());
  }

  @Test
  void textIsWhatAReviewerReads() {
    assertEquals(
        """
        storefront · postgres 15 · git:origin/main → working tree
          ~ items.kind            Kind → varchar(50)
          + items_stripe_id_key   unique index (stripe_id) where (stripe_id is not null)

          #  phase     step                          blocks   reads        undo
          1  expand    add column kind_new           ms       –            yes
          2  backfill  copy kind, 5000 rows a batch  nothing  whole table  not needed
          3  expand    unique index on stripe_id     writers  whole table  yes
          4  contract  drop column kind_old          ms       –            loses labels that nobody wrote

          guard  before 3: stops if no two rows share a stripe_id
          4 steps, 2 migrations (expand → deploy → contract), step 3 keeps readers or writers waiting for as long as the work takes
        """,
        PlanReport.text(planned(Strategy.ONLINE), false));
  }

  @Test
  void markdownFoldsTheSqlAway() {
    String text = PlanReport.markdown(planned(Strategy.DIRECT));
    assertTrue(text.startsWith("### storefront · postgres 15 · git:origin/main → working tree\n"));
    assertTrue(text.contains("| 1 | expand | add column kind\\_new | ms | – | yes |"), text);
    assertTrue(text.contains("4 steps, 1 migration, step 3 keeps"), text);
    assertTrue(text.contains("<details><summary>SQL</summary>\n\n```sql\n-- 1: add column"), text);
  }

  @Test
  void jsonIsVersionedAndComplete() {
    JsonObject report =
        JsonParser.parseString(PlanReport.json(List.of(planned(Strategy.ONLINE))))
            .getAsJsonObject();
    assertEquals(1, report.get("format").getAsInt());
    JsonObject plan = report.getAsJsonArray("plans").get(0).getAsJsonObject();
    assertEquals("postgres:15", plan.get("target").getAsString());
    assertEquals("online", plan.get("strategy").getAsString());
    JsonObject change = plan.getAsJsonArray("changes").get(0).getAsJsonObject();
    assertEquals("modify-column", change.get("kind").getAsString());
    JsonObject step = plan.getAsJsonArray("steps").get(2).getAsJsonObject();
    assertEquals(
        "writers",
        step.getAsJsonArray("locks").get(0).getAsJsonObject().get("blocks").getAsString());
    assertEquals("CREATE INDEX", step.getAsJsonArray("sql").get(0).getAsString());
    assertEquals("exact", step.getAsJsonObject("undo").get("kind").getAsString());
  }
}
