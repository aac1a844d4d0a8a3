package dev.schemac.shadow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.schemac.model.Dialect;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqlScriptTest {
  private static List<String> statements(Dialect dialect, String text) {
    return SqlScript.of(dialect, text).statements().stream().map(SqlScript.Statement::sql).toList();
  }

  @Test
  void postgresEndsAStatementWherePsqlDoes() {
    assertEquals(
        List.of(
            "create table a (b text default ';' /* ; /* ; */ ; */)",
            "select E'\\';', 'it''s;', \";\"",
            "create function f() returns int language sql begin atomic; select case when true then"
                + " 1 end; end",
            "create function g() as $x$ ; $$ ; $x$ language sql",
            "create rule r as on insert to a do (select 1; select 2)",
            "begin",
            "select $1 + a$b$c",
            "end",
            "select 1 -- no end"),
        statements(
            Dialect.POSTGRES,
            """
            -- first; not a statement
            create table a (b text default ';' /* ; /* ; */ ; */);;
            select E'\\';', 'it''s;', ";";
            create function f() returns int language sql begin atomic; select case when true then 1 end; end;
            create function g() as $x$ ; $$ ; $x$ language sql;
            create rule r as on insert to a do (select 1; select 2);
            begin; select $1 + a$b$c; end;
            select 1 -- no end\
            """));
  }

  @Test
  void postgresRowsOfCopyAreNoStatements() {
    SqlScript script =
        SqlScript.of(
            Dialect.POSTGRES,
            """
            COPY public.t (a, b) FROM stdin;
            1\tit's; \\N
            \\.

            \\connect other
            select 1;
            """);
    assertEquals(2, script.statements().size());
    assertEquals(true, script.statements().getFirst().rows());
    assertEquals("select 1", script.statements().getLast().sql());
    assertEquals(
        List.of("\\connect"),
        script.clientLines().stream().map(SqlScript.ClientLine::command).toList());
  }

  @Test
  void mysqlEndsAStatementWhereItsClientDoes() {
    assertEquals(
        List.of(
            "create table a (b text default ';', c int)",
            "/*!40101 SET NAMES utf8 */",
            "select 1--2, '\\';', `;`",
            "create trigger t before insert on a for each row begin set @a = 1; end",
            "select 2"),
        statements(
            Dialect.MYSQL,
            """
            # first; not a statement
            -- nor; this
            create table a (b text default ';', c int);
            /*!40101 SET NAMES utf8 */;
            select 1--2, '\\';', `;`;
            DELIMITER $$
            create trigger t before insert on a for each row begin set @a = 1; end$$
            delimiter ;
            select 2;
            """));
  }

  @Test
  void bodiesOfMySqlEndByThemselvesWhereNoDelimiterSaysSo() {
    String procedure =
        """
        create procedure p() begin
          if 1 then select case when 1 then 2 end; end if;
          case 1 when 1 then begin end; end case;
          while 0 do select 1; end while;
        end\
        """;
    assertEquals(
        List.of(procedure, "select 1", "create trigger t begin a; b end", "select 2"),
        statements(
            Dialect.MYSQL,
            procedure
                + ";\nselect 1;\n-- schemac: compound\ncreate trigger t begin a; b end;\n"
                + "-- schemac: end compound\nselect 2;\n"));
  }
}
