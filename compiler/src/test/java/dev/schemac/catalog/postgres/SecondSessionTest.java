package dev.schemac.catalog.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemac.catalog.CatalogReader;
import dev.schemac.catalog.LiveSchema;
import dev.schemac.emit.SchemaText;
import dev.schemac.golden.ServerKind;
import dev.schemac.golden.Servers;
import dev.schemac.golden.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two sessions read what one reads. */
class SecondSessionTest {
  private static final Path LIVE = Path.of("src/test/resources/live/postgres");

  private static CatalogReader.Another another(TestDatabase database, List<Connection> opened) {
    return () -> {
      opened.add(DriverManager.getConnection(database.server().url(database.name())));
      return opened.getLast();
    };
  }

  private static TestDatabase filled(ServerKind kind) throws SQLException, IOException {
    TestDatabase database = Servers.database(kind);
    try (Statement statement = database.connection().createStatement()) {
      statement.execute(Files.readString(LIVE.resolve("table-keys.sql")));
    }
    return database;
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRES_OLD", "POSTGRES_NEW"})
  void theSameIsRead(ServerKind kind) throws Exception {
    List<Connection> opened = new ArrayList<>();
    try (TestDatabase database = filled(kind)) {
      LiveSchema alone = new PostgresCatalogReader().read(database.connection());
      LiveSchema together =
          new PostgresCatalogReader(0).read(database.connection(), another(database, opened));
      assertEquals(SchemaText.write(alone.schema()), SchemaText.write(together.schema()));
      assertEquals(alone.gaps(), together.gaps());
      assertEquals(1, opened.size());
      assertTrue(opened.getFirst().isClosed());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRES_OLD", "POSTGRES_NEW"})
  void whatIsMadeMeanwhileIsSeenByNeither(ServerKind kind) throws Exception {
    List<Connection> opened = new ArrayList<>();
    CatalogReader.Another[] another = new CatalogReader.Another[1];
    try (TestDatabase database = filled(kind)) {
      another[0] =
          () -> {
            try (Connection third = another(database, opened).open();
                Statement statement = third.createStatement()) {
              statement.execute("create table meanwhile (a int)");
            }
            return another(database, opened).open();
          };
      LiveSchema live = new PostgresCatalogReader(0).read(database.connection(), another[0]);
      assertFalse(SchemaText.write(live.schema()).contains("meanwhile"));
      LiveSchema later = new PostgresCatalogReader().read(database.connection());
      assertTrue(SchemaText.write(later.schema()).contains("meanwhile"));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRES_OLD", "POSTGRES_NEW"})
  void whereThereIsNoneOneSessionReadsAll(ServerKind kind) throws Exception {
    try (TestDatabase database = filled(kind);
        TestDatabase other = Servers.database(kind)) {
      LiveSchema alone = new PostgresCatalogReader().read(database.connection());
      LiveSchema refused =
          new PostgresCatalogReader(0)
              .read(
                  database.connection(),
                  () -> {
                    throw new SQLException("too many connections");
                  });
      assertEquals(SchemaText.write(alone.schema()), SchemaText.write(refused.schema()));
      List<Connection> opened = new ArrayList<>();
      LiveSchema elsewhere =
          new PostgresCatalogReader(0).read(database.connection(), another(other, opened));
      assertEquals(SchemaText.write(alone.schema()), SchemaText.write(elsewhere.schema()));
      assertTrue(opened.getFirst().isClosed());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRES_NEW"})
  void itCanChangeNothing(ServerKind kind) throws Exception {
    try (TestDatabase database = filled(kind)) {
      Connection first = database.connection();
      first.setAutoCommit(false);
      try (Statement statement = first.createStatement()) {
        statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
      }
      try (Connection second =
              SecondSession.beside(first, another(database, new ArrayList<>()), 0).orElseThrow();
          Statement statement = second.createStatement();
          ResultSet row = statement.executeQuery("show transaction_read_only")) {
        row.next();
        assertEquals("on", row.getString(1));
      }
      first.rollback();
      first.setAutoCommit(true);
    }
  }
}
