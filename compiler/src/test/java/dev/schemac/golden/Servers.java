package dev.schemac.golden;

import dev.schemac.model.Dialect;
import dev.schemac.shadow.EmbeddedMySql;
import dev.schemac.shadow.EmbeddedPostgres;
import dev.schemac.shadow.ThrowawayServer;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The servers of this test run: each starts when the first test asks for it and ends with the JVM.
 */
public final class Servers {
  private static final Map<ServerKind, ThrowawayServer> RUNNING = new EnumMap<>(ServerKind.class);

  private static final Set<String> ROLES = new HashSet<>();

  private Servers() {}

  /** The one server of a kind; fails with what it printed where it does not start. */
  public static ThrowawayServer get(ServerKind kind) {
    synchronized (kind) {
      ThrowawayServer running = running(kind);
      return running != null ? running : started(kind);
    }
  }

  /** One more PostgreSQL, whose settings a test may change; whoever starts it closes it. */
  public static ThrowawayServer another(String key) throws IOException {
    return EmbeddedPostgres.start(ServerBinaries.get().folder(key));
  }

  /** The folder of a kind's programs. */
  public static java.nio.file.Path binaries(ServerKind kind) {
    return ServerBinaries.get().folder(kind.key());
  }

  /** A new, empty database of its own for one test; closing it drops it. */
  public static TestDatabase database(ServerKind kind) {
    return TestDatabase.create(kind, get(kind));
  }

  /** A PostgreSQL role that cases name, made once per server. */
  static void role(ServerKind kind, String name) {
    synchronized (ROLES) {
      if (kind.dialect() == Dialect.POSTGRES && ROLES.add(kind + name)) {
        try (TestDatabase database = database(kind)) {
          Query.run(database.connection(), "create role \"" + name + "\"");
        }
      }
    }
  }

  /** MariaDB's performance schema, in which claims are seen, is off by itself. */
  private static List<String> watched(ServerKind kind) {
    return kind.target().isMariaDb() ? List.of("--performance-schema=ON") : List.of();
  }

  private static ThrowawayServer running(ServerKind kind) {
    synchronized (RUNNING) {
      return RUNNING.get(kind);
    }
  }

  private static ThrowawayServer started(ServerKind kind) {
    try {
      ThrowawayServer server =
          switch (kind.dialect()) {
            case POSTGRES -> EmbeddedPostgres.start(ServerBinaries.get().folder(kind.key()));
            case MYSQL ->
                EmbeddedMySql.start(
                    ServerBinaries.get().folder(kind.key()).resolve("bin/mysqld"), watched(kind));
          };
      // Ends the servers before the JVM is gone; the pipe to the watching shell does it otherwise.
      Runtime.getRuntime().addShutdownHook(new Thread(server::close));
      synchronized (RUNNING) {
        RUNNING.put(kind, server);
      }
      return server;
    } catch (IOException e) {
      throw new AssertionError("cannot start " + kind.key(), e);
    }
  }
}
