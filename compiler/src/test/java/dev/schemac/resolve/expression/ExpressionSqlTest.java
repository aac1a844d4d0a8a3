package dev.schemac.resolve.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written for an expression in each dialect. */
class ExpressionSqlTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '"',
      value = {
        "(a + b) * 2 > 3 - (a - b)   ¦ (a + b) * 2 > 3 - (a - b)       ¦ (`a` + `b`) * 2 > 3 - (`a`"
            + " - `b`)",
        "a > 1 and (b < 3 or not ok_) ¦ a > 1 AND (b < 3 OR NOT ok_)   ¦ `a` > 1 AND (`b` < 3 OR"
            + " NOT `ok_`)",
        "`Mixed` > -5                ¦ \"Mixed\" > -5              ¦ `Mixed` > -5",
        "name ~ '^a'                 ¦ name ~ '^a'                     ¦ regexp_like(`name`, '^a',"
            + " 'c')",
        "name !~ '^a'                ¦ name !~ '^a'                    ¦ NOT regexp_like(`name`,"
            + " '^a', 'c')",
        "name ilike 'A%'             ¦ name ILIKE 'A%'                 ¦ lower(`name`) LIKE"
            + " lower('A%')",
        "name not like 'a'           ¦ name NOT LIKE 'a'               ¦ `name` NOT LIKE 'a'",
        "a is distinct from b        ¦ a IS DISTINCT FROM b            ¦ NOT (`a` <=> `b`)",
        "a is not distinct from b    ¦ a IS NOT DISTINCT FROM b        ¦ `a` <=> `b`",
        "a / b > 1                   ¦ a / b > 1                       ¦ `a` DIV `b` > 1",
        "price / b > 1               ¦ price / b > 1                   ¦ `price` / `b` > 1",
        "length(name) > 3            ¦ length(name) > 3                ¦ char_length(`name`) > 3",
        "name || note = 'x'          ¦ name || note = 'x'              ¦ concat(`name`, `note`) ="
            + " 'x'",
        "data ->> 'k' = 'v'          ¦ data ->> 'k' = 'v'              ¦"
            + " json_unquote(json_extract(`data`, '$.k')) = 'v'",
        "(data -> 'a' ->> 'b c') = 'v' ¦ data -> 'a' ->> 'b c' = 'v'   ¦"
            + " json_unquote(json_extract(`data`, '$.a.\"b c\"')) = 'v'",
        "a::text = '1'               ¦ a::text = '1'                   ¦ CAST(`a` AS char) = '1'",
        "(a + b)::bigint > 1         ¦ (a + b)::bigint > 1             ¦ CAST(`a` + `b` AS signed)"
            + " > 1",
        "a ^ 2 > 4                   ¦ a ^ 2 > 4                       ¦ power(`a`, 2) > 4",
        "note = 'it''s \\ x'         ¦ note = E'it''s \\\\ x'           ¦ `note` = 'it''s \\\\ x'",
        "ok_ is not true             ¦ ok_ IS NOT TRUE                 ¦ `ok_` IS NOT TRUE",
        "extract(year from day) > 1  ¦ EXTRACT(year FROM day) > 1      ¦ EXTRACT(year FROM `day`) >"
            + " 1",
        "day > local - interval '3 days' ¦ day > local - interval '3 day' ¦ `day` > `local` -"
            + " INTERVAL 3 DAY",
        "mood = sad                  ¦ mood = 'sad'                    ¦ `mood` = 'sad'",
      })
  void conditions(String written, String postgres, String mysql) {
    assertEquals(postgres, Expressions.postgres().checkSql(written));
    assertEquals(mysql, Expressions.mysql().checkSql(written));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '"',
      value = {
        "int default -5                ¦ -5                        ¦ -5",
        "int default '7'               ¦ 7                         ¦ 7",
        "decimal(5, 2) default 4.50    ¦ 4.50                      ¦ 4.5",
        "bool default true             ¦ TRUE                      ¦ TRUE",
        "text default 'x'              ¦ 'x'                       ¦ ('x')",
        "text default uuid()           ¦ gen_random_uuid()         ¦ (uuid())",
        "json default '{}'             ¦ '{}'                      ¦ ('{}')",
        "timestamptz default now()     ¦ now()                     ¦ CURRENT_TIMESTAMP(6)",
        "timestamptz(0) default now()  ¦ now()                     ¦ CURRENT_TIMESTAMP",
        "timestamp(3) default current_timestamp ¦ CURRENT_TIMESTAMP ¦ CURRENT_TIMESTAMP(3)",
        "date default today()          ¦ CURRENT_DATE              ¦ (curdate())",
        "timestamptz default (now() + interval '3 minutes') ¦ now() + interval '3 minute' ¦ (now(6)"
            + " + INTERVAL 3 MINUTE)",
        "Mood default ok               ¦ 'ok'                      ¦ 'ok'",
        "bool default (1 > 2 or 2 > 1) ¦ (1 > 2 OR 2 > 1)          ¦ (1 > 2 OR 2 > 1)",
      })
  void defaults(String written, String postgres, String mysql) {
    assertEquals(postgres, Expressions.postgres().defaultSql(written));
    assertEquals(mysql, Expressions.mysql().defaultSql(written));
  }
}
