package dev.schemac.shadow;

import dev.schemac.connect.Progress;
import dev.schemac.connect.ServerFailure;
import dev.schemac.connect.ServerUrl;
import dev.schemac.connect.UrlException;
import dev.schemac.connect.WritableSession;
import dev.schemac.model.Dialect;
import dev.schemac.model.Target;
import dev.schemac.sql.MySqlQuoting;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where shadow databases are made: in a database that the user gives, or on a server that this
 * process starts. A server starts when it is first wanted, serves the whole process, and ends with
 * it, however that comes about.
 */
public final class ShadowServers {
  private static final AtomicInteger COUNT = new AtomicInteger();

  /** A given database serves one at a time, and so does a MySQL, whose databases see each other. */
  private static final Semaphore ONE = new Semaphore(1);

  private final Optional<ServerUrl> given;
  private final Map<String, String> environment;
  private final Progress progress;
  private final Queue<String> remarks = new ConcurrentLinkedQueue<>();

  /**
   * Where to look.
   *
   * @param given an empty database of the user
   * @param environment of this process
   * @param progress who is told that a server is started
   */
  public ShadowServers(
      Optional<ServerUrl> given, Map<String, String> environment, Progress progress) {
    this.given = given;
    this.progress = progress;
    this.environment = Map.copyOf(environment);
  }

  /** An empty database on a server of that major version. */
  public ShadowDatabase open(Target target) throws ShadowFailure {
    return given.isPresent() ? given(given.get(), target) : embedded(target);
  }

  private ShadowDatabase given(ServerUrl url, Target target) throws ShadowFailure {
    ONE.acquireUninterruptibly();
    try {
      WritableSession session = WritableSession.open(url, environment);
      try {
        requireTarget(url, session, target);
        Emptying emptying = emptying(session);
        List<String> contents = emptying.contents(session.connection());
        if (!contents.isEmpty()) {
          throw new ShadowFailure(
              ShadowFailure.Kind.NOT_EMPTY,
              "`" + url.label() + "` is not empty: it holds " + String.join(", ", contents));
        }
        return new ShadowDatabase(url, environment, session, false, () -> emptied(url, emptying));
      } catch (ShadowFailure | SQLException | RuntimeException e) {
        session.close();
        throw e;
      }
    } catch (ShadowFailure e) {
      ONE.release();
      throw e;
    } catch (SQLException | ServerFailure e) {
      ONE.release();
      throw new ShadowFailure(
          ShadowFailure.Kind.UNAVAILABLE, "`" + url.label() + "`: " + e.getMessage());
    }
  }

  private static void requireTarget(ServerUrl url, WritableSession session, Target target)
      throws ShadowFailure {
    Target is = session.target();
    boolean series =
        is.dialect() == Dialect.POSTGRES || is.version().minor() == target.version().minor();
    if (!is.label().equals(target.label())
        || is.version().major() != target.version().major()
        || !series) {
      throw new ShadowFailure(
          ShadowFailure.Kind.OTHER_SERVER, "`" + url.label() + "` is " + is + ", not " + target);
    }
  }

  private static Emptying emptying(WritableSession session) throws SQLException {
    return switch (session.target().dialect()) {
      case POSTGRES -> PostgresEmptying.of(session.connection());
      case MYSQL -> new MySqlEmptying();
    };
  }

  private void emptied(ServerUrl url, Emptying emptying) {
    try (WritableSession session = WritableSession.open(url, environment)) {
      emptying.empty(session.connection());
    } catch (ServerFailure | SQLException e) {
      // The next use says by name what is left in it, and refuses it.
      return;
    } finally {
      ONE.release();
    }
  }

  private ShadowDatabase embedded(Target target) throws ShadowFailure {
    ThrowawayServer server = running(target);
    String name = "schemac_shadow_" + COUNT.incrementAndGet();
    boolean alone = server.dialect() == Dialect.MYSQL;
    if (alone) {
      ONE.acquireUninterruptibly();
    }
    try {
      administer(server, "create database " + name);
      ServerUrl url = ServerUrl.parse(server.url(name));
      WritableSession session = WritableSession.open(url, Map.of());
      return new ShadowDatabase(url, Map.of(), session, true, () -> dropped(server, name));
    } catch (ServerFailure | SQLException | UrlException e) {
      if (alone) {
        ONE.release();
      }
      throw new ShadowFailure(ShadowFailure.Kind.UNAVAILABLE, e.getMessage());
    }
  }

  private ThrowawayServer running(Target target) throws ShadowFailure {
    int major = target.version().major();
    String key = target.isPostgres() ? "postgres " + major : target.toString();
    try {
      return StartedServers.of(key, () -> started(target));
    } catch (IOException e) {
      throw new ShadowFailure(
          ShadowFailure.Kind.UNAVAILABLE,
          String.valueOf(e.getMessage()).strip().replaceAll("\\s*\\R\\s*", "; "));
    }
  }

  private ThrowawayServer started(Target target) throws IOException {
    progress.now("starting a " + target + " to try texts on (the first time it is fetched)");
    return new ServerChoice(environment, remarks::add).start(target);
  }

  /** What has to be said about the servers that were started since it was last asked. */
  public List<String> remarks() {
    List<String> all = new ArrayList<>();
    for (String next = remarks.poll(); next != null; next = remarks.poll()) {
      all.add(next);
    }
    return all;
  }

  private static void dropped(ThrowawayServer server, String name) {
    try {
      switch (server.dialect()) {
        case POSTGRES -> administer(server, "drop database if exists " + name + " with (force)");
        case MYSQL -> dropAll(server);
      }
    } catch (ServerFailure | SQLException | UrlException e) {
      // They go with their server.
      return;
    } finally {
      if (server.dialect() == Dialect.MYSQL) {
        ONE.release();
      }
    }
  }

  /** A script may have made databases beside its own. */
  private static void dropAll(ThrowawayServer server)
      throws ServerFailure, SQLException, UrlException {
    ServerUrl url = ServerUrl.parse(server.url(server.adminDatabase()));
    try (WritableSession admin = WritableSession.open(url, Map.of())) {
      for (String name : databases(admin.connection())) {
        try (Statement statement = admin.connection().createStatement()) {
          statement.execute("drop database " + MySqlQuoting.INSTANCE.identifier(name));
        }
      }
    }
  }

  private static List<String> databases(Connection connection) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select schema_name from information_schema.schemata where schema_name not in"
                    + " ('mysql', 'sys', 'information_schema', 'performance_schema')")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  private static void administer(ThrowawayServer server, String sql)
      throws ServerFailure, SQLException, UrlException {
    ServerUrl url = ServerUrl.parse(server.url(server.adminDatabase()));
    try (WritableSession admin = WritableSession.open(url, Map.of());
        Statement statement = admin.connection().createStatement()) {
      statement.execute(sql);
    }
  }
}
