package dev.schemac.shadow;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The servers that this process started, each once; they end with it. */
public final class StartedServers {
  private static final Map<String, ThrowawayServer> RUNNING = new HashMap<>();

  /** How one is started. */
  @FunctionalInterface
  interface Start {
    ThrowawayServer server() throws IOException;
  }

  private StartedServers() {}

  static ThrowawayServer of(String key, Start start) throws IOException {
    synchronized (RUNNING) {
      ThrowawayServer server = RUNNING.get(key);
      if (server == null) {
        server = start.server();
        if (RUNNING.isEmpty()) {
          Runtime.getRuntime().addShutdownHook(new Thread(StartedServers::close));
        }
        RUNNING.put(key, server);
      }
      return server;
    }
  }

  /** Ends all that run, for a process that ends without its hooks. */
  public static void close() {
    synchronized (RUNNING) {
      RUNNING.values().forEach(ThrowawayServer::close);
      RUNNING.clear();
    }
  }
}
