package dev.schemac.sql;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Words that mean something at some place in an expression or a declaration of the language: a name
 * that is one of them is written in backticks, which is right everywhere.
 */
public final class SourceWords {
  private static final Set<String> WORDS =
      Set.copyOf(
          List.of(
              ("and or xor not in is like ilike between case when then else end null true false"
                      + " collate cast array select with from interval row table enum type external"
                      + " was as primary unique index exclude foreign check default on set no"
                      + " generated identity using backfill include where nulls distinct deferrable"
                      + " match ref without partition unsigned signed zerofill key retire remap any"
                      + " some all extract current_date current_time current_timestamp localtime"
                      + " localtimestamp")
                  .split(" ")));

  private SourceWords() {}

  /** Built-in types that take arguments, which a constraint's name cannot be bare. */
  private static final Set<String> TYPES =
      Set.copyOf(
          List.of(
              ("smallint int integer bigint tinyint mediumint int2 int4 int8 decimal numeric dec"
                   + " real float float4 float8 money smallserial serial bigserial bool boolean"
                   + " char varchar bpchar nchar nvarchar text tinytext mediumtext longtext citext"
                   + " bytes bytea binary varbinary blob tinyblob mediumblob longblob varbit date"
                   + " timetz timestamptz datetime year uuid json jsonb xml inet cidr macaddr"
                   + " macaddr8 tsvector tsquery hstore ltree vector halfvec sparsevec geometry"
                   + " geography int4range int8range numrange tsrange tstzrange daterange time"
                   + " timestamp double character bit interval")
                  .split(" ")));

  /** Whether the name is a built-in type's. */
  public static boolean isType(String name) {
    return TYPES.contains(name.toLowerCase(Locale.ROOT));
  }

  /** Whether the name means something else where an expression or a clause may stand. */
  public static boolean isWord(String name) {
    return WORDS.contains(name.toLowerCase(Locale.ROOT));
  }
}
