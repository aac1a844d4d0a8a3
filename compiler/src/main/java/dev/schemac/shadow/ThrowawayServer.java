package dev.schemac.shadow;

import dev.schemac.model.Dialect;
import java.time.Duration;

/**
 * A running server that holds nothing worth keeping: whoever connects is its superuser, nothing is
 * synced to disk, and closing it deletes its data.
 */
public interface ThrowawayServer extends AutoCloseable {
  /** A statement that takes longer on a server without rows hangs, and is given up. */
  Duration ANSWERS = Duration.ofMinutes(5);

  Dialect dialect();

  /** The port it listens on. */
  int port();

  /** The superuser, who needs no password. */
  String user();

  /** A database that is always there, to create others from. */
  String adminDatabase();

  /** The JDBC URL of one of its databases, user included. */
  String url(String database);

  /** Stops the server and deletes its data; a second call does nothing. */
  @Override
  void close();
}
