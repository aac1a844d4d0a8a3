package dev.schemac.catalog.postgres;

import dev.schemac.catalog.ToolTables;
import dev.schemac.model.Expression;
import dev.schemac.model.Partitioning;
import dev.schemac.model.QName;
import dev.schemac.model.Table;
import dev.schemac.model.TableNames;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Tables and partitions with all that goes away with them. */
final class TablePart implements CatalogPart {
  private static final String TABLES =
      """
      select c.oid::bigint, n.nspname, c.relname, c.relkind::text, c.relpersistence::text,
        c.relrowsecurity, c.relforcerowsecurity, c.relreplident::text,
        pg_catalog.pg_get_userbyid(c.relowner), ts.spcname, am.amname, c.reloptions,
        toast.reloptions, d.description,
        case when c.relkind = 'p' then pg_catalog.pg_get_partkeydef(c.oid) end,
        pg_catalog.pg_get_expr(c.relpartbound, c.oid),
        tn.nspname, c.relispartition, ty.typname
      from pg_catalog.pg_class c
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      left join pg_catalog.pg_tablespace ts on ts.oid = c.reltablespace
      left join pg_catalog.pg_am am on am.oid = c.relam
      left join pg_catalog.pg_type ty on ty.oid = c.reloftype
      left join pg_catalog.pg_namespace tn on tn.oid = ty.typnamespace
      left join pg_catalog.pg_class toast on toast.oid = c.reltoastrelid
      left join pg_catalog.pg_description d on d.objoid = c.oid
        and d.classoid = 'pg_catalog.pg_class'::regclass and d.objsubid = 0
      where c.relkind in ('r', 'p') and
      """;

  private static final String PARENTS =
      """
      select i.inhrelid::bigint, i.inhparent::bigint, i.inhparent::regclass::text
      from pg_catalog.pg_inherits i
      join pg_catalog.pg_class c on c.oid = i.inhrelid
      where c.relkind in ('r', 'p')
      order by i.inhrelid, i.inhseqno
      """;

  @Override
  public void read(ReadContext context) throws SQLException {
    Map<Long, TableDraft> tables = new LinkedHashMap<>();
    String query = TABLES + ReadContext.OWN_NAMESPACES + " order by n.nspname, c.relname";
    context.announce(queries(query, context));
    context.each(query, row -> table(context, row, tables));
    ColumnRows.read(context, tables);
    NotNullRows.read(context, tables);
    ConstraintRows.read(context, tables);
    indexes(context, tables);
    context.each(PARENTS, row -> parent(row, tables));
    for (TableDraft table : tables.values()) {
      if (table.isReadable(context)) {
        context.add(table.build(context));
      }
    }
  }

  /** In the order in which they are asked for, but for indexes, which take longest. */
  private static List<String> queries(String first, ReadContext context) {
    Set<String> queries = new LinkedHashSet<>(Set.of(first));
    queries.addAll(context.indexQueries());
    queries.addAll(ColumnRows.queries(context));
    queries.addAll(NotNullRows.queries(context));
    queries.addAll(ConstraintRows.queries(context));
    queries.add(PARENTS);
    return List.copyOf(queries);
  }

  private static void table(ReadContext context, ResultSet row, Map<Long, TableDraft> tables)
      throws SQLException {
    long oid = row.getLong(1);
    if (context.leaveOutMember("pg_class", oid)) {
      return;
    }
    Optional<String> tool = ToolTables.tool(row.getString(2), row.getString(3));
    if (tool.isPresent()) {
      context.leaveOut("of " + tool.get());
      return;
    }
    TableDraft table = new TableDraft(context.name(row.getString(2), row.getString(3)));
    options(context, row, table);
    table.comment = Optional.ofNullable(row.getString(14));
    Optional.ofNullable(row.getString(15)).ifPresent(k -> table.partitioning = partitioning(k));
    if (row.getBoolean(18)) {
      table.bound = Optional.of(row.getString(16));
    }
    tables.put(oid, table);
  }

  private static void options(ReadContext context, ResultSet row, TableDraft table)
      throws SQLException {
    TreeMap<String, String> options = table.options;
    StorageOptions.add(options, SqlList.array(row, 12), SqlList.array(row, 13));
    if (row.getString(5).equals("u")) {
      options.put("unlogged", "true");
    }
    if (row.getBoolean(6)) {
      options.put("row_security", "true");
    }
    if (row.getBoolean(7)) {
      options.put("force_row_security", "true");
    }
    switch (row.getString(8)) {
      case "n" -> options.put("replica_identity", "nothing");
      case "f" -> options.put("replica_identity", "full");
      default -> {
        // by the primary key, or by an index that IndexRows knows
      }
    }
    context.owner(options, row.getString(9));
    Optional.ofNullable(row.getString(10)).ifPresent(t -> options.put("tablespace", t));
    Optional.ofNullable(row.getString(11))
        .filter(m -> !m.equals("heap"))
        .ifPresent(m -> options.put("access_method", m));
    if (row.getString(17) != null) {
      QName type = context.name(row.getString(17), row.getString(19));
      options.put(Table.OF, TableNames.write(List.of(type)));
    }
  }

  /** {@code RANGE (a, lower(b))}. */
  private static Optional<Partitioning> partitioning(String key) {
    int open = key.indexOf('(');
    List<Expression> operands = new ArrayList<>();
    for (String operand : SqlList.split(key.substring(open + 1, key.length() - 1))) {
      operands.add(new Expression.Sql(operand));
    }
    String strategy = key.substring(0, open).strip().toLowerCase(Locale.ROOT);
    return Optional.of(new Partitioning(strategy, operands, List.of(), 0, false, Optional.empty()));
  }

  private static void indexes(ReadContext context, Map<Long, TableDraft> tables)
      throws SQLException {
    for (IndexRows.Found found : context.indexes().values()) {
      TableDraft table = tables.get(found.relation());
      if (table != null) {
        index(context, table, found);
      }
    }
  }

  private static void index(ReadContext context, TableDraft table, IndexRows.Found found) {
    String name = found.index().name();
    if (found.clustered()) {
      table.options.put("cluster", name);
    }
    if (found.replicaIdentity()) {
      table.options.put("replica_identity", name);
    }
    if (!found.valid()) {
      context.unsupported("index " + table.name.withName(name), "it is invalid");
    }
    if (!found.ofConstraint()) {
      table.indexes.add(found.index());
      (found.parent() == 0 ? table.ownIndexes : table.attachedIndexes).add(found.index());
    }
  }

  private static void parent(ResultSet row, Map<Long, TableDraft> tables) throws SQLException {
    TableDraft table = tables.get(row.getLong(1));
    TableDraft parent = tables.get(row.getLong(2));
    if (table != null && parent != null) {
      table.parents.add(parent);
    } else if (table != null) {
      table.unreadParents.add(row.getString(3));
    }
  }
}
