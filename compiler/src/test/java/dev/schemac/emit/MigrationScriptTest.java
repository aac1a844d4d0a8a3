package dev.schemac.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemac.plan.PlainPrinter;
import dev.schemac.plan.Plan;
import dev.schemac.plan.SamplePlans;
import dev.schemac.plan.Strategy;
import java.util.List;
import org.junit.jupiter.api.Test;

class MigrationScriptTest {
  private final PlainPrinter printer = new PlainPrinter();

  @Test
  void psqlRunsWhatMayShareATransactionInOne() {
    Plan plan = SamplePlans.conversion("postgres:15", Strategy.DIRECT);
    assertEquals(
        """
        -- postgres:15, direct, up: 4 steps
        -- run with: psql -f FILE
        \\set ON_ERROR_STOP on
        SET client_encoding = 'UTF8';
        SET standard_conforming_strings = on;

        BEGIN;
        SET LOCAL lock_timeout = '2s';
        SET LOCAL statement_timeout = '30s';
        SET LOCAL idle_in_transaction_session_timeout = '30s';
        -- step 1 (expand): add column kind_new
        ALTER 1;
        COMMIT;

        SET lock_timeout = 0;
        SET statement_timeout = 0;
        -- step 2 (backfill): copy kind, 5000 rows a batch
        BEGIN; COPY; END;
        RESET lock_timeout;
        RESET statement_timeout;

        BEGIN;
        SET LOCAL lock_timeout = '2s';
        SET LOCAL statement_timeout = 0;
        SET LOCAL idle_in_transaction_session_timeout = '30s';
        -- step 3 (expand): unique index on stripe_id
        GUARD 'no two rows share a stripe_id';
        CREATE INDEX;
        -- step 4 (contract): drop column kind_old
        ALTER 4;
        COMMIT;
        """,
        MigrationScript.up(plan, printer, ScriptFlavour.CLIENT));
  }

  @Test
  void theWayDownUndoesInReverseAndSaysWhatIsLost() {
    Plan plan = SamplePlans.conversion("postgres:15", Strategy.ONLINE);
    assertEquals(
        """
        -- schemac: step 4 contract undo: drop column kind_old
        -- loses labels that nobody wrote
        UNDO 4;

        -- schemac: step 3 expand undo: unique index on stripe_id
        -- schemac: transaction=new
        DROP INDEX;

        -- schemac: step 2 backfill undo: copy kind, 5000 rows a batch
        -- schemac: transaction=new
        -- nothing to undo: the column goes away with step 1

        -- schemac: step 1 expand undo: add column kind_new
        -- schemac: transaction=new
        UNDO 1;
        """,
        MigrationScript.down(plan, printer, ScriptFlavour.FILE));
  }

  @Test
  void whatCannotBeUndoneStopsTheWayDownBeforeItBegins() {
    Plan plan = SamplePlans.withoutWayBack(SamplePlans.conversion("postgres:15", Strategy.DIRECT));
    String down = MigrationScript.down(plan, printer, ScriptFlavour.CLIENT);
    String stop = "GUARD 'cannot be undone: step 5 (drop type Kind): its values are gone';";
    assertTrue(down.indexOf(stop) > 0 && down.indexOf(stop) < down.indexOf("UNDO"), down);
  }

  @Test
  void aMigrationFileMarksWhereTransactionsEnd() {
    Plan plan = SamplePlans.conversion("postgres:15", Strategy.DIRECT);
    assertEquals(
        """
        -- schemac: step 1 expand add column kind_new
        ALTER 1;

        -- schemac: step 2 backfill copy kind, 5000 rows a batch
        -- schemac: transaction=none
        BEGIN; COPY; END;

        -- schemac: step 3 expand unique index on stripe_id
        -- schemac: transaction=new
        -- schemac: guard no-duplicates
        GUARD 'no two rows share a stripe_id';
        CREATE INDEX;

        -- schemac: step 4 contract drop column kind_old
        ALTER 4;
        """,
        MigrationScript.up(plan, printer, ScriptFlavour.FILE));
  }

  @Test
  void theMySqlClientNeedsAnotherDelimiterAroundBodies() {
    Plan plan = SamplePlans.conversion("mysql:8.4", Strategy.ONLINE);
    assertEquals(
        """
        -- mysql:8.4, online, up: 4 steps
        -- run with: mysql < FILE
        SET NAMES utf8mb4;
        SET SESSION sql_mode = 'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
        SET SESSION foreign_key_checks = 1, unique_checks = 1;
        SET SESSION time_zone = '+00:00';
        SET SESSION lock_wait_timeout = 3, innodb_lock_wait_timeout = 5;

        -- step 1 (expand): add column kind_new
        ALTER 1;

        -- step 2 (backfill): copy kind, 5000 rows a batch
        DELIMITER $$
        BEGIN; COPY; END$$
        DELIMITER ;

        -- step 3 (expand): unique index on stripe_id
        GUARD 'no two rows share a stripe_id';
        CREATE INDEX;

        -- step 4 (contract): drop column kind_old
        ALTER 4;
        """,
        MigrationScript.up(plan, printer, ScriptFlavour.CLIENT));
  }

  @Test
  void anOnlinePlanIsTwoMigrationsAndADirectOneIsOne() {
    Plan online = SamplePlans.conversion("postgres:15", Strategy.ONLINE);
    assertEquals(
        List.of("expand 3", "contract 1"),
        MigrationScript.parts(online).stream()
            .map(p -> p.name() + " " + p.plan().steps().size())
            .toList());
    Plan direct = SamplePlans.conversion("postgres:15", Strategy.DIRECT);
    assertEquals(1, MigrationScript.parts(direct).size());
  }

  @Test
  void aToolWhoseUnitIsTheFileGetsOneTextPerTransaction() {
    Plan plan = SamplePlans.conversion("postgres:15", Strategy.DIRECT);
    List<MigrationScript.Unit> units = MigrationScript.units(plan, printer);
    assertEquals(
        List.of(true, false, true),
        units.stream().map(MigrationScript.Unit::transactional).toList());
    assertTrue(units.getFirst().sql().contains("SET LOCAL lock_timeout"));
    assertTrue(units.stream().noneMatch(u -> u.sql().contains("COMMIT;")));
  }
}
