package dev.schemac.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.schemac.model.Column;
import dev.schemac.model.DataType;
import dev.schemac.model.QName;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          int                         | int             | int
          integer                     | int             | int
          decimal(12, 2)              | numeric(12, 2)  | decimal(12, 2)
          numeric(5)                  | numeric(5, 0)   | decimal(5, 0)
          real                        | real            | float
          double                      | double          | double
          double precision            | double          | double
          boolean                     | bool            | tinyint(1)
          char                        | char(1)         | char(1)
          character varying(9)        | varchar(9)      | varchar(9)
          text                        | text            | longtext
          bytes                       | bytea           | longblob
          bytes(16)                   | bytea           | varbinary(16)
          time                        | time            | time(6)
          timestamp                   | timestamp       | datetime(6)
          timestamp(0)                | timestamp(0)    | datetime
          timestamptz(3)              | timestamptz(3)  | timestamp(3)
          uuid                        | uuid            | char(36)
          json                        | jsonb           | json
          postgres.json or mysql.text | json            | text
          """)
  void portableTypes(String written, String postgres, String mysql) {
    String text = "table t { a " + written.replace(" or ", " | ") + " }";
    assertEquals(postgres, type(Resolved.postgres(text)));
    assertEquals(mysql, type(Resolved.mysql(text)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          int(11) unsigned                  | int unsigned
          tinyint(1)                        | tinyint(1)
          tinyint(4)                        | tinyint
          int(5) zerofill                   | int(5) unsigned zerofill
          decimal(10, 2) unsigned           | decimal(10, 2) unsigned
          year(4)                           | year
          bit                               | bit(1)
          set('a', 'b')                     | set('a', 'b')
          """)
  void mysqlTypes(String written, String expected) {
    assertEquals(expected, type(Resolved.mysql("table t { a " + written + " }")));
  }

  @Test
  void aTypeOfTheOtherDialectSaysWhatToWriteInstead() {
    Resolution resolution = Resolved.postgres("table t { a int unsigned }");
    assertEquals(
        List.of("SC2010 1:13 PostgreSQL has no `int unsigned`"), Resolved.messages(resolution));
    assertEquals(
        "write `bigint`, or `mysql.int unsigned | postgres.…`",
        resolution.diagnostics().get(0).help().orElseThrow());
    assertEquals(
        List.of("SC2010 1:13 MySQL has no arrays"),
        Resolved.messages(Resolved.mysql("table t { a text[] }")));
    assertEquals(
        List.of("SC2010 1:13 `tsvector` is no type of mysql:8.4"),
        Resolved.messages(Resolved.mysql("table t { a tsvector }")));
  }

  @Test
  void anUnknownTypeIsSuggested() {
    Resolution resolution = Resolved.postgres("enum Color { red }\ntable t { a Colour }");
    assertEquals(List.of("SC2003 2:13 unknown type `Colour`"), Resolved.messages(resolution));
    assertEquals("did you mean `Color`?", resolution.diagnostics().get(0).help().orElseThrow());
    assertEquals(
        "Color", resolution.diagnostics().get(0).fixes().get(0).edits().get(0).replacement());
  }

  @Test
  void argumentsAreChecked() {
    assertEquals(
        List.of("SC2010 1:13 `varchar` needs one argument"),
        Resolved.messages(Resolved.mysql("table t { a varchar }")));
    assertEquals(
        List.of("SC2010 1:13 `decimal` needs one argument"),
        Resolved.messages(Resolved.mysql("table t { a decimal }")));
    assertEquals(
        List.of("SC2003 1:13 `9` is no argument of `timestamp`"),
        Resolved.messages(Resolved.postgres("table t { a timestamp(9) }")));
  }

  @Test
  void anAliasBringsItsCheckAndDefault() {
    Resolution resolution =
        Resolved.postgres(
            """
            type Money = decimal(12, 2) check (value >= 0) default 0
            table t { price Money }
            """);
    assertEquals(List.of(), Resolved.messages(resolution));
    Column price = Resolved.table(resolution, "t").column("price").orElseThrow();
    assertEquals(DataType.Builtin.of("numeric", "12", "2"), price.type());
    assertEquals("t_price_check", Resolved.table(resolution, "t").constraints().get(0).name());
    assertEquals(true, price.defaultValue().isPresent());
  }

  @Test
  void aliasesInACircleEnd() {
    assertEquals(
        List.of("SC2006 1:6 type `A` is defined by way of itself"),
        Resolved.messages(Resolved.postgres("type A = B\ntype B = A\ntable t { a A }")).stream()
            .filter(m -> m.contains("1:6"))
            .toList());
  }

  @Test
  void aDomainIsAnObjectOnPostgresAndInlinedOnMySql() {
    String text =
        """
        domain Year = int not null check (value between 1901 and 2155)
        table t { year Year? }
        """;
    Resolution postgres = Resolved.postgres(text);
    assertEquals(
        new DataType.Named(QName.of("Year")),
        Resolved.table(postgres, "t").column("year").orElseThrow().type());
    Resolution mysql = Resolved.mysql(text);
    assertEquals(List.of(), Resolved.messages(mysql));
    Column year = Resolved.table(mysql, "t").column("year").orElseThrow();
    assertEquals(DataType.Builtin.of("int"), year.type());
    assertEquals(false, year.nullable());
    assertEquals("t_year_check", Resolved.table(mysql, "t").constraints().get(0).name());
  }

  @Test
  void serialIsADefaultAndAnOwnedSequence() {
    Resolution resolution = Resolved.postgres("table t { id serial primary key }");
    assertEquals(
        List.of("table t", "sequence t_id_seq"),
        resolution.schema().objects().stream().map(o -> o.path().toString()).toList());
  }

  @Test
  void uuidIsAscii() {
    Column id =
        Resolved.table(Resolved.mysql("table t { id uuid }"), "t").column("id").orElseThrow();
    assertEquals(Map.of("charset", "ascii"), id.options());
  }

  private static String type(Resolution resolution) {
    assertEquals(
        List.of(),
        Resolved.messages(resolution).stream().filter(m -> !m.startsWith("SC2018")).toList());
    return Resolved.table(resolution, "t").columns().get(0).type().toString();
  }
}
