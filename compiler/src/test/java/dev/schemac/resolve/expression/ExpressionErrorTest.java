package dev.schemac.resolve.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a server would refuse, or what another target needs in another way, with the exact words.
 */
class ExpressionErrorTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '"',
      value = {
        "check (a = 'many')      ¦ SC2009 at `a = 'many'`: cannot compare `int` with `'many'`",
        "check (uid = a)         ¦ SC2009 at `uid = a`: cannot compare `uuid` with `int`",
        "check (a in (1, 'x'))   ¦ SC2009 at `'x'`: cannot compare `int` with `'x'`",
        "check (name + 1 > 2)    ¦ SC2009 at `name`: `+` does not take `varchar(50)`",
        "check (a and ok_)       ¦ SC2009 at `a`: expected a condition, found `int`",
        "check (length(name))    ¦ SC2009 at `length(name)`: expected a condition, found `int`",
        "check (lower(a) = 'x')  ¦ SC2009 at `a`: `lower` does not take `int`",
        "check (lower(name, 1) = 'x') ¦ SC2009 at `lower(name, 1)`: `lower` takes 1 argument, not"
            + " 2",
        "check (a like 'x')      ¦ SC2009 at `a`: `like` does not take `int`",
        "check (nmae = 'x')      ¦ SC2001 at `nmae`: unknown column `nmae`",
        "check (u.a = 1)         ¦ SC2001 at `u.a`: unknown column `u.a`",
        "check (mood = hapy)     ¦ SC2019 at `hapy`: `hapy` is not a value of the enum",
        "check (stored = 'lo')   ¦ SC2019 at `'lo'`: `lo` is not a value of the enum",
        "check (a in (select 1)) ¦ SC2007 at `select 1`: a subquery cannot stand here",
        "x int default 'many'    ¦ SC2005 at `'many'`: default `'many'` cannot be assigned to"
            + " `t.x`, which is `int`",
        "x int default uuid()    ¦ SC2005 at `uuid()`: default `uuid()` cannot be assigned to"
            + " `t.x`, which is `int`",
        "x smallint default 40000 ¦ SC2005 at `40000`: default `40000` cannot be assigned to `t.x`,"
            + " which is `smallint`",
        "x varchar(3) default 'abcd' ¦ SC2005 at `'abcd'`: default `'abcd'` cannot be assigned to"
            + " `t.x`, which is `varchar(3)`",
        "x bool default 1        ¦ SC2005 at `1`: default `1` cannot be assigned to `t.x`, which is"
            + " `bool`",
        "x uuid default 'x'      ¦ SC2005 at `'x'`: default `'x'` cannot be assigned to `t.x`,"
            + " which is `uuid`",
        "x int default a         ¦ SC2007 at `a`: a default cannot read column `a`",
        "x Mood default happy    ¦ SC2007 at `happy`: a default cannot read column `happy`",
        "x bigint default nextval(nubmers) ¦ SC2001 at `nubmers`: unknown sequence `nubmers`",
        "x int generated (random()) stored ¦ SC2010 at `random()`: `random` cannot stand here on"
            + " PostgreSQL",
        "check (name regexp 'x') ¦ SC2010 at `name regexp 'x'`: `regexp` is not available on"
            + " PostgreSQL",
        "check (json_valid(note)) ¦ SC2010 at `json_valid(note)`: `json_valid` is not available on"
            + " PostgreSQL",
      })
  void postgres(String member, String message) {
    assertEquals(List.of(message), Expressions.postgres().errors(member));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '"',
      value = {
        "check (a = 'many')      ¦ SC2009 at `a = 'many'`: cannot compare `int` with `'many'`",
        "check (at > now())      ¦ SC2010 at `now()`: `now` cannot stand here on MySQL",
        "check (starts_with(name, 'x')) ¦ SC2010 at `starts_with(name, 'x')`: `starts_with` is not"
            + " available on MySQL",
        "check (data @> '{}')    ¦ SC2010 at `data @> '{}'`: `@>` is not available on MySQL",
        "x int default null      ¦ SC2005 at `null`: default `null` cannot be assigned to `t.x`,"
            + " which is `int`",
        "x enum('a', 'b') default 'c' ¦ SC2019 at `'c'`: `c` is not a value of the enum",
      })
  void mysql(String member, String message) {
    assertEquals(List.of(message), Expressions.mysql().errors(member));
  }

  @Test
  void anotherTargetNeedsATranslation() {
    Expressions mysql = Expressions.mysql().portable();
    assertEquals(
        List.of("SC2016 at `data @> '{}'`: `@>` cannot be translated to MySQL"),
        mysql.errors("check (data @> '{}')"));
    assertEquals(
        List.of("SC2011 at `least(a, b)`: `least` of a NULL is NULL on MySQL, not on PostgreSQL"),
        mysql.errors("check (least(a, b) > 0)"));
    assertEquals(List.of(), mysql.errors("check (least(a, coalesce(b, 0)) > 0)"));
  }

  @Test
  void whatIsNotKnownIsKeptWithANote() {
    assertEquals(
        List.of("SC2015 at `mine(a)`: `mine` is not known to schemac"),
        Expressions.postgres().portable().errors("check (mine(a) > 0)"));
    assertEquals(List.of(), Expressions.mysql().portable().errors("check (mine(a) > 0)"));
    assertEquals(List.of(), Expressions.postgres().errors("check (mine(a) > 0)"));
  }

  @Test
  void anAssignmentCastOfTheServerIsEnough() {
    for (String fine :
        List.of(
            "x text default uuid()",
            "x int default 4.6",
            "x timestamp default now()",
            "x date default now()",
            "x varchar(10) default 5")) {
      assertEquals(List.of(), Expressions.postgres().errors(fine), fine);
    }
  }

  @Test
  void subqueriesKeepTheCaseOfNames() {
    assertEquals(
        List.of(),
        Expressions.postgres()
            .errors("x uuid? using (select u.id from users u where u.legacyNo = t.Mixed)"));
  }
}
