package dev.schemac.catalog.mysql;

import dev.schemac.catalog.CatalogReader;
import dev.schemac.catalog.LiveSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Reads the database that a MySQL connection is in, in one transaction that can change nothing.
 *
 * <p>For its time the session has settings of its own, so that what the server prints does not
 * depend on the user's; afterwards it has its old ones again.
 */
public final class MySqlCatalogReader implements CatalogReader {
  /** In the order in which their objects stand in the model. */
  private static final List<CatalogPart> PARTS =
      List.of(
          new RightsPart(),
          new DatabasePart(),
          new SequencePart(),
          new TablePart(),
          new RoutinePart(),
          new ViewPart(),
          new TriggerPart(),
          new EventPart());

  @Override
  public LiveSchema read(Connection connection) throws SQLException {
    boolean autoCommit = connection.getAutoCommit();
    connection.setAutoCommit(false);
    ReadSession session = new ReadSession(connection);
    session.begin();
    try {
      ReadContext context = ReadContext.of(connection);
      for (CatalogPart part : PARTS) {
        part.read(context);
      }
      return context.result();
    } finally {
      session.end();
      connection.setAutoCommit(autoCommit);
    }
  }
}
