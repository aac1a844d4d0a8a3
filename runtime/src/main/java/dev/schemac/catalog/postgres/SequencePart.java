package dev.schemac.catalog.postgres;

import dev.schemac.model.Identity;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sequences; those of identity columns are kept for their columns. */
final class SequencePart implements CatalogPart {
  private static final String QUERY =
      """
      select c.oid::bigint, n.nspname, c.relname, s.seqtypid::regtype::text, s.seqstart,
        s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle, c.relpersistence::text,
        pg_catalog.pg_get_userbyid(c.relowner), d.description,
        o.deptype::text, o.refobjid::bigint, o.refobjsubid, tn.nspname, t.relname, a.attname,
        t.relpersistence::text
      from pg_catalog.pg_sequence s
      join pg_catalog.pg_class c on c.oid = s.seqrelid
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      left join pg_catalog.pg_depend o on o.classid = 'pg_catalog.pg_class'::regclass
        and o.objid = c.oid and o.objsubid = 0 and o.refclassid = 'pg_catalog.pg_class'::regclass
        and o.deptype in ('a', 'i') and o.refobjsubid > 0
      left join pg_catalog.pg_class t on t.oid = o.refobjid
      left join pg_catalog.pg_namespace tn on tn.oid = t.relnamespace
      left join pg_catalog.pg_attribute a on a.attrelid = o.refobjid and a.attnum = o.refobjsubid
      left join pg_catalog.pg_description d on d.objoid = c.oid
        and d.classoid = 'pg_catalog.pg_class'::regclass and d.objsubid = 0
      where %s
      order by n.nspname, c.relname
      """;

  @Override
  public void read(ReadContext context) throws SQLException {
    context.each(QUERY.replace("%s", ReadContext.OWN_NAMESPACES), row -> sequence(context, row));
  }

  private static void sequence(ReadContext context, ResultSet row) throws SQLException {
    if (context.leaveOutMember("pg_class", row.getLong(1))) {
      return;
    }
    QName name = context.name(row.getString(2), row.getString(3));
    SortedMap<String, String> options = options(row);
    String dependency = row.getString(14);
    boolean identity = "i".equals(dependency);
    if (identity) {
      options.remove("as");
      String usual = ServerNames.automatic(row.getString(18), row.getString(19), "seq");
      if (!name.equals(context.name(row.getString(17), usual))) {
        options.put("sequence", ServerNames.inOption(name));
      }
      context.identities().put(row.getLong(15) + "." + row.getInt(16), options);
      identityProperties(context, row, options);
      return;
    }
    if (row.getString(18) != null
        && dev.schemac.catalog.ToolTables.tool(row.getString(17), row.getString(18)).isPresent()) {
      return;
    }
    if (row.getString(11).equals("u")) {
      options.put("unlogged", "true");
    }
    Optional<ObjectPath> owner =
        dependency == null
            ? Optional.empty()
            : Optional.of(
                ObjectPath.column(
                    context.name(row.getString(17), row.getString(18)), row.getString(19)));
    if (owner.isEmpty()) {
      context.owner(options, row.getString(12));
    }
    context.add(
        new SchemaObject.Sequence(name, options, owner, Optional.ofNullable(row.getString(13))));
  }

  /** What the column says of it; before PostgreSQL 15 no sequence is unlogged. */
  private static void identityProperties(
      ReadContext context, ResultSet row, SortedMap<String, String> options) throws SQLException {
    if (row.getString(13) != null) {
      options.put(Identity.COMMENT, row.getString(13));
    }
    if (context.atLeast(15) && !row.getString(11).equals(row.getString(20))) {
      options.put(Identity.PERSISTENCE, row.getString(11).equals("u") ? "unlogged" : "logged");
    }
  }

  private static final Map<String, Long> MAXIMUM =
      Map.of("smallint", 32_767L, "integer", 2_147_483_647L, "bigint", Long.MAX_VALUE);

  /** Without what a sequence of that type and direction has anyway. */
  private static SortedMap<String, String> options(ResultSet row) throws SQLException {
    SortedMap<String, String> options = new TreeMap<>();
    String type = row.getString(4);
    long increment = row.getLong(6);
    boolean up = increment > 0;
    long most = MAXIMUM.get(type);
    if (!type.equals("bigint")) {
      options.put("as", type.equals("integer") ? "int" : type);
    }
    put(options, "increment", increment, 1);
    put(options, "min", row.getLong(7), up ? 1 : -most - 1);
    put(options, "max", row.getLong(8), up ? most : -1);
    put(options, "start", row.getLong(5), up ? row.getLong(7) : row.getLong(8));
    put(options, "cache", row.getLong(9), 1);
    if (row.getBoolean(10)) {
      options.put("cycle", "true");
    }
    return options;
  }

  private static void put(SortedMap<String, String> options, String key, long value, long usual) {
    if (value != usual) {
      options.put(key, Long.toString(value));
    }
  }
}
