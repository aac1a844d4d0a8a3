package dev.schemac.sql;

import java.util.Set;

/**
 * PostgreSQL's identifiers and strings. An identifier is quoted where the server would read it
 * differently without quotes, as {@code quote_ident} does; a string becomes {@code E'…'} only where
 * it holds a backslash, so that it means the same under either {@code standard_conforming_strings}.
 */
public final class PostgresQuoting implements Quoting {
  /** The only instance: it has no state. */
  public static final PostgresQuoting INSTANCE = new PostgresQuoting();

  /**
   * Keywords that are not unreserved in PostgreSQL 14 to 18 ({@code pg_get_keywords()}, {@code
   * catcode <> 'U'}).
   */
  private static final Set<String> RESERVED =
      Set.of(
          ("all analyse analyze and any array as asc asymmetric authorization between bigint binary"
                  + " bit boolean both case cast char character check coalesce collate collation"
                  + " column concurrently constraint create cross current_catalog current_date"
                  + " current_role current_schema current_time current_timestamp current_user dec"
                  + " decimal default deferrable desc distinct do else end except exists extract"
                  + " false fetch float for foreign freeze from full grant greatest group grouping"
                  + " having ilike in initially inner inout int integer intersect interval into is"
                  + " isnull join json json_array json_arrayagg json_exists json_object"
                  + " json_objectagg json_query json_scalar json_serialize json_table json_value"
                  + " lateral leading least left like limit localtime localtimestamp merge_action"
                  + " national natural nchar none normalize not notnull null nullif numeric offset"
                  + " on only or order out outer overlaps overlay placing position precision"
                  + " primary real references returning right row select session_user setof similar"
                  + " smallint some substring symmetric system_user table tablesample then time"
                  + " timestamp to trailing treat trim true union unique user using values varchar"
                  + " variadic verbose when where window with xmlattributes xmlconcat xmlelement"
                  + " xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize"
                  + " xmltable")
              .split(" "));

  private PostgresQuoting() {}

  @Override
  public String identifier(String name) {
    return isPlain(name) ? name : '"' + name.replace("\"", "\"\"") + '"';
  }

  private static boolean isPlain(String name) {
    if (name.isEmpty() || RESERVED.contains(name)) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c == '_';
      boolean digit = c >= '0' && c <= '9';
      if (!letter && !(digit && i > 0)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String string(String value) {
    String doubled = value.replace("'", "''");
    return value.indexOf('\\') < 0
        ? "'" + doubled + "'"
        : "E'" + doubled.replace("\\", "\\\\") + "'";
  }

  /** The dollar quote to put on both sides of a body: one that the body does not hold. */
  public static String fence(String body) {
    String fence = "$$";
    // A body that ends with `$` would take the fence's first one along.
    for (int number = 0; (body + "$").contains(fence); number++) {
      fence = number == 0 ? "$body$" : "$body" + number + "$";
    }
    return fence;
  }
}
