package dev.schemac.resolve.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.schemac.golden.ServerKind;
import dev.schemac.golden.Servers;
import dev.schemac.golden.TestDatabase;
import dev.schemac.model.Column;
import dev.schemac.model.Dialect;
import dev.schemac.model.Expression;
import dev.schemac.model.QName;
import dev.schemac.model.Table;
import dev.schemac.sql.MySqlQuoting;
import dev.schemac.sql.PostgresQuoting;
import dev.schemac.sql.Quoting;
import dev.schemac.sql.TypeWriter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Servers take the SQL that is written for an expression, and what they print for it afterwards has
 * the normal form that it was made of.
 */
class ServerTextTest {
  private static final List<String> BOTH =
      List.of(
          "a between 1 and 2",
          "a not between 1 and 2",
          "not (a = 1)",
          "not (a > 1 and b between 2 and 3)",
          "a in (1, 2)",
          "a not in (1, 2, 3)",
          "a in (1)",
          "name in ('x', 'y')",
          "name = 'it is'",
          "price > 0",
          "price * 2 > 3.5",
          "price > a",
          "ratio > a",
          "big > a + 1",
          "a > -5 and (b < 3 or ok_) and not ok_",
          "a > 1 and (b > 2 and big > 3)",
          "a is not null or b is null",
          "a is distinct from b",
          "a is not distinct from b",
          "lower(name) = 'x'",
          "length(name) > 3",
          "char_length(note) > 3",
          "name || 'x' || note = 'y'",
          "coalesce(note, name) <> ''",
          "coalesce(b, 1) > 0",
          "nullif(name, '') is not null",
          "greatest(a, b) < 3",
          "round(price / 60.0, 2) > 1",
          "abs(b) + ceil(price) > 1",
          "name like 'x%'",
          "name not like 'x%'",
          "case when a > 1 then 'x' else null end = 'x'",
          "case a when 1 then 'x' when 2 then 'y' else 'z' end = 'x'",
          "(a + b) * 2 > 3 - (a - b)",
          "a - (b - 1) > 0",
          "-a < 3",
          "a % 2 = 0",
          "a / b > 1",
          "day > '2020-01-01'",
          "ok_ = true",
          "ok_ is true",
          "ok_ is not true",
          "mood = sad",
          "mood in (sad, ok)",
          "`Mixed` > 1",
          "extract(year from day) > 2000",
          "substring(name, 1, 2) = 'ab'",
          "replace(name, 'a', 'b') <> ''",
          "trim(name) <> ''",
          "data ->> 'k' = 'v'",
          "a & 3 = 1",
          "a | 4 = 7");
  private static final List<String> POSTGRES =
      List.of(
          "name ilike 'a%'",
          "name ~ '^a'",
          "name !~* '^a'",
          "at > '2020-01-01 00:00:00+00'",
          "at > now() - interval '3 minutes'",
          "uid = '00000000-0000-0000-0000-000000000000'",
          "code = 'abc'",
          "data @> '{\"a\": 1}'",
          "name = any (array['a', 'b'])",
          "date_trunc('day', local) > local",
          "starts_with(name, 'x')");
  private static final List<String> MYSQL =
      List.of("name ~ '^a'", "name regexp 'a'", "a xor b", "name ilike 'a%'");

  private static final List<String> DEFAULTS =
      List.of(
          "int default 5",
          "int default -5",
          "int default '7'",
          "bigint default 5000000000",
          "decimal(12, 2) default 4.50",
          "double default 1e3",
          "bool default true",
          "text default uuid()",
          "uuid default uuid()",
          "text default 'it''s'",
          "varchar(50) default 'x'",
          "char(3) default 'EUR'",
          "timestamptz default now()",
          "timestamp(3) default now()",
          "timestamptz default (now() + interval '90 minutes')",
          "timestamptz default '2020-01-01 00:00:00+00'",
          "date default today()",
          "date default now()",
          "date default '2020-01-01'",
          "interval default interval '1 day 2 hours'",
          "json default '{}'",
          "text[] default '{}'",
          "text[] default array['a', 'b']",
          "Mood default ok",
          "bytes default 'x'",
          "text default (lower('A') || 'b')",
          "bigint default (1 + 2)");

