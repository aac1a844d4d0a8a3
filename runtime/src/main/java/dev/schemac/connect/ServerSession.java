package dev.schemac.connect;

import dev.schemac.catalog.CatalogReader;
import dev.schemac.catalog.LiveSchema;
import dev.schemac.catalog.LookupRows;
import dev.schemac.catalog.SizeReader;
import dev.schemac.catalog.TableSizes;
import dev.schemac.model.Dialect;
import dev.schemac.model.Schema;
import dev.schemac.model.ServerVersion;
import dev.schemac.model.Target;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A session that can change nothing: the server itself refuses every write, no statement runs long
 * and none waits long for a lock.
 */
public final class ServerSession implements AutoCloseable {
  private static final String CONNECT_SECONDS = "10";

  private static final List<String> POSTGRES_SETTINGS =
      List.of(
          "SET default_transaction_read_only = on",
          "SET statement_timeout = '120s'",
          "SET lock_timeout = '5s'",
          "SET idle_in_transaction_session_timeout = '300s'");

  /** Each server skips the comment of the other, which has no such variable. */
  private static final List<String> MYSQL_SETTINGS =
      List.of(
          "SET SESSION TRANSACTION READ ONLY",
          "SET SESSION lock_wait_timeout = 5 /*!50708 , SESSION max_execution_time = 120000 */"
              + " /*M!100100 , SESSION max_statement_time = 120 */");

  private static final ServerVersion OLDEST_POSTGRES = new ServerVersion(13, 0, 0);
  private static final ServerVersion OLDEST_MYSQL = new ServerVersion(8, 0, 0);
  private static final ServerVersion OLDEST_MARIADB = new ServerVersion(10, 11, 0);

