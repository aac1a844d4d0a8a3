package dev.schemac.connect;

import dev.schemac.golden.Servers;
import dev.schemac.shadow.ThrowawayServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL of its own whose role {@code locked} needs the password {@code ri:ght}. */
final class PasswordServer implements AutoCloseable {
  private final ThrowawayServer server;

  private PasswordServer(ThrowawayServer server) {
    this.server = server;
  }

  static PasswordServer start() throws Exception {
    PasswordServer started = new PasswordServer(Servers.another("postgres-new"));
    try (Connection admin = started.connect("postgres");
        Statement statement = admin.createStatement()) {
      statement.execute("create role locked login password 'ri:ght'");
      statement.execute(
          """
          do $$ begin
            execute format(
              'copy (select unnest(array[''host all locked all scram-sha-256'', ''host all all all trust''])) to %L',
              current_setting('hba_file'));
          end $$
          """);
      statement.execute("select pg_reload_conf()");
    }
    started.awaitRefusal();
    return started;
  }

  private Connection connect(String user) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port() + "/postgres?user=" + user);
  }

  /** The server reads its rules again at its leisure. */
  private void awaitRefusal() {
    long end = System.nanoTime() + 30_000_000_000L;
    while (System.nanoTime() < end) {
      try {
        connect("locked").close();
      } catch (SQLException e) {
        return;
      }
    }
    throw new AssertionError("the server did not read its rules of access");
  }

  int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.close();
  }
}
