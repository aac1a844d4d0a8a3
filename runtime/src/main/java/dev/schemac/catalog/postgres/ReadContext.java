package dev.schemac.catalog.postgres;

import dev.schemac.catalog.CatalogGap;
import dev.schemac.catalog.LiveSchema;
import dev.schemac.model.Dialect;
import dev.schemac.model.Expression;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.ServerVersion;
import dev.schemac.model.Target;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What all parts of one reading share: the session, names, and what is collected. */
final class ReadContext {
  /** Namespaces of the server itself, as a condition on {@code nspname}. */
  static final String OWN_NAMESPACES =
      "n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_'";

  private static final int FETCH_SIZE = 2_000;

  private final Connection connection;
  private final Optional<Connection> second;
  private final Target target;
  private final String defaultNamespace;
  private final String user;
  private final Map<String, Map<Long, String>> extensionMembers = new HashMap<>();
  private final Map<String, SortedMap<String, String>> identities = new HashMap<>();
  private final Map<Long, Map<Integer, String>> columnNames = new HashMap<>();
  private final Map<String, Set<Long>> dealt = new HashMap<>();
  private boolean otherColumnNames;
  private QueriesAhead ahead;
  private Map<Long, IndexRows.Found> indexes;
  private final List<SchemaObject> objects = new ArrayList<>();
  private final List<CatalogGap> gaps = new ArrayList<>();
  private final SortedMap<String, Integer> leftOut = new TreeMap<>();

  private ReadContext(
      Connection connection,
      Optional<Connection> second,
      Target target,
      String namespace,
      String user) {
    this.connection = connection;
    this.second = second;
    this.target = target;
    this.defaultNamespace = namespace;
    this.user = user;
  }

