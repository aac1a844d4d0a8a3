package dev.schemac.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemac.shadow.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ServersTest {

  @ParameterizedTest
  @EnumSource(ServerKind.class)
  void everyServerAnswersWithTheVersionOfItsTarget(ServerKind kind) throws Exception {
    try (TestDatabase database = Servers.database(kind);
        Statement statement = database.connection().createStatement();
        ResultSet row = statement.executeQuery("select version()")) {
      assertTrue(row.next());
      String version = row.getString(1).replace("PostgreSQL ", "");
      assertTrue(version.startsWith(kind.target().version().toString()), version);
    }
  }

  @Test
  void aServerThatDoesNotStartSaysWhy(@TempDir Path empty) {
    IOException failure = assertThrows(IOException.class, () -> EmbeddedPostgres.start(empty));
    assertTrue(failure.getMessage().contains("initdb"), failure.getMessage());
  }

  @Test
  void databasesOfOneServerDoNotSeeEachOther() throws Exception {
    try (TestDatabase one = Servers.database(ServerKind.POSTGRES_NEW);
        TestDatabase other = Servers.database(ServerKind.POSTGRES_NEW)) {
      one.connection().createStatement().execute("create table t (a int)");
      assertFalse(one.name().equals(other.name()));
      try (ResultSet rows =
          other.connection().createStatement().executeQuery("select to_regclass('t')")) {
        rows.next();
        assertEquals(null, rows.getString(1));
      }
    }
  }
}
