package dev.schemac.shadow;

import dev.schemac.catalog.CatalogReader;
import dev.schemac.catalog.LiveSchema;
import dev.schemac.connect.ServerFailure;
import dev.schemac.connect.ServerSession;
import dev.schemac.connect.ServerUrl;
import dev.schemac.connect.WritableSession;
import dev.schemac.model.Dialect;
import dev.schemac.model.Target;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An empty database to try things on; closing it takes away whatever was made in it. */
public final class ShadowDatabase implements AutoCloseable {
  private static final Pattern MISSING_ROLE = Pattern.compile("role \"(.+)\" does not exist");
  private static final Pattern BEYOND =
      Pattern.compile(
          "(?is)(?:create|drop|alter)\\s+(?:database|role|user|group|tablespace)\\b.*"
              + "|alter\\s+system\\b.*|set\\s+(?:global|persist)\\b.*");
  private static final Pattern BEYOND_MYSQL =
      Pattern.compile("(?is)use\\s.*|(?:create|drop|alter)\\s+schema\\b.*");

  private final ServerUrl url;
  private final Map<String, String> environment;
  private final WritableSession session;
  private final boolean ours;
  private final Runnable cleaning;

  /**
   * A database that is known to be empty.
   *
   * @param ours whether the whole server is ours, so that roles and other databases may be made
   * @param cleaning what closing it does at its end
   */
  ShadowDatabase(
      ServerUrl url,
      Map<String, String> environment,
      WritableSession session,
      boolean ours,
      Runnable cleaning) {
    this.url = url;
    this.environment = environment;
    this.session = session;
    this.ours = ours;
    this.cleaning = cleaning;
  }

  /** What the server is. */
  public Target target() {
    return session.target();
  }

  /** Runs one statement, in the session of all others; it commits by itself. */
  public void run(String sql) throws ShadowFailure {
    refuseBeyond(sql);
    try {
      execute(sql);
    } catch (SQLException e) {
      throw new ShadowFailure(ShadowFailure.Kind.STATEMENT, session.failure(e).getMessage());
    }
  }

  /** Somebody else's server holds more than this database. */
  private void refuseBeyond(String sql) throws ShadowFailure {
    boolean mysql = session.target().dialect() == Dialect.MYSQL;
    if (!ours
        && (BEYOND.matcher(sql).matches() || (mysql && BEYOND_MYSQL.matcher(sql).matches()))) {
      throw new ShadowFailure(
          ShadowFailure.Kind.BEYOND, "this statement would reach beyond the shadow database");
    }
  }

  /** Roles belong to the server, so a schema that grants to one does not make it. */
  private void execute(String sql) throws SQLException {
    try (Statement statement = session.connection().createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    } catch (SQLException e) {
      Matcher missing = MISSING_ROLE.matcher(e.getMessage() == null ? "" : e.getMessage());
      boolean outside = session.connection().getAutoCommit();
      if (!ours || !outside || !"42704".equals(e.getSQLState()) || !missing.find()) {
        throw e;
      }
      execute("create role \"" + missing.group(1).replace("\"", "\"\"") + "\"");
      execute(sql);
    }
  }

  /** Reads what is there now, in a session of its own that can change nothing. */
  public LiveSchema read(CatalogReader reader) throws ServerFailure {
    try (ServerSession reading = reading()) {
      return reading.read(reader);
    }
  }

  /** A session that can change nothing, which whoever asks for it closes. */
  public ServerSession reading() throws ServerFailure {
    return ServerSession.open(url.in(current()), environment);
  }

  /** A script may have chosen another database for itself. */
  private String current() throws ServerFailure {
    String asked =
        session.target().dialect() == Dialect.MYSQL ? "select database()" : "select null";
    try (Statement statement = session.connection().createStatement();
        ResultSet row = statement.executeQuery(asked)) {
      String name = row.next() ? row.getString(1) : null;
      return name == null ? url.database() : name;
    } catch (SQLException e) {
      throw session.failure(e);
    }
  }

  @Override
  public void close() {
    session.close();
    cleaning.run();
  }
}