  /**
   * Starts a reading.
   *
   * @param second a session that sees the same and takes over half of what is announced
   */
  static ReadContext of(Connection connection, Optional<Connection> second) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(SESSION)) {
      row.next();
      int version = row.getInt(1);
      String namespace = row.getString(2) == null ? "public" : row.getString(2);
      Target target = new Target(Dialect.POSTGRES, new ServerVersion(version / 10_000, 0, 0));
      ReadContext context =
          new ReadContext(connection, second, target, namespace, row.getString(3));
      context.settle();
      return context;
    }
  }

  private static final String SESSION =
      "select current_setting('server_version_num')::int, current_schema(), current_user::text";

  /** Settings that change what the server prints; they end with the transaction. */
  private void settle() throws SQLException {
    settle(connection);
    if (second.isPresent()) {
      settle(second.get());
    }
    each(
        EXTENSION_MEMBERS,
        row ->
            extensionMembers
                .computeIfAbsent(row.getString(1), k -> new HashMap<>())
                .put(row.getLong(2), row.getString(3)));
  }

  private void settle(Connection session) throws SQLException {
    String path = '"' + defaultNamespace.replace("\"", "\"\"") + '"';
    String settings =
        "select set_config('search_path', '"
            + path.replace("'", "''")
            + "', true),"
            + " set_config('datestyle', 'ISO, DMY', true),"
            + " set_config('intervalstyle', 'postgres', true),"
            + " set_config('timezone', 'UTC', true),"
            + " set_config('extra_float_digits', '3', true),"
            + " set_config('quote_all_identifiers', 'off', true),"
            + " set_config('bytea_output', 'hex', true),"
            // Costs more than it gains for catalogues, whose sizes the planner does not know.
            + " set_config('jit', 'off', true)";
    try (Statement statement = session.createStatement()) {
      statement.execute(settings);
    }
  }

  private static final String EXTENSION_MEMBERS =
      """
      select k.relname, d.objid::bigint, e.extname
      from pg_catalog.pg_depend d
      join pg_catalog.pg_class k on k.oid = d.classid
      join pg_catalog.pg_extension e on e.oid = d.refobjid
      where d.refclassid = 'pg_catalog.pg_extension'::regclass and d.deptype = 'e'
      """;

  /** Options of identity columns' sequences by {@code table oid.column number}. */
  Map<String, SortedMap<String, String>> identities() {
    return identities;
  }

  /** The names of a relation's columns by their numbers; a table's once its columns are read. */
  Map<Integer, String> columnNames(long relation) throws SQLException {
    if (!otherColumnNames) {
      otherColumnNames = true;
      each(COLUMN_NAMES, row -> columnName(row.getLong(1), row.getInt(2), row.getString(3)));
    }
    return columnNames.getOrDefault(relation, Map.of());
  }

  void columnName(long relation, int number, String name) {
    columnNames.computeIfAbsent(relation, k -> new HashMap<>()).put(number, name);
  }

  private static final String COLUMN_NAMES =
      """
      select a.attrelid::bigint, a.attnum, a.attname
      from pg_catalog.pg_attribute a
      join pg_catalog.pg_class c on c.oid = a.attrelid
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where a.attnum > 0 and not a.attisdropped and c.relkind in ('m', 'f', 'v') and
      """
          + OWN_NAMESPACES;

  /** What {@link #indexes} asks for. */
  List<String> indexQueries() {
    return List.of(IndexRows.query(this), COLUMN_NAMES);
  }

  /** Every index of the database, those behind constraints included, by its oid. */
  Map<Long, IndexRows.Found> indexes() throws SQLException {
    if (indexes == null) {
      indexes = IndexRows.read(this);
    }
    return indexes;
  }

  Target target() {
    return target;
  }

  boolean atLeast(int major) {
    return target.version().atLeast(major);
  }

  /** {@code whenNew} on servers of that version and newer, else {@code otherwise}: parts of SQL. */
  String since(int major, String whenNew, String otherwise) {
    return atLeast(major) ? whenNew : otherwise;
  }

  /** {@code current_schema()}. */
  String defaultNamespace() {
    return defaultNamespace;
  }

  /** {@code current_user}: what it owns has no {@code owner} option. */
  String user() {
    return user;
  }

  /** The model's name: bare in the default namespace. */
  QName name(String namespace, String local) {
    return new QName(namespace.equals(defaultNamespace) ? "" : namespace, local);
  }

  /** Adds {@code owner} where it is somebody else. */
  void owner(Map<String, String> options, String owner) {
    if (owner != null && !owner.equals(user)) {
      options.put("owner", owner);
    }
  }

  /**
   * The extension that an object belongs to, which is then left out.
   *
   * @param catalogue the system catalogue of the object's oid: {@code pg_class}
   */
  Optional<String> extensionOf(String catalogue, long oid) {
    return Optional.ofNullable(extensionMembers.getOrDefault(catalogue, Map.of()).get(oid));
  }

  /**
   * Counts an object of an extension; true where it is one and the caller skips it. Whoever asks
   * deals with the object, so that it is not named as unread.
   */
  boolean leaveOutMember(String catalogue, long oid) {
    dealt(catalogue, oid);
    Optional<String> extension = extensionOf(catalogue, oid);
    extension.ifPresent(e -> leaveOut("of extension " + e));
    return extension.isPresent();
  }

  /** Notes that a part has read an object, left it out or named it as a gap. */
  void dealt(String catalogue, long oid) {
    dealt.computeIfAbsent(catalogue, c -> new HashSet<>()).add(oid);
  }

  /** Whether a part has dealt with the object. */
  boolean isDealt(String catalogue, long oid) {
    return dealt.getOrDefault(catalogue, Set.of()).contains(oid);
  }

  void leaveOut(String reason) {
    leftOut.merge(reason, 1, Integer::sum);
  }

  /** Something is there and the model has no form for it. */
  void unsupported(String object, String reason) {
    gaps.add(new CatalogGap(object, reason, CatalogGap.Kind.UNSUPPORTED));
  }

  /** Something is there and the user may not read it. */
  void unreadable(String object, String reason) {
    gaps.add(new CatalogGap(object, reason, CatalogGap.Kind.UNREADABLE));
  }

  void add(SchemaObject object) {
    objects.add(object);
  }

  /** What was added so far. */
  List<SchemaObject> objects() {
    return objects;
  }

  /**
   * Has the server work on queries that are asked for by {@link #each} soon, on each session one
   * after the other, while the rows of others are taken.
   */
  void announce(List<String> queries) {
    List<Connection> sessions = new ArrayList<>(List.of(connection));
    second.ifPresent(sessions::add);
    ahead = new QueriesAhead(sessions, queries);
  }

  /** Runs a query and hands every row over, streaming. */
  void each(String sql, RowReader reader) throws SQLException {
    if (ahead != null && ahead.each(sql, reader)) {
      return;
    }
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(FETCH_SIZE);
      try (ResultSet rows = statement.executeQuery(sql)) {
        while (rows.next()) {
          reader.take(rows);
        }
      }
    }
  }

  /** A text column as an expression. */
  static Optional<Expression> sql(String text) {
    return Optional.ofNullable(text).map(Expression.Sql::new);
  }

  LiveSchema result() {
    return new LiveSchema(
        Schema.of(target, objects), gaps, leftOut, new TreeMap<>(Map.of("owner", user)));
  }
}
