package dev.schemac.catalog.postgres;

import dev.schemac.model.ObjectKind;
import dev.schemac.model.SchemaObject;
import dev.schemac.sql.PostgresQuoting;
import dev.schemac.sql.PostgresSignature;
import dev.schemac.sql.ResentText;
import dev.schemac.sql.SqlWriter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Functions, window functions and procedures. Aggregates are native objects; what a range type
 * makes for itself comes with the type.
 */
final class RoutinePart implements CatalogPart {
  /** Whether {@code p} comes with a base or a range type, in whose statements it stands. */
  static final String OF_BASE_TYPE =
      """
      exists (select from pg_type b where b.typtype = 'b' and b.oid >= 16384
        and b.typisdefined and not exists (select from pg_type e where e.typarray = b.oid)
        and p.oid in (b.typinput, b.typoutput, b.typreceive, b.typsend, b.typmodin,
          b.typmodout, b.typanalyze))
      or exists (select from pg_range g where g.rngcanonical = p.oid and g.rngtypid >= 16384)
      """;

  private static final String QUERY =
      """
      select p.oid::bigint, n.nspname, p.proname, p.prokind, pg_get_userbyid(p.proowner),
        obj_description(p.oid, 'pg_proc'),
        array_to_string(array(select format_type(t, null) from unnest(p.proargtypes)
          with ordinality a (t, place) order by place), ', '),
        pg_get_function_arguments(p.oid), pg_get_function_result(p.oid), quote_ident(l.lanname),
        array_to_string(array(select 'FOR TYPE ' || format_type(t, null)
          from unnest(p.protrftypes) with ordinality a (t, place) order by place), ', '),
        p.provolatile, p.proisstrict, p.prosecdef, p.proleakproof, p.proparallel,
        case when p.procost <> case when l.lanname in ('c', 'internal') then 1 else 100 end
          then p.procost::text end,
        case when p.proretset and p.prorows <> 1000 then p.prorows::text end,
        case when p.prosupport <> 0 then p.prosupport::text end,
        case when p.proconfig is not null then pg_get_functiondef(p.oid) end,
        p.prosrc, p.probin, SQL_BODY, row_type.typrelid::regclass::text,
        case when row_type.typrelid <> 0 then array(select quote_ident(a.attname)
          from pg_attribute a where a.attrelid = row_type.typrelid and a.attnum > 0
          and not a.attisdropped order by a.attnum) end
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        join pg_language l on l.oid = p.prolang
        left join pg_type row_type on row_type.oid = p.prorettype
      where p.prokind <> 'a' and p.oid >= 16384
        and not exists (select from pg_depend i where i.classid = 'pg_proc'::regclass
          and i.objid = p.oid and i.deptype = 'i')
        and not (OF_BASE_TYPE) and
      """;

  private static final Pattern LITERAL = Pattern.compile("E?'((?:[^'\\\\]|''|\\\\.)*+)'");

  private static final Pattern SETTING = Pattern.compile("(?m)^ (SET .* TO .*)$");

  @Override
  public void read(ReadContext context) throws SQLException {
    String body = context.since(14, "pg_get_function_sqlbody(p.oid)", "null::text");
    context.each(
        QUERY.replace("SQL_BODY", body).replace("OF_BASE_TYPE", OF_BASE_TYPE)
            + ReadContext.OWN_NAMESPACES
            + " order by n.nspname, p.proname, 7",
        row -> take(context, row));
  }

  private static void take(ReadContext context, ResultSet row) throws SQLException {
    if (context.leaveOutMember("pg_proc", row.getLong(1))) {
      return;
    }
    TreeMap<String, String> options = new TreeMap<>();
    context.owner(options, row.getString(5));
    String signature = "(" + PostgresSignature.words(row.getString(7)) + ")";
    context.add(
        new SchemaObject.Routine(
            row.getString(4).equals("p") ? ObjectKind.PROCEDURE : ObjectKind.FUNCTION,
            context.name(row.getString(2), row.getString(3) + signature),
            definition(context, row),
            Set.of(),
            Optional.ofNullable(row.getString(6)),
            false,
            options));
  }

