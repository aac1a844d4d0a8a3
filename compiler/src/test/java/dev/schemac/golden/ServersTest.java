package dev.schemac.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemac.shadow.EmbeddedMySql;
import dev.schemac.shadow.EmbeddedPostgres;
import dev.schemac.shadow.ThrowawayServer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  /** No target means MariaDB yet, so no {@link ServerKind} stands for it. */
  @ParameterizedTest
  @CsvSource({"mariadb-old, 10.11.", "mariadb-new, 11.8."})
  void mariaDbStartsAndAnswersTheDriverOfMySql(String key, String release) throws Exception {
    Path mysqld = ServerBinaries.get().folder(key).resolve("bin/mysqld");
    try (ThrowawayServer server = EmbeddedMySql.start(mysqld);
        Connection connection = DriverManager.getConnection(server.url(server.adminDatabase()));
        Statement statement = connection.createStatement()) {
      statement.execute("create database one");
      statement.execute("create table one.t (id int primary key, u uuid, j json)");
      try (ResultSet row = statement.executeQuery("select version()")) {
        assertTrue(row.next());
        assertTrue(row.getString(1).startsWith(release), row.getString(1));
        assertTrue(row.getString(1).contains("MariaDB"), row.getString(1));
      }
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
