package dev.schemac.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemac.dialect.mysql.CopyingTool;
import dev.schemac.dialect.mysql.MySqlPatterns;
import dev.schemac.model.Target;
import dev.schemac.plan.HandOver;
import dev.schemac.plan.Plan;
import dev.schemac.plan.Planner;
import dev.schemac.plan.Step;
import dev.schemac.plan.Strategy;
import dev.schemac.resolve.Resolution;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What of a plan the tools that copy tables can take. */
class HandOverTest {
  private static final Target TARGET = Target.parse("mysql:8.4").orElseThrow();
  private static final String TABLES =
      """
      table people { id TYPE identity primary key }
      table orders {
        id    int primary key
        buyer ref people
      }
      """;

  @Test
  void aKeyIsHandedOverOnceStepsBeforeHaveTakenItsForeignKeysAway() {
    Plan plan = plan(TABLES.replace("TYPE", "int"), TABLES.replace("TYPE", "bigint"));
    List<Step> blocking =
        plan.steps().stream()
            .filter(s -> s.effect().locks().stream().anyMatch(l -> l.mode().equals("SHARED MDL")))
            .toList();
    assertEquals(
        List.of("change column id of people"), blocking.stream().map(Step::title).toList());
    HandOver.Offer offer = CopyingTool.GH_OST.of(plan, blocking.getFirst()).orElseThrow();
    assertTrue(
        offer instanceof HandOver.Offer.Command(var command)
            && command.contains("--table=people")
            && command.contains("MODIFY COLUMN `id` bigint"),
        offer::toString);
  }

  @Test
  void aTableThatAForeignKeyIsOnIsNotHandedOver() {
    String before = TABLES.replace("TYPE", "int");
    Plan plan =
        plan(
            before.replace("primary key }", "primary key; size int }"),
            before.replace("primary key }", "primary key; size bigint }"),
            Strategy.DIRECT);
    assertEquals(
        new HandOver.Offer.Refused("it copies no table with foreign keys"),
        CopyingTool.GH_OST.of(plan, plan.steps().getFirst()).orElseThrow());
  }

  private static Plan plan(String before, String after) {
    return plan(before, after, Strategy.ONLINE);
  }

  private static Plan plan(String before, String after, Strategy strategy) {
    Resolution old = Compiled.resolve("before.schema", before, TARGET);
    Resolution now = Compiled.resolve("after.schema", after, TARGET);
    assertTrue(!old.hasErrors() && !now.hasErrors(), () -> now.diagnostics().toString());
    return Planner.plan(
        old.schema(), now.schema(), now.evolution(), strategy, MySqlPatterns.handingOver());
  }
}
