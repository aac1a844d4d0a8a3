package dev.schemac.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemac.catalog.TableSizes.Size;
import dev.schemac.catalog.mysql.MySqlSizeReader;
import dev.schemac.catalog.postgres.PostgresSizeReader;
import dev.schemac.golden.ServerKind;
import dev.schemac.golden.Servers;
import dev.schemac.golden.TestDatabase;
import dev.schemac.model.QName;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.SortedMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the servers say of the sizes of tables. */
class SizeReaderTest {
  private static final QName PLAIN = QName.of("plain");
  private static final QName PARTITIONED = QName.of("partitioned");

  private static void run(TestDatabase database, String... sql) throws SQLException {
    try (Statement statement = database.connection().createStatement()) {
      for (String one : sql) {
        statement.execute(one);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRES_OLD", "POSTGRES_NEW"})
  void postgresAddsUpPartitions(ServerKind kind) throws SQLException {
    try (TestDatabase database = Servers.database(kind)) {
      run(
          database,
          "create table plain (id int primary key, note text)",
          "create table partitioned (id int) partition by range (id)",
          "create table low partition of partitioned for values from (0) to (500)",
          "create table high partition of partitioned for values from (500) to (10000)",
          "create schema other",
          "create table other.empty (id int)",
          "insert into plain select i, repeat('x', 100) from generate_series(1, 5000) i",
          "insert into partitioned select generate_series(1, 2000)",
          "analyze plain, low, high");
      SortedMap<QName, Size> sizes = new PostgresSizeReader().read(database.connection());
      assertEquals(5_000, sizes.get(PLAIN).rows());
      assertTrue(sizes.get(PLAIN).bytes() >= 500_000, sizes.toString());
      assertTrue(sizes.get(PLAIN).indexBytes() >= 5_000 * 12, sizes.toString());
      assertEquals(2_000, sizes.get(PARTITIONED).rows());
      assertEquals(
          sizes.get(QName.of("low")).bytes() + sizes.get(QName.of("high")).bytes(),
          sizes.get(PARTITIONED).bytes());
      assertEquals(new Size(0, 0, 0), sizes.get(new QName("other", "empty")));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL_OLD", "MYSQL_NEW", "MARIADB_OLD", "MARIADB_NEW"})
  void innoDbEstimates(ServerKind kind) throws SQLException {
    try (TestDatabase database = Servers.database(kind)) {
      run(
          database,
          "create table plain (id int primary key, note varchar(100), index (note))",
          "insert into plain values (1, repeat('x', 100))");
      for (int rows = 1; rows < 4_096; rows *= 2) {
        run(database, "insert into plain select id + " + rows + ", note from plain");
      }
      run(database, "analyze table plain");
      SortedMap<QName, Size> sizes = new MySqlSizeReader().read(database.connection());
      assertEquals(1, sizes.size());
      assertEquals(4_096, sizes.get(PLAIN).rows(), 400);
      assertTrue(sizes.get(PLAIN).bytes() >= 400_000, sizes.toString());
      assertTrue(sizes.get(PLAIN).indexBytes() >= 400_000, sizes.toString());
    }
  }
}
