package dev.schemac.connect;

import dev.schemac.model.Target;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** A session that may change its database, for databases that are there to be changed. */
public final class WritableSession implements AutoCloseable {
  private final ServerUrl url;
  private final Connection connection;
  private final Target target;

  private WritableSession(ServerUrl url, Connection connection, Target target) {
    this.url = url;
    this.connection = connection;
    this.target = target;
  }

  /**
   * Connects; every statement commits by itself.
   *
   * @param environment where users and passwords may stand that the URL leaves open
   */
  public static WritableSession open(ServerUrl written, Map<String, String> environment)
      throws ServerFailure {
    ServerUrl url = ServerSession.complete(written, environment);
    try {
      Connection connection = ServerSession.connect(url);
      try {
        return new WritableSession(url, connection, ServerSession.target(connection));
      } catch (SQLException | ServerFailure e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw ServerFailure.of(e, url.password());
    }
  }

  public Connection connection() {
    return connection;
  }

  /** What the server is. */
  public Target target() {
    return target;
  }

  /** What a server said, without passwords. */
  public ServerFailure failure(SQLException e) {
    return ServerFailure.of(e, url.password());
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      // Whatever had to be kept was committed statement by statement.
      return;
    }
  }
}
