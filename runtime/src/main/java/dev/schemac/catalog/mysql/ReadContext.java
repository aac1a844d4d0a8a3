package dev.schemac.catalog.mysql;

import dev.schemac.catalog.CatalogGap;
import dev.schemac.catalog.LiveSchema;
import dev.schemac.catalog.ToolTables;
import dev.schemac.model.Dialect;
import dev.schemac.model.Expression;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.ServerVersion;
import dev.schemac.model.Target;
import dev.schemac.sql.MySqlQuoting;
import dev.schemac.sql.SqlWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLSyntaxErrorException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What all parts of one reading share: the session, names, and what is collected. */
final class ReadContext {
  private static final String SESSION =
      """
      select version(), database(), current_user(), @@collation_connection,
        (select default_collation_name from information_schema.schemata
          where schema_name = database())
      """;

  private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)(?:\\.(\\d+))?.*");

  private final Connection connection;
  private final Target target;
  private final String database;
  private final String user;
  private final String collation;
  private final String databaseCollation;
  private final List<SchemaObject> objects = new ArrayList<>();
  private final List<CatalogGap> gaps = new ArrayList<>();
  private final SortedMap<String, Integer> leftOut = new TreeMap<>();
  private final SortedMap<String, String> usual = new TreeMap<>();

  private ReadContext(Connection connection, ResultSet session) throws SQLException {
    this.connection = connection;
    this.target = target(session.getString(1));
    this.database = session.getString(2);
    this.user = session.getString(3);
    this.collation = session.getString(4);
    this.databaseCollation = session.getString(5);
  }

  static ReadContext of(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(SESSION)) {
      row.next();
      if (row.getString(2) == null) {
        throw new SQLException("the connection is in no database");
      }
      return new ReadContext(connection, row);
    }
  }

  /** {@code 8.0.15}, {@code 9.7.4-debug}, {@code 10.11.5-MariaDB-log}. */
  private static Target target(String version) throws SQLException {
    Matcher m = VERSION.matcher(version);
    if (!m.matches()) {
      throw new SQLException("a server of version " + version + " is not known");
    }
    int patch = m.group(3) == null ? 0 : Integer.parseInt(m.group(3));
    ServerVersion exact =
        new ServerVersion(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)), patch);
    return version.contains("MariaDB") ? Target.mariaDb(exact) : new Target(Dialect.MYSQL, exact);
  }

  Target target() {
    return target;
  }

  boolean isMariaDb() {
    return target.isMariaDb();
  }

  /** {@code database()}, whose objects have bare names in the model. */
  String database() {
    return database;
  }

  /** The account that the session acts for, {@code root@localhost}. */
  String user() {
    return user;
  }

  /** What a session that speaks {@code utf8mb4} compares strings by. */
  String collation() {
    return collation;
  }

  String databaseCollation() {
    return databaseCollation;
  }

  /** A text column as an expression. */
  static Optional<Expression> sql(String text) {
    return Optional.ofNullable(text).map(Expression.Sql::new);
  }

  /** The name quoted, to stand in a statement. */
  static String quoted(String name) {
    return MySqlQuoting.INSTANCE.identifier(name);
  }

  /** Counts a tool's table and all that hangs on it; true where the caller skips it. */
  boolean leaveOutTool(String table) {
    Optional<String> tool = ToolTables.tool("", table);
    tool.ifPresent(t -> leaveOut("of " + t));
    return tool.isPresent();
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

  SqlWriter writer() {
    return new SqlWriter(MySqlQuoting.INSTANCE);
  }

  /** Runs a query and hands every row over. */
  void each(String sql, RowReader reader) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        reader.take(rows);
      }
    }
  }

  /**
   * The statement that {@code SHOW CREATE} prints in the given column; what the user may not see is
   * listed as a gap.
   */
  Optional<String> shown(String kind, String name, String path, int column) throws SQLException {
    try {
      String statement = writer().phrase("show create").phrase(kind).identifier(name).text();
      Optional<String> text = value(statement, column);
      if (text.isEmpty()) {
        unreadable(path, "the user may not see its text");
      }
      return text;
    } catch (SQLSyntaxErrorException e) {
      unreadable(path, e.getMessage());
      return Optional.empty();
    }
  }

  /** {@code SHOW CREATE} printed what no part of this reader has seen before. */
  void unknownForm(String path) {
    unsupported(path, "the server prints it in a form that schemac does not know");
  }

  /** One value of the one row of a statement; empty where there is no row or no value. */
  Optional<String> value(String sql, int column) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? Optional.ofNullable(row.getString(column)) : Optional.empty();
    }
  }

  /** An option that is left out where it has this value. */
  void usual(String option, String value) {
    usual.put(option, value);
  }

  LiveSchema result() {
    return new LiveSchema(Schema.of(target, objects), gaps, leftOut, usual);
  }
}
