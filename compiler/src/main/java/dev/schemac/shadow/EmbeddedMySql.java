package dev.schemac.shadow;

import dev.schemac.model.Dialect;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A throwaway MySQL or MariaDB from a {@code mysqld} that finds its own base folder and knows
 * {@code --initialize-insecure}.
 */
public final class EmbeddedMySql implements ThrowawayServer {
  private final ServerProcess process;
  private final int port;

  private EmbeddedMySql(ServerProcess process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Initialises a data folder in a temporary place and starts the server on it.
   *
   * @throws IOException when {@code mysqld} fails; the message holds what it printed
   */
  public static EmbeddedMySql start(Path mysqld) throws IOException {
    return start(mysqld, List.of());
  }

  /**
   * The same.
   *
   * @param settings more words for the command line
   */
  public static EmbeddedMySql start(Path mysqld, List<String> settings) throws IOException {
    return FreePort.tryEach(port -> start(mysqld, settings, port));
  }

  private static EmbeddedMySql start(Path mysqld, List<String> settings, int port)
      throws IOException {
    ServerFolder folder = ServerFolder.create("schemac-mysql");
    try {
      List<String> initialise = command(mysqld, folder);
      initialise.add("--initialize-insecure");
      ServerProcess.runToEnd(folder, initialise);
      List<String> serve = command(mysqld, folder);
      serve.addAll(
          List.of(
              "--bind-address=127.0.0.1",
              "--port=" + port,
              "--socket=" + folder.path().resolve("socket"),
              "--pid-file=" + folder.path().resolve("pid"),
              // Another server that starts clears the folder that all share otherwise.
              "--tmpdir=" + folder.path(),
              "--loose-mysqlx=OFF",
              // The default is a year: a lock that nobody lets go of is an error here, not a wait.
              "--lock-wait-timeout=120",
              "--max-connections=200"));
      serve.addAll(settings);
      return new EmbeddedMySql(
          ServerProcess.start(folder, "KILL", "ready for connections", serve), port);
    } catch (IOException | RuntimeException e) {
      folder.delete();
      throw e;
    }
  }

  private static List<String> command(Path mysqld, ServerFolder folder) {
    List<String> command =
        new ArrayList<>(
            List.of(
                mysqld.toString(),
                "--no-defaults",
                "--datadir=" + folder.path().resolve("data"),
                "--skip-log-bin",
                "--innodb-flush-method=nosync",
                "--innodb-flush-log-at-trx-commit=0",
                "--innodb-doublewrite=OFF",
                "--character-set-server=utf8mb4",
                "--default-time-zone=+00:00"));
    if (folder.isRoot()) {
      command.add("--user=root");
    }
    return command;
  }

  @Override
  public Dialect dialect() {
    return Dialect.MYSQL;
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public String user() {
    return "root";
  }

  @Override
  public String adminDatabase() {
    return "mysql";
  }

  @Override
  public String url(String database) {
    return "jdbc:mysql://127.0.0.1:"
        + port
        + "/"
        + database
        + "?user=root&tinyInt1isBit=false&sslMode=DISABLED&allowPublicKeyRetrieval=true"
        + "&socketTimeout="
        + ThrowawayServer.ANSWERS.toMillis();
  }

  @Override
  public void close() {
    process.close();
  }
}
