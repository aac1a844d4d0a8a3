package dev.schemac.shadow;

import dev.schemac.model.Dialect;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A throwaway PostgreSQL from a folder of binaries ({@code bin/initdb}, {@code bin/postgres}). */
public final class EmbeddedPostgres implements ThrowawayServer {
  private static final String USER = "postgres";

  private final ServerProcess process;
  private final int port;

  private EmbeddedPostgres(ServerProcess process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Makes a cluster in a temporary folder and starts it. Where this process is root the server runs
   * as {@code nobody} from a copy of the binaries, since PostgreSQL refuses root (manual, "The
   * PostgreSQL User Account").
   *
   * @throws IOException when a program fails; the message holds what it printed
   */
  public static EmbeddedPostgres start(Path home) throws IOException {
    return FreePort.tryEach(port -> start(home, port));
  }

  private static EmbeddedPostgres start(Path home, int port) throws IOException {
    ServerFolder folder = ServerFolder.create("schemac-postgres");
    try {
      Path reachable = folder.isRoot() ? folder.copyOf(home) : home;
      Path data = folder.path().resolve("data");
      folder.handOver();
      ServerProcess.runToEnd(folder, initialise(reachable, data, folder));
      return new EmbeddedPostgres(
          ServerProcess.start(
              folder,
              "QUIT",
              "database system is ready to accept connections",
              command(reachable, data, folder, port)),
          port);
    } catch (IOException | RuntimeException e) {
      folder.delete();
      throw e;
    }
  }

  private static List<String> initialise(Path home, Path data, ServerFolder folder)
      throws IOException {
    List<String> command = new ArrayList<>(folder.unprivileged());
    command.addAll(
        List.of(
            home.resolve("bin/initdb").toString(),
            "--no-sync",
            "--auth=trust",
            "--username=" + USER,
            "--encoding=UTF8",
            "--locale=C",
            "--pgdata=" + data));
    return command;
  }

  private static List<String> command(Path home, Path data, ServerFolder folder, int port)
      throws IOException {
    List<String> command = new ArrayList<>(folder.unprivileged());
    command.addAll(
        List.of(home.resolve("bin/postgres").toString(), "-D", data.toString(), "-p", "" + port));
    for (String setting :
        List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "fsync=off",
            "synchronous_commit=off",
            "full_page_writes=off",
            "autovacuum=off",
            "max_connections=200",
            "shared_buffers=64MB",
            "timezone=UTC")) {
      command.addAll(List.of("-c", setting));
    }
    return command;
  }

  @Override
  public Dialect dialect() {
    return Dialect.POSTGRES;
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public String user() {
    return USER;
  }

  @Override
  public String adminDatabase() {
    return "postgres";
  }

  @Override
  public String url(String database) {
    return "jdbc:postgresql://127.0.0.1:"
        + port
        + "/"
        + database
        + "?user="
        + USER
        + "&socketTimeout="
        + ThrowawayServer.ANSWERS.toSeconds();
  }

  @Override
  public void close() {
    process.close();
  }
}
