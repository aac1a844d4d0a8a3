package dev.schemac.resolve.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same meaning is the same form, in either dialect or in both. */
class ExpressionNormalFormTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '"',
      value = {
        "a != 1                        ¦ a <> 1",
        "((a)) > (1)                   ¦ a > 1",
        "a > 1 and (b > 2 and big > 3) ¦ a > 1 and b > 2 and big > 3",
        "a in (1)                      ¦ a = 1",
        "a not in (1, 2)               ¦ not (a in (1, 2))",
        "a is not null                 ¦ not (a is null)",
        "a is not distinct from b      ¦ not (a is distinct from b)",
        "name not like 'x'             ¦ not (name like 'x')",
        "LOWER(name) = 'x'             ¦ lower(name) = 'x'",
        "a > +1                        ¦ a > 1",
        "a > .5                        ¦ a > 0.5",
        "mod(a, 2) = 0                 ¦ a % 2 = 0",
        "day > current_date            ¦ day > today()",
        "case when ok_ then 1 else null end = 1 ¦ case when ok_ then 1 end = 1",
        "t.a > 1                       ¦ a > 1",
        "name = 'x'::text              ¦ name = 'x'",
        "at > local - interval '90 minutes' ¦ at > local - interval '1 hour 30 minutes'",
      })
  void sameInBothDialects(String written, String same) {
    boolean postgresOnly = written.contains("current_date");
    assertEquals(Expressions.postgres().check(same), Expressions.postgres().check(written));
    if (!postgresOnly) {
      assertEquals(Expressions.mysql().check(same), Expressions.mysql().check(written));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '"',
      value = {
        "a between 1 and 2             ¦ a >= 1 and a <= 2",
        "a in (1, b, 2)                ¦ a in (1, 2) or a = b",
        "a = any (array[1, 2])                     ¦ a in (1, 2)",
        "name <> all (array['x', 'y'])             ¦ name not in ('x', 'y')",
        "name::text = any ((array['x'::varchar, 'y'::varchar])::text[]) ¦ name in ('x', 'y')",
        "price > (0)::decimal                      ¦ price > 0",
        "price > a::decimal                        ¦ price > a",
        "ratio > '1.5'::double                     ¦ ratio > 1.5",
        "big > '5000000000'::bigint                ¦ big > 5000000000",
        "a > '-5'::int                             ¦ a > -5",
        "lower(name::text) = 'x'::text             ¦ lower(name) = 'x'",
        "day > '2020-01-01'::date                  ¦ day > date '2020-01-01'",
        "mood = 'sad'::Mood                        ¦ mood = sad",
        "name ~~ 'x%'                              ¦ name like 'x%'",
        "name !~~ 'x%'                             ¦ name not like 'x%'",
        "name !~ 'x'                               ¦ not (name ~ 'x')",
        "data @> '{}'::jsonb                       ¦ data @> '{}'",
        "coalesce(name, 'x'::varchar) = 'y'        ¦ coalesce(name, 'x') = 'y'",
        "at > now() - '00:03:00'::interval         ¦ at > now() - interval '180" + " seconds'",
        "now(6) > at                               ¦ now() > at",
        "pg_catalog.lower(name) = 'x'              ¦ lower(name) = 'x'",
      })
  void sameOnPostgres(String written, String same) {
    assertEquals(Expressions.postgres().check(same), Expressions.postgres().check(written));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '"',
      value = {
        "name = _utf8mb4'x'                       ¦ name = 'x'",
        "concat(name, 'x', note) = 'y'            ¦ name || 'x' || note = 'y'",
        "json_unquote(json_extract(data, '$.a.b')) = 'x' ¦ data -> 'a' ->> 'b' = 'x'",
        "a <=> b                                  ¦ a is not distinct from b",
        "regexp_like(name, 'x')                   ¦ name regexp 'x'",
        "regexp_like(name, 'x', 'c')              ¦ name ~ 'x'",
        "name rlike 'x'                           ¦ name regexp 'x'",
        "a not between 1 and 2                    ¦ not (a between 1 and 2)",
        "isnull(b)                                ¦ b is null",
        "(0 <> ok_) and (0 = happy)               ¦ ok_ and not happy",
        "a / b > 1                                ¦ a div b > 1",
        "not (a = 1)                   ¦ a <> 1",
        "not (a > 1 and b < 2)         ¦ a <= 1 or b >= 2",
        "not not ok_                   ¦ ok_",
        "char_length(name) = 3         ¦ length(name) = 3",
        "ceiling(price) > pow(a, 2)    ¦ ceil(price) > power(a, 2)",
        "name = 'a' || 'b'             ¦ name = 'ab'",
      })
  void sameOnMySql(String written, String same) {
    assertEquals(Expressions.mysql().check(same), Expressions.mysql().check(written));
  }

  /** MySQL prints them as they were written. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '"',
      value = {
        "if(ok_, 1, 2) = 1     ¦ case when ok_ then 1 else 2 end = 1",
        "ifnull(b, 1) = 1      ¦ coalesce(b, 1) = 1",
        "a between 1 and 2     ¦ a >= 1 and a <= 2",
        "a in (1, b, 2)        ¦ a in (1, 2) or a = b",
      })
  void differentOnMySql(String written, String other) {
    assertNotEquals(Expressions.mysql().check(other), Expressions.mysql().check(written));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '"',
      value = {
        "a::decimal / 2 > 1   ¦ a / 2 > 1",
        "a - (b - 1) > 0      ¦ a - b - 1 > 0",
        "id::text = '1'       ¦ id = 1",
        "code::text = 'x'     ¦ code = 'x'",
        "a > 1 or b > 1       ¦ b > 1 or a > 1",
        "name ~ 'x'           ¦ name ~* 'x'",
        "not (a = 1)                   ¦ a <> 1",
        "not (a > 1 and b < 2)         ¦ a <= 1 or b >= 2",
        "not not ok_                   ¦ ok_",
        "char_length(name) = 3         ¦ length(name) = 3",
        "ceiling(price) > pow(a, 2)    ¦ ceil(price) > power(a, 2)",
        "name = 'a' || 'b'             ¦ name = 'ab'",
        "at > now()           ¦ at > current_timestamp",
        "price > 1.50         ¦ price > 1.5",
      })
  void different(String one, String other) {
    assertNotEquals(Expressions.postgres().check(one), Expressions.postgres().check(other));
  }
}
