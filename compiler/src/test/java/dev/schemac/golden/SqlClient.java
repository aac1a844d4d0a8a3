package dev.schemac.golden;

import dev.schemac.model.Target;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Runs a script as its reader would: with {@code psql} or {@code mysql}, nothing in between. */
public final class SqlClient {

  /** What the client said; 0 is success. */
  public record Result(int status, String output) {
    boolean failed() {
      return status != 0;
    }
  }

  private SqlClient() {}

  /** Runs a script and returns how it went. */
  public static Result run(TestDatabase database, String script) {
    try {
      Process client = new ProcessBuilder(command(database)).redirectErrorStream(true).start();
      Thread.ofVirtual().start(() -> write(client, script));
      String output = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Result(client.waitFor(), output);
    } catch (IOException | InterruptedException e) {
      throw new AssertionError("the client did not run", e);
    }
  }

  /** Runs a script that must succeed. */
  public static void runAll(TestDatabase database, String what, String script) {
    Result result = run(database, script);
    if (result.failed()) {
      throw new AssertionError(
          what + " failed on " + database.kind() + ":\n" + result.output() + "\n" + script);
    }
  }

  private static void write(Process client, String script) {
    try (OutputStream input = client.getOutputStream()) {
      input.write(script.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // A client that stopped at an error reads no further; its status says so.
      return;
    }
  }

  /** MariaDB's password plugins are unknown to MySQL's client. */
  private static Path mysql(Target target) {
    String folder = target.isMariaDb() ? ServerKind.MARIADB_NEW.key() : "clients";
    return ServerBinaries.get().folder(folder).resolve("bin/mysql");
  }

  private static List<String> command(TestDatabase database) {
    Path bin = ServerBinaries.get().folder("clients").resolve("bin");
    String port = Integer.toString(database.server().port());
    return switch (database.kind().dialect()) {
      case POSTGRES ->
          List.of(
              bin.resolve("psql").toString(),
              "--no-psqlrc",
              "--quiet",
              "--host=127.0.0.1",
              "--port=" + port,
              "--username=" + database.server().user(),
              "--dbname=" + database.name(),
              "--file=-");
      case MYSQL ->
          List.of(
              mysql(database.kind().target()).toString(),
              "--no-defaults",
              "--host=127.0.0.1",
              "--port=" + port,
              "--user=" + database.server().user(),
              database.kind().target().isMariaDb() ? "--skip-ssl" : "--ssl-mode=DISABLED",
              "--default-character-set=utf8mb4",
              database.name());
    };
  }
}