  private static final Pattern MYSQL_VERSION = Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+)");

  private final ServerUrl url;
  private final Connection connection;
  private final Target target;

  private ServerSession(ServerUrl url, Connection connection, Target target) {
    this.url = url;
    this.connection = connection;
    this.target = target;
  }

  /**
   * Connects.
   *
   * @param environment where users and passwords may stand that the URL leaves open
   */
  public static ServerSession open(ServerUrl written, Map<String, String> environment)
      throws ServerFailure {
    ServerUrl url = complete(written, environment);
    try {
      return opened(url, connect(url));
    } catch (SQLException e) {
      throw ServerFailure.of(e, url.password());
    }
  }

  static ServerUrl complete(ServerUrl written, Map<String, String> environment)
      throws ServerFailure {
    ServerUrl url = new PasswordFiles(environment).complete(written);
    if (url.database().isEmpty()) {
      throw new ServerFailure(ServerFailure.Kind.DATABASE, "the URL names no database");
    }
    return url;
  }

  static Connection connect(ServerUrl url) throws SQLException, ServerFailure {
    return driver(url.dialect()).connect(driverUrl(url), properties(url));
  }

  private static ServerSession opened(ServerUrl url, Connection connection)
      throws SQLException, ServerFailure {
    try {
      protect(url.dialect(), connection);
      return new ServerSession(url, connection, target(connection));
    } catch (SQLException | ServerFailure e) {
      connection.close();
      throw e;
    }
  }

  /** Only the wanted driver's classes are loaded. */
  private static Driver driver(Dialect dialect) throws ServerFailure {
    String owner = dialect == Dialect.POSTGRES ? "org.postgresql." : "com.mysql.";
    return ServiceLoader.load(Driver.class).stream()
        .filter(provider -> provider.type().getName().startsWith(owner))
        .findFirst()
        .map(ServiceLoader.Provider::get)
        .orElseThrow(
            () ->
                new ServerFailure(
                    ServerFailure.Kind.UNSUPPORTED, "there is no JDBC driver on the class path"));
  }

  /** Without user and password, so that no message of a driver can quote them. */
  private static String driverUrl(ServerUrl url) {
    String scheme = url.dialect() == Dialect.POSTGRES ? "jdbc:postgresql://" : "jdbc:mysql://";
    String database =
        java.net.URLEncoder.encode(url.database(), java.nio.charset.StandardCharsets.UTF_8);
    return scheme + url.hosts() + "/" + database.replace("+", "%20");
  }

  private static Properties properties(ServerUrl url) {
    Properties properties = new Properties();
    switch (url.dialect()) {
      case POSTGRES -> {
        properties.setProperty("connectTimeout", CONNECT_SECONDS);
        properties.setProperty("loginTimeout", CONNECT_SECONDS);
        properties.setProperty("ApplicationName", "schemac");
      }
      case MYSQL -> {
        properties.setProperty("connectTimeout", CONNECT_SECONDS + "000");
        properties.setProperty("socketTimeout", "180000");
        properties.setProperty("tinyInt1isBit", "false");
        properties.setProperty("connectionAttributes", "program_name:schemac");
      }
    }
    url.parameters().forEach(properties::setProperty);
    properties.setProperty("user", url.user());
    if (url.password().isPresent()) {
      properties.setProperty("password", url.password().reveal());
    }
    return properties;
  }

  private static void protect(Dialect dialect, Connection connection) throws SQLException {
    List<String> settings =
        switch (dialect) {
          case POSTGRES -> POSTGRES_SETTINGS;
          case MYSQL -> MYSQL_SETTINGS;
        };
    try (Statement statement = connection.createStatement()) {
      for (String setting : settings) {
        statement.execute(setting);
      }
    }
  }

  /** PostgreSQL's minor versions change nothing that a plan depends on; MySQL's patches do. */
  static Target target(Connection connection) throws SQLException, ServerFailure {
    DatabaseMetaData server = connection.getMetaData();
    // MariaDB 10 says so in front, for clients that know no tenth version.
    String version = server.getDatabaseProductVersion().replaceFirst("^5\\.5\\.5-(?=10\\.)", "");
    if (server.getDatabaseProductName().equals("PostgreSQL")) {
      ServerVersion major = new ServerVersion(server.getDatabaseMajorVersion(), 0, 0);
      return supported(new Target(Dialect.POSTGRES, major), OLDEST_POSTGRES, version);
    }
    Matcher numbers = MYSQL_VERSION.matcher(version);
    if (!numbers.lookingAt()) {
      throw new ServerFailure(
          ServerFailure.Kind.UNSUPPORTED,
          "the server is `" + version + "`, which cannot be read yet");
    }
    int major = Integer.parseInt(numbers.group(1));
    int minor = Integer.parseInt(numbers.group(2));
    ServerVersion exact = new ServerVersion(major, minor, Integer.parseInt(numbers.group(3)));
    return version.toLowerCase(java.util.Locale.ROOT).contains("mariadb")
        ? supported(Target.mariaDb(exact), OLDEST_MARIADB, version)
        : supported(new Target(Dialect.MYSQL, exact), OLDEST_MYSQL, version);
  }

  private static Target supported(Target target, ServerVersion oldest, String version)
      throws ServerFailure {
    if (target.version().compareTo(oldest) < 0) {
      throw new ServerFailure(
          ServerFailure.Kind.UNSUPPORTED,
          "the server is `" + version + "`; the oldest that can be read is " + oldest);
    }
    return target;
  }

  /** What the server is. */
  public Target target() {
    return target;
  }

  /** Reads the whole database. */
  public LiveSchema read(CatalogReader reader) throws ServerFailure {
    try {
      return reader.read(connection, this::another);
    } catch (SQLException e) {
      throw ServerFailure.of(e, url.password());
    }
  }

  private Connection another() throws SQLException {
    try {
      Connection second = connect(url);
      try {
        protect(url.dialect(), second);
        return second;
      } catch (SQLException e) {
        second.close();
        throw e;
      }
    } catch (ServerFailure e) {
      throw new SQLException(e.getMessage(), e);
    }
  }

  /** Reads how large the tables are. */
  public TableSizes sizes(SizeReader reader) throws ServerFailure {
    try {
      return new TableSizes(url.label(), url.dialect(), reader.read(connection));
    } catch (SQLException e) {
      throw ServerFailure.of(e, url.password());
    }
  }

  /** The live schema with the rows of those tables whose rows belong to the declared one. */
  public Schema withLookupRows(Schema live, Schema declared) throws ServerFailure {
    try {
      return LookupRows.read(connection, live, declared);
    } catch (SQLException e) {
      throw ServerFailure.of(e, url.password());
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      // Nothing was changed, so nothing is lost with a session that does not end in order.
    }
  }
}
