package dev.schemac.dialect.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.DataType;
import dev.schemac.model.Expression;
import dev.schemac.model.KeyPart;
import dev.schemac.model.Options;
import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.ServerVersion;
import dev.schemac.model.Table;
import dev.schemac.plan.Guard;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PostgresPrinterTest {
  private static final QName ORDERS = new QName("shop", "order");
  private static final DataType INT = DataType.Builtin.of("int");

  private final PostgresPrinter printer = new PostgresPrinter(new ServerVersion(14, 0, 0));

  @Test
  void aKeyOverTheColumnsOfThePrimaryKeyIsAddedByItself() {
    Table table =
        Table.of(ORDERS, List.of(Column.of("id", INT, false), Column.of("Total", INT, true)))
            .withConstraints(
                List.of(
                    new Constraint.PrimaryKey(
                        "order_pkey",
                        List.of(KeyPart.column("id")),
                        List.of(),
                        Constraint.Deferral.NOT_DEFERRABLE,
                        Optional.empty(),
                        Options.none()),
                    unique("order_id_key", "id"),
                    unique("order_total_key", "Total")));
    assertEquals(
        List.of(
            """
            CREATE TABLE shop."order" (
              id integer NOT NULL,
              "Total" integer,
              CONSTRAINT order_pkey PRIMARY KEY (id),
              CONSTRAINT order_total_key UNIQUE ("Total")
            )\
            """,
            "ALTER TABLE shop.\"order\" ADD CONSTRAINT order_id_key UNIQUE (id)"),
        printer.print(new Statement.Create(table)));
  }

  private static Constraint unique(String name, String column) {
    return new Constraint.Unique(
        name,
        List.of(KeyPart.column(column)),
        List.of(),
        false,
        Constraint.Deferral.NOT_DEFERRABLE,
        Optional.empty(),
        Options.none());
  }

  @Test
  void renamesSplitAnAlterAndTheRestIsJoined() {
    Statement alter =
        Alter.table(
            ORDERS,
            new TableAction.DropDefault("a"),
            new TableAction.DropNotNull("a"),
            new TableAction.RenameColumn("a", "b"),
            new TableAction.SetNotNull("b"));
    assertEquals(
        List.of(
            """
            ALTER TABLE shop."order"
              ALTER COLUMN a DROP DEFAULT,
              ALTER COLUMN a DROP NOT NULL\
            """,
            "ALTER TABLE shop.\"order\" RENAME COLUMN a TO b",
            "ALTER TABLE shop.\"order\" ALTER COLUMN b SET NOT NULL"),
        printer.print(alter));
  }

  @Test
  void notNullIsAConstraintFrom18OnAndACheckBelow() {
    Statement add = Alter.table(ORDERS, new TableAction.AddNotNull("order_a_nn", "a", false, true));
    assertEquals(
        List.of(
            "ALTER TABLE shop.\"order\" ADD CONSTRAINT order_a_nn CHECK (a IS NOT NULL) NOT VALID"),
        printer.print(add));
    assertEquals(
        List.of("ALTER TABLE shop.\"order\" ADD CONSTRAINT order_a_nn NOT NULL a NOT VALID"),
        new PostgresPrinter(new ServerVersion(18, 0, 0)).print(add));
  }

  @Test
  void aBodyThatHoldsTheTagOfTheQuotesGetsAnotherTag() {
    Guard guard =
        new Guard(
            "no-nulls",
            "it holds $guard$",
            new Guard.Condition.NoRow(ORDERS, Optional.of(new Expression.NullLiteral())));
    String sql = printer.print(guard);
    assertTrue(sql.startsWith("DO $guard_$"), sql);
    assertTrue(sql.endsWith("$guard_$"), sql);
  }

  @Test
  void onlyAGuardBeforeLossLocks() {
    Guard.Condition any = new Guard.Condition.NoRow(ORDERS, Optional.empty());
    String lock = "LOCK TABLE shop.\"order\" IN ACCESS EXCLUSIVE MODE;";
    assertTrue(printer.print(new Guard("table-empty", "not empty", any)).contains(lock));
    assertFalse(printer.print(new Guard("no-nulls", "NULL", any)).contains(lock));
  }

  @Test
  void onUpdateLeavesAColumnThatTheStatementSetAndRowsThatAMigrationMoves() {
    Column column =
        Column.of("at", DataType.Builtin.of("timestamptz"), true)
            .withOnUpdate(Optional.of(Expression.Call.of("now")));
    Statement create = TableStatements.onUpdate(ORDERS, column).orElseThrow();
    assertEquals(
        List.of(
            """
            CREATE FUNCTION shop.order_at_on_update() RETURNS trigger LANGUAGE plpgsql AS $trigger$
            BEGIN
              IF NEW.at IS NOT DISTINCT FROM OLD.at
                AND current_setting('schemac.backfill', true) IS DISTINCT FROM 'on' THEN
                NEW.at := now();
              END IF;
              RETURN NEW;
            END
            $trigger$\
            """,
            "CREATE TRIGGER order_at_on_update BEFORE UPDATE ON shop.\"order\""
                + " FOR EACH ROW EXECUTE FUNCTION shop.order_at_on_update()"),
        printer.print(create));
  }

  @Test
  void aBackfillWalksACompositeKeyInPages() {
    Table table =
        Table.of(
            QName.of("t"),
            List.of(
                Column.of("a", INT, false),
                Column.of("b", DataType.Builtin.of("uuid"), false),
                Column.of("c", INT, true)));
    Statement backfill =
        new Statement.Backfill(
            "t.c",
            table,
            List.of(new Statement.Assignment("c", new Expression.NumberLiteral("1"))),
            Optional.of(new Expression.IsNull(new Expression.ColumnRef("c"))),
            table.columns().subList(0, 2),
            500);
    String sql = printer.print(backfill).getFirst();
    assertTrue(sql.contains("(a, b) >= (schemac_first_1, schemac_first_2)"), sql);
    assertTrue(sql.contains("ORDER BY a, b LIMIT 500"), sql);
    assertTrue(sql.contains("schemac_last_2 uuid;"), sql);
    assertTrue(sql.contains("AND (c IS NULL);\n    COMMIT;"), sql);
  }

  @Test
  void anotherNamespaceIsASecondStatement() {
    Table table = Table.of(new QName("a", "t"), List.of());
    assertEquals(
        List.of("ALTER TABLE a.t RENAME TO u", "ALTER TABLE a.u SET SCHEMA b"),
        printer.print(new Statement.Rename(table, new QName("b", "u"))));
  }

  @Test
  void aSequenceThatLosesAnOptionGetsTheServersOwn() {
    TreeMap<String, String> options = new TreeMap<>();
    options.put("cycle", "true");
    options.put("max", "9");
    SchemaObject.Sequence before =
        new SchemaObject.Sequence(QName.of("s"), options, Optional.empty(), Optional.empty());
    SchemaObject.Sequence after =
        new SchemaObject.Sequence(
            QName.of("s"), Options.none(), Optional.empty(), Optional.empty());
    assertEquals(
        List.of("ALTER SEQUENCE s NO CYCLE NO MAXVALUE"),
        printer.print(new Statement.AlterObject(before, after)));
  }
}