  /** A default's text, put into the place of the one that it was printed for. */
  @Test
  void postgresPrintsTheSameDefault() throws SQLException {
    Expressions expressions = Expressions.postgres();
    try (TestDatabase database = Servers.database(ServerKind.POSTGRES_NEW);
        Statement statement = database.connection().createStatement()) {
      statement.execute("create type \"Mood\" as enum ('sad', 'ok', 'happy')");
      statement.execute("create table t ()");
      List<String> differences = new ArrayList<>();
      for (String written : DEFAULTS) {
        Column column = expressions.column(written);
        String type = TypeWriter.of(Dialect.POSTGRES).column(column.type());
        statement.execute(
            "alter table t add x " + type + " default " + expressions.defaultSql(written));
        String printed = one(statement, "select pg_get_expr(adbin, adrelid) from pg_attrdef", 1);
        statement.execute("alter table t drop x");
        String again =
            written.substring(0, written.indexOf("default")) + "default (" + printed + ")";
        if (!column.equals(expressions.column(again))) {
          differences.add(
              written + "\n  " + again + "\n  " + expressions.column(again).defaultValue());
        }
      }
      assertEquals("", String.join("\n", differences));
    }
  }

  @Test
  void postgresPrintsTheSameForm() throws SQLException {
    List<String> all = new ArrayList<>(BOTH);
    all.addAll(POSTGRES);
    compare(ServerKind.POSTGRES_NEW, Expressions.postgres(), all);
  }

  @Test
  void mysqlPrintsTheSameForm() throws SQLException {
    List<String> all = new ArrayList<>(BOTH);
    all.addAll(MYSQL);
    compare(ServerKind.MYSQL_NEW, Expressions.mysql(), all);
  }

  private static void compare(ServerKind kind, Expressions expressions, List<String> written)
      throws SQLException {
    try (TestDatabase database = Servers.database(kind);
        Statement statement = database.connection().createStatement()) {
      create(statement, kind.dialect(), expressions);
      List<String> differences = new ArrayList<>();
      for (String expression : written) {
        Expression form = expressions.check(expression);
        String sql = expressions.sql().text(form);
        String printed = printed(statement, kind.dialect(), sql);
        Expression again = again(expressions, printed);
        if (!form.equals(again)) {
          differences.add(
              expression + "\n  " + sql + "\n  " + printed + "\n  " + form + "\n  " + again);
        }
      }
      assertEquals("", String.join("\n", differences));
    }
  }

  private static Expression again(Expressions expressions, String printed) {
    try {
      return expressions.check(printed);
    } catch (AssertionError e) {
      return new Expression.Sql(e.getMessage());
    }
  }

  private static void create(Statement statement, Dialect dialect, Expressions expressions)
      throws SQLException {
    boolean postgres = dialect == Dialect.POSTGRES;
    if (postgres) {
      statement.execute("create type \"Mood\" as enum ('sad', 'ok', 'happy')");
    }
    Quoting quoting = postgres ? PostgresQuoting.INSTANCE : MySqlQuoting.INSTANCE;
    Table table = expressions.with("check (a > 0)").schema().table(QName.of("t")).orElseThrow();
    List<String> columns = new ArrayList<>();
    for (Column column : table.columns()) {
      String type = TypeWriter.of(dialect).column(column.type());
      columns.add(quoting.identifier(column.name()) + " " + type + " null");
    }
    statement.execute("create table t (" + String.join(", ", columns) + ")");
  }

  private static String printed(Statement statement, Dialect dialect, String sql)
      throws SQLException {
    try {
      statement.execute("alter table t add constraint c check (" + sql + ")");
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
    String text =
        dialect == Dialect.POSTGRES
            ? one(
                statement,
                "select pg_get_expr(conbin, conrelid) from pg_constraint where conname = 'c'",
                1)
            : clause(one(statement, "show create table t", 2));
    statement.execute("alter table t drop constraint c");
    return text;
  }

  private static String clause(String create) {
    Matcher m = Pattern.compile("CONSTRAINT `c` CHECK \\((.*)\\)").matcher(create);
    return m.results().map(r -> r.group(1)).collect(Collectors.joining());
  }

  private static String one(Statement statement, String query, int column) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(column).replace("\"Mixed\"", "`Mixed`").replace("\"Mood\"", "Mood");
    }
  }
}
