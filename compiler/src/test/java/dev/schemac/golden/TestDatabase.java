package dev.schemac.golden;

import dev.schemac.model.Dialect;
import dev.schemac.shadow.ThrowawayServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** One database of one test, with an open connection; dropped when closed. */
public final class TestDatabase implements AutoCloseable {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final ServerKind kind;
  private final ThrowawayServer server;
  private final String name;
  private final Connection connection;

  private TestDatabase(
      ServerKind kind, ThrowawayServer server, String name, Connection connection) {
    this.kind = kind;
    this.server = server;
    this.name = name;
    this.connection = connection;
  }

  static TestDatabase create(ServerKind kind, ThrowawayServer server) {
    String name = "schemac_test_" + COUNT.incrementAndGet();
    try {
      administer(server, "create database " + name);
      return new TestDatabase(kind, server, name, DriverManager.getConnection(server.url(name)));
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

  public Connection connection() {
    return connection;
  }

  @Override
  public void close() {
    try {
      connection.close();
      administer(
          server,
          kind.dialect() == Dialect.POSTGRES
              ? "drop database " + name + " with (force)"
              : "drop database " + name);
    } catch (SQLException e) {
      throw new AssertionError("cannot drop " + name + " on " + kind, e);
    }
  }

  private static void administer(ThrowawayServer server, String sql) throws SQLException {
    try (Connection admin = DriverManager.getConnection(server.url(server.adminDatabase()));
        Statement statement = admin.createStatement()) {
      statement.execute(sql);
    }
  }
}
