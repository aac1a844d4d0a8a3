package dev.schemac.catalog.postgres;

import dev.schemac.model.Column;
import dev.schemac.model.DataType;
import dev.schemac.model.Expression;
import dev.schemac.model.Generated;
import dev.schemac.model.Identity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The columns of all tables in one query, their types in another. */
final class ColumnRows {
  private static final String QUERY =
      """
      select a.attrelid::bigint, a.attnum, a.attname, a.attnotnull, a.attidentity::text,
        a.attgenerated::text,
        case when a.atthasdef then (select pg_catalog.pg_get_expr(def.adbin, def.adrelid)
          from pg_catalog.pg_attrdef def
          where def.adrelid = a.attrelid and def.adnum = a.attnum) end,
        case when a.attstorage <> ty.typstorage then a.attstorage::text end,
        COMPRESSION, a.attstattarget, a.attoptions,
        case when a.attcollation <> ty.typcollation then cn.nspname end, co.collname,
        d.description, a.attislocal, a.atttypid::bigint, a.atttypmod
      from pg_catalog.pg_attribute a
      join pg_catalog.pg_class c on c.oid = a.attrelid
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      join pg_catalog.pg_type ty on ty.oid = a.atttypid
      left join pg_catalog.pg_collation co on co.oid = a.attcollation
      left join pg_catalog.pg_namespace cn on cn.oid = co.collnamespace
      left join pg_catalog.pg_description d on d.objoid = a.attrelid
        and d.classoid = 'pg_catalog.pg_class'::regclass and d.objsubid = a.attnum
      where a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'p') and OWN
      order by a.attrelid, a.attnum
      """;

  /** Each type once, however many columns have it. */
  private static final String TYPES =
      """
      select a.atttypid::bigint, a.atttypmod, TYPE_COLUMNS
      from (select distinct a.atttypid, a.atttypmod
        from pg_catalog.pg_attribute a
        join pg_catalog.pg_class c on c.oid = a.attrelid
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        where a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'p') and OWN) a
      TYPE_JOINS
      """;

  /** A type with its modifier, as the catalogue numbers them. */
  private record TypeKey(long oid, int modifier) {}

  private static final Map<String, String> STORAGE =
      Map.of("p", "plain", "e", "external", "m", "main", "x", "extended");

  private ColumnRows() {}

  static List<String> queries(ReadContext context) {
    return List.of(typesQuery(), query(context));
  }

  private static String typesQuery() {
    return TYPES
        .replace("TYPE_COLUMNS", TypeText.COLUMNS.replace("MOD", "a.atttypmod"))
        .replace("TYPE_JOINS", TypeText.JOINS.replace("OID", "a.atttypid"))
        .replace("OWN", ReadContext.OWN_NAMESPACES);
  }

  private static String query(ReadContext context) {
    return QUERY
        .replace("COMPRESSION", context.since(14, "a.attcompression::text", "''"))
        .replace("OWN", ReadContext.OWN_NAMESPACES);
  }

  static void read(ReadContext context, Map<Long, TableDraft> tables) throws SQLException {
    Map<TypeKey, DataType> types = types(context);
    context.each(query(context), row -> column(context, row, tables, types));
  }

  private static Map<TypeKey, DataType> types(ReadContext context) throws SQLException {
    Map<TypeKey, DataType> types = new HashMap<>();
    context.each(
        typesQuery(),
        row -> types.put(new TypeKey(row.getLong(1), row.getInt(2)), TypeText.of(context, row, 3)));
    return types;
  }

  private static void column(
      ReadContext context,
      ResultSet row,
      Map<Long, TableDraft> tables,
      Map<TypeKey, DataType> types)
      throws SQLException {
    TableDraft table = tables.get(row.getLong(1));
    int number = row.getInt(2);
    context.columnName(row.getLong(1), number, row.getString(3));
    if (table == null) {
      return;
    }
    DataType type = types.get(new TypeKey(row.getLong(16), row.getInt(17)));
    String generated = row.getString(6);
    Optional<Expression> expression = ReadContext.sql(row.getString(7));
    boolean computed = !generated.isEmpty();
    SortedMap<String, String> options = settings(row, 8);
    Optional<Identity> identity = identity(context, row, number, options);
    Column column =
        new Column(
            row.getString(3),
            type,
            !row.getBoolean(4),
            Optional.empty(),
            computed ? Optional.empty() : expression,
            Optional.empty(),
            identity,
            computed ? expression.map(e -> new Generated(e, storage(generated))) : Optional.empty(),
            collation(context, row),
            Optional.ofNullable(row.getString(14)),
            options);
    table.columns.put(number, new TableDraft.Attribute(column, row.getBoolean(15)));
  }

  private static Generated.Storage storage(String letter) {
    return letter.equals("s") ? Generated.Storage.STORED : Generated.Storage.VIRTUAL;
  }

  private static Optional<String> collation(ReadContext context, ResultSet row)
      throws SQLException {
    String namespace = row.getString(12);
    return namespace == null
        ? Optional.empty()
        : Optional.of(ServerNames.collation(context, namespace, row.getString(13)));
  }

  /** What belongs to its sequence and to no clause stands among the column's options. */
  private static Optional<Identity> identity(
      ReadContext context, ResultSet row, int number, SortedMap<String, String> column)
      throws SQLException {
    String kind = row.getString(5);
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    SortedMap<String, String> options =
        new TreeMap<>(
            context.identities().getOrDefault(row.getLong(1) + "." + number, new TreeMap<>()));
    for (String key : List.of(Identity.COMMENT, Identity.PERSISTENCE)) {
      Optional.ofNullable(options.remove(key)).ifPresent(value -> column.put(key, value));
    }
    return Optional.of(new Identity(kind.equals("a"), options));
  }

  /**
   * Storage where it is not the type's, compression, statistics target and attribute options.
   *
   * @param first the row's column with the first of these four
   */
  static SortedMap<String, String> settings(ResultSet row, int first) throws SQLException {
    TreeMap<String, String> options = new TreeMap<>();
    if (row.getString(first) != null) {
      options.put("storage", STORAGE.get(row.getString(first)));
    }
    String compression = row.getString(first + 1);
    if (!compression.isEmpty()) {
      options.put("compression", compression.equals("l") ? "lz4" : "pglz");
    }
    int statistics = row.getInt(first + 2);
    if (!row.wasNull() && statistics >= 0) {
      options.put("statistics", Integer.toString(statistics));
    }
    options.putAll(StorageOptions.of(SqlList.array(row, first + 3)));
    return options;
  }
}
