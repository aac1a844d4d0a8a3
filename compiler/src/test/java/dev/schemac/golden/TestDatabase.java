package dev.schemac.golden;

import dev.schemac.model.Dialect;
import dev.schemac.shadow.ThrowawayServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;

/** One database of one test, with an open connection; dropped when closed. */
public final class TestDatabase implements AutoCloseable {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final ServerKind kind;
  private final ThrowawayServer server;
  private final String name;
  private final Connection connection;
  private final SortedSet<String> namespaces = new TreeSet<>();

  private TestDatabase(
      ServerKind kind, ThrowawayServer server, String name, Connection connection) {
    this.kind = kind;
    this.server = server;
    this.name = name;
    this.connection = connection;
  }

  static TestDatabase create(ServerKind kind, ThrowawayServer server) {
    try {
      String used = PostgresDatabases.take(kind);
      String name = used != null ? used : "schemac_test_" + COUNT.incrementAndGet();
      if (used == null) {
        administer(server, "create database " + name);
      }
      Connection connection = DriverManager.getConnection(server.url(name));
      if (kind.dialect() == Dialect.POSTGRES) {
        PostgresDatabases.rememberPristine(kind, connection);
      }
      return new TestDatabase(kind, server, name, connection);
    } catch (SQLException e) {
      throw new AssertionError("cannot create a database on " + kind, e);
    }
  }

  public ServerKind kind() {
    return kind;
  }

  public ThrowawayServer server() {
    return server;
  }

  public String name() {
    return name;
  }

  /** MySQL databases beside this one that the test makes; they go away with it. */
  public SortedSet<String> namespaces() {
    return namespaces;
  }

  public Connection connection() {
    return connection;
  }

  @Override
  public void close() {
    try (connection) {
      for (String namespace : namespaces) {
        administer(server, "drop database if exists `" + namespace + "`");
      }
      switch (kind.dialect()) {
        case POSTGRES -> giveBack();
        case MYSQL -> administer(server, "drop database " + name);
      }
    } catch (SQLException e) {
      throw new AssertionError("cannot drop " + name + " on " + kind, e);
    }
  }

  private void giveBack() throws SQLException {
    if (PostgresDatabases.empty(kind, connection)) {
      PostgresDatabases.giveBack(kind, name);
    } else {
      administer(server, "drop database " + name + " with (force)");
    }
  }

  private static void administer(ThrowawayServer server, String sql) throws SQLException {
    try (Connection admin = DriverManager.getConnection(server.url(server.adminDatabase()));
        Statement statement = admin.createStatement()) {
      statement.execute(sql);
    }
  }
}