  private static String definition(ReadContext context, ResultSet row) throws SQLException {
    SqlWriter sql = new SqlWriter(PostgresQuoting.INSTANCE).phrase("CREATE");
    sql.phrase(row.getString(4).equals("p") ? "PROCEDURE" : "FUNCTION");
    sql.name(context.name(row.getString(2), row.getString(3)));
    sql.close("(").close(onOneLine(row.getString(8))).close(")");
    if (row.getString(9) != null) {
      sql.phrase("RETURNS").raw(row.getString(9));
    }
    sql.phrase("LANGUAGE").raw(row.getString(10));
    clauses(sql, row);
    return body(sql, row);
  }

  /** A default that holds a line's end tells so by its escape. */
  private static String onOneLine(String arguments) {
    return LITERAL
        .matcher(arguments)
        .replaceAll(
            m -> {
              boolean plain = m.group(1).indexOf('\n') < 0 && m.group(1).indexOf('\r') < 0;
              String escaped = m.group(1).replace("\n", "\\n").replace("\r", "\\r");
              return Matcher.quoteReplacement(plain ? m.group() : "E'" + escaped + "'");
            });
  }

  private static void clauses(SqlWriter sql, ResultSet row) throws SQLException {
    if (!row.getString(11).isEmpty()) {
      sql.phrase("TRANSFORM").raw(row.getString(11));
    }
    phraseIf(sql, row.getString(4).equals("w"), "WINDOW");
    phraseIf(sql, row.getString(12).equals("i"), "IMMUTABLE");
    phraseIf(sql, row.getString(12).equals("s"), "STABLE");
    phraseIf(sql, row.getBoolean(13), "STRICT");
    phraseIf(sql, row.getBoolean(14), "SECURITY DEFINER");
    phraseIf(sql, row.getBoolean(15), "LEAKPROOF");
    phraseIf(sql, row.getString(16).equals("s"), "PARALLEL SAFE");
    phraseIf(sql, row.getString(16).equals("r"), "PARALLEL RESTRICTED");
    if (row.getString(17) != null) {
      sql.phrase("COST").raw(row.getString(17));
    }
    if (row.getString(18) != null) {
      sql.phrase("ROWS").raw(row.getString(18));
    }
    if (row.getString(19) != null) {
      sql.phrase("SUPPORT").raw(row.getString(19));
    }
    if (row.getString(20) != null) {
      settings(sql, row.getString(20));
    }
  }

  private static void phraseIf(SqlWriter sql, boolean there, String words) {
    if (there) {
      sql.phrase(words);
    }
  }

  /** The server's own text has each on a line before the body. */
  private static void settings(SqlWriter sql, String definition) {
    int as = definition.indexOf("\nAS ");
    Matcher m = SETTING.matcher(as < 0 ? definition : definition.substring(0, as));
    while (m.find()) {
      sql.raw(m.group(1));
    }
  }

  private static String standard(ResultSet row) throws SQLException {
    String body = ResentText.of(row.getString(23).strip());
    List<String> columns = SqlList.array(row, 25);
    return columns.isEmpty() ? body : WholeRow.restored(body, row.getString(24), columns);
  }

  private static String body(SqlWriter sql, ResultSet row) throws SQLException {
    if (row.getString(23) != null) {
      return sql.line(0).raw(standard(row)).text();
    }
    String source = row.getString(21);
    if (row.getString(22) != null) {
      return sql.phrase("AS").string(row.getString(22)).close(",").string(source).text();
    }
    if (row.getString(10).equals("internal")) {
      return sql.phrase("AS").string(source).text();
    }
    String quote = PostgresQuoting.fence(source);
    return sql.phrase("AS").raw(quote).close(source).close(quote).text();
  }
}
