package dev.schemac.catalog.postgres;

import dev.schemac.model.Column;
import dev.schemac.model.NotNull;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * PostgreSQL 18 keeps NOT NULL as constraints with names. Most have the name that the server gives,
 * and nothing else to tell: those stay on the server.
 */
final class NotNullRows {
  private static final String QUERY =
      """
      select k.conrelid::bigint, k.conkey[1], k.conname, k.convalidated, k.connoinherit,
        k.conislocal, d.description, a.attinhcount
      from pg_catalog.pg_constraint k
      join pg_catalog.pg_class c on c.oid = k.conrelid
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      join pg_catalog.pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      left join pg_catalog.pg_description d on d.objoid = k.oid
        and d.classoid = 'pg_catalog.pg_constraint'::regclass and d.objsubid = 0
      where c.relkind in ('r', 'p') and k.contype = 'n' and OWN
        and (not k.convalidated or k.connoinherit or not k.conislocal or a.attinhcount > 0
          or d.description is not null
          or k.conname::text <> c.relname::text || '_' || a.attname::text || '_not_null')
      order by n.nspname, c.relname, k.conname
      """;

  private NotNullRows() {}

  static List<String> queries(ReadContext context) {
    return context.atLeast(18)
        ? List.of(QUERY.replace("OWN", ReadContext.OWN_NAMESPACES))
        : List.of();
  }

  static void read(ReadContext context, Map<Long, TableDraft> tables) throws SQLException {
    for (String query : queries(context)) {
      context.each(query, row -> notNull(row, tables.get(row.getLong(1))));
    }
  }

  private static void notNull(ResultSet row, TableDraft table) throws SQLException {
    if (table == null) {
      return;
    }
    int number = row.getInt(2);
    TableDraft.Attribute attribute = table.columns.get(number);
    Column column = attribute.column();
    String name = row.getString(3);
    boolean own = row.getBoolean(6) || table.bound.isPresent();
    if (!own) {
      if (!row.getBoolean(4)) {
        TreeMap<String, String> inherited = new TreeMap<>(column.options());
        inherited.put(NotNull.NOT_VALID, "true");
        table.columns.put(
            number, new TableDraft.Attribute(column.withOptions(inherited), attribute.local()));
      }
      return;
    }
    boolean automatic =
        name.equals(ServerNames.automatic(table.name.name(), column.name(), "not_null"));
    TreeMap<String, String> options = new TreeMap<>(column.options());
    if (row.getBoolean(5)) {
      options.put(NotNull.NO_INHERIT, "true");
    }
    if (!row.getBoolean(4)) {
      options.put(NotNull.NOT_VALID, "true");
    }
    if (row.getInt(8) > 0 && table.bound.isEmpty()) {
      options.put(NotNull.OWN, "true");
    }
    if (row.getString(7) != null) {
      options.put(NotNull.COMMENT, row.getString(7));
    }
    Column named = column.withNotNullName(automatic ? Optional.empty() : Optional.of(name));
    table.columns.put(
        number, new TableDraft.Attribute(named.withOptions(options), attribute.local()));
  }
}
