package dev.schemac.catalog.postgres;

import dev.schemac.catalog.CatalogReader;
import dev.schemac.catalog.LiveSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * Reads a PostgreSQL database, versions 13 to 18, in one transaction that can change nothing.
 *
 * <p>For its time {@code search_path} is the default namespace alone, so that whatever the server
 * prints names everything else with its namespace.
 */
public final class PostgresCatalogReader implements CatalogReader {
  /** In the order in which their objects stand in the model. */
  private static final List<CatalogPart> PARTS =
      List.of(
          new RolePart(),
          new NamespacePart(),
          new ExtensionPart(),
          new TypePart(),
          new SequencePart(),
          new TablePart(),
          new NativePart(),
          new RoutinePart(),
          new ViewPart(),
          new TriggerPart(),
          new PolicyPart(),
          new GrantPart(),
          new UnreadPart());

  private final int many;

  /** A reader that reads large databases by two sessions where it can. */
  public PostgresCatalogReader() {
    this(SecondSession.MANY_RELATIONS);
  }

  /**
   * Likewise.
   *
   * @param many from how many relations on a database counts as large
   */
  PostgresCatalogReader(int many) {
    this.many = many;
  }

  @Override
  public LiveSchema read(Connection connection) throws SQLException {
    return read(
        connection,
        () -> {
          throw new SQLException("there is one session alone");
        });
  }

  @Override
  public LiveSchema read(Connection connection, Another another) throws SQLException {
    boolean autoCommit = connection.getAutoCommit();
    connection.setAutoCommit(false);
    try {
      return inTransaction(connection, another);
    } finally {
      connection.rollback();
      connection.setAutoCommit(autoCommit);
    }
  }

  private LiveSchema inTransaction(Connection connection, Another another) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
    }
    Optional<Connection> second = SecondSession.beside(connection, another, many);
    try {
      ReadContext context = ReadContext.of(connection, second);
      for (CatalogPart part : PARTS) {
        part.read(context);
      }
      return context.result();
    } finally {
      if (second.isPresent()) {
        second.get().close();
      }
    }
  }
}
