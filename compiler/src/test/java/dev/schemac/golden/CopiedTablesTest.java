package dev.schemac.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemac.emit.ExpandSchema;
import dev.schemac.emit.MigrationScript;
import dev.schemac.model.Schema;
import dev.schemac.model.Target;
import dev.schemac.plan.Plan;
import dev.schemac.plan.Step;
import dev.schemac.plan.Strategy;
import dev.schemac.resolve.Resolution;
import java.sql.Connection;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Applications that write between any two steps of a plan that copies tables, and of its way back:
 * the rows are those of a database in which nothing else has happened, what triggers do happens
 * once, and no row gets in that a foreign key refuses.
 */
class CopiedTablesTest {
  private static final String BEFORE =
      """
      enum Size as varchar(9) { s, m, l }
      table people {
        id   int identity primary key
        name varchar(20)
      }
      table orders {
        id    int identity primary key
        gone  int?
        buyer ref people on delete cascade on update cascade
        price int?
        size  Size default s
      }
      table lines {
        id    int primary key
        order ref orders?
      }
      table tasks {
        id     int primary key
        parent int?
        person ref people? on update cascade on delete cascade
        foreign key tasks_parent_fkey (parent) -> tasks (id)
      }
      table notes {
        id   int primary key
        task ref tasks? on delete cascade
      }
      table seen {
        id   int identity primary key
        what varchar(30)
      }
      trigger orders_priced before insert on orders = \"""set new.price = new.price + 1\"""
      trigger orders_seen after insert on orders = \"""begin
        insert into seen (what) values (concat('order ', new.id));
        update people set name = concat(name, '!') where id = new.buyer;
      end\"""
      trigger orders_gone after delete on orders =
        \"""insert into seen (what) values (concat('gone ', old.id))\"""
      trigger people_named before update on people = \"""set new.name = concat(new.name, '.')\"""
      """;

  private static final String AFTER =
      BEFORE
          .replaceFirst("id   int identity", "id   bigint identity")
          .replace("gone  int?", "retire gone")
          .replace("price int?", "price int?\n  double int? generated (price * 2) stored")
          .replace("s, m, l", "s, m, retire l -> m");

  private static final int PEOPLE = 11_000;

  /** More than two batches; everybody has an order and a task, the tasks of some have notes. */
  private static final List<String> ROWS =
      List.of(
          all("insert into people (id, name) values ", i -> "(" + i + ", 'p" + i + "')"),
          all(
              "insert into orders (id, buyer, price, size) values ",
              i -> "(" + i + ", " + i + ", " + i + ", '" + (i % 3 == 0 ? "l" : "m") + "')"),
          "insert into `lines` select id, id from orders where id > 10000",
          "insert into tasks select id, null, id from people",
          "update tasks set parent = 11000 where id between 9000 and 9999",
          "insert into notes select id, id from tasks where id < 5000");

  private static final List<String> SELECTS =
      List.of(
          "id, name from people",
          "id, buyer, price, if(size = 'l', 'm', size) from orders",
          "what, count(*) id from seen group by what",
          "id, `order` from `lines`",
          "id, parent, person from tasks",
          "id, task from notes");

  private static String all(String insert, IntFunction<String> row) {
    return IntStream.rangeClosed(1, PEOPLE)
        .mapToObj(row)
        .collect(Collectors.joining(", ", insert, ""));
  }

  private int round;
  private boolean swapped;

