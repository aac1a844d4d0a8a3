package dev.schemac.shadow;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Finds a loopback port for a server that cannot choose one itself. */
final class FreePort {
  private static final int ATTEMPTS = 3;

  private FreePort() {}

  /** Something that needs a port and fails where another took it meanwhile. */
  interface Attempt<T> {
    T with(int port) throws IOException;
  }

  /** Tries with a port that is free, and with others where it was taken before it could be used. */
  static <T> T tryEach(Attempt<T> attempt) throws IOException {
    IOException last = null;
    for (int i = 0; i < ATTEMPTS; i++) {
      try {
        return attempt.with(one());
      } catch (IOException e) {
        last = e;
      }
    }
    throw last;
  }

  private static int one() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