  @ParameterizedTest
  @EnumSource(names = {"MYSQL_OLD", "MYSQL_NEW", "MARIADB_OLD", "MARIADB_NEW"})
  void nothingIsLostThatIsWrittenMeanwhile(ServerKind server) {
    Plan plan = plan(server.target());
    assertTrue(plan.steps().stream().anyMatch(s -> s.title().startsWith("swap people, orders")));
    try (TestDatabase changing = Servers.database(server);
        TestDatabase control = Servers.database(server)) {
      for (TestDatabase database : List.of(changing, control)) {
        SqlClient.runAll(database, "before", Compiled.create(plan.before()));
        ROWS.forEach(sql -> Query.run(database.connection(), sql));
      }
      for (Step step : plan.steps()) {
        SqlClient.runAll(changing, step.title(), Compiled.up(alone(plan, step)));
        swapped |= step.title().startsWith("swap");
        write(changing, control);
      }
      assertEquals(rows(control), rows(changing));
      for (Step step : plan.steps().reversed()) {
        SqlClient.runAll(changing, "undo " + step.title(), Compiled.down(alone(plan, step)));
        swapped &= !step.title().startsWith("swap");
        write(changing, control);
      }
      assertEquals(rows(control), rows(changing));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL_OLD", "MYSQL_NEW", "MARIADB_OLD", "MARIADB_NEW"})
  void betweenExpandAndContractTheSnapshotIsRight(ServerKind server) {
    Plan plan = plan(server.target());
    Plan expand = MigrationScript.parts(plan).getFirst().plan();
    try (TestDatabase database = Servers.database(server);
        TestDatabase fresh = Servers.database(server)) {
      SqlClient.runAll(database, "before", Compiled.create(plan.before()));
      SqlClient.runAll(database, "expand", Compiled.up(expand));
      SqlClient.runAll(fresh, "between", Compiled.create(ExpandSchema.of(plan)));
      CatalogueText.assertSame("between", CatalogueText.of(fresh), CatalogueText.of(database));
    }
  }

  private static Plan plan(Target target) {
    Resolution after = Compiled.resolve("after.schema", AFTER, target);
    Schema before = Compiled.resolve("before.schema", BEFORE, target).schema();
    return Compiled.plan(before, after.schema(), after.evolution(), Strategy.ONLINE);
  }

  private static Plan alone(Plan plan, Step step) {
    return new Plan(
        plan.before(),
        plan.after(),
        plan.strategy(),
        plan.changes(),
        List.of(step),
        List.of(),
        List.of());
  }

  /** What applications do: rows come, change, get another key and go, with cascades. */
  private void write(TestDatabase changing, TestDatabase control) {
    round++;
    int id = 20_000 + round;
    int old = round * 40;
    for (TestDatabase database : List.of(changing, control)) {
      Connection connection = database.connection();
      for (String sql :
          List.of(
              "insert into people (id, name) values (" + id + ", 'new')",
              "insert into orders (id, buyer, price, size) values"
                  + " ("
                  + id
                  + ", "
                  + id
                  + ", 1, '"
                  + (swapped ? "s" : "l")
                  + "')",
              "insert into `lines` values (" + id + ", " + id + ")",
              "insert into tasks values (" + id + ", " + (id - 1 > 20_000 ? id - 1 : null) + ", 1)",
              "update people set name = 'other' where id between " + old + " and " + (old + 9),
              "update orders set price = price + 1 where id % 50 = " + round,
              "update people set id = id + 50000 where id = " + (old + 10),
              "update orders set id = id + 50000 where id = " + (old + 11),
              "delete from people where id = " + (old + 12),
              "delete from orders where id = " + (old + 13),
              "insert into notes values (" + id + ", " + id + ")")) {
        Query.run(connection, sql);
      }
    }
    refuses(changing, "insert into orders (buyer, price) values (7, 1), (999999, 1)");
    refuses(changing, "insert into `lines` values (999999, 999999)");
    refuses(changing, "insert into tasks values (999999, 888888, null)");
    refuses(changing, "delete from orders where id = 10001");
  }

  private static void refuses(TestDatabase database, String sql) {
    AssertionError refused =
        assertThrows(AssertionError.class, () -> Query.run(database.connection(), sql));
    assertTrue(refused.getMessage().contains("foreign key"), refused::getMessage);
  }

  private static List<List<List<String>>> rows(TestDatabase database) {
    return SELECTS.stream()
        .map(s -> Query.rows(database.connection(), "select " + s + " order by 1, 2"))
        .toList();
  }
}
