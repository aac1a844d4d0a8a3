package dev.schemac.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.schemac.catalog.mysql.MySqlCatalogReader;
import dev.schemac.golden.ServerKind;
import dev.schemac.golden.Servers;
import dev.schemac.golden.TestDatabase;
import dev.schemac.model.Column;
import dev.schemac.model.DataType;
import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a reader of MySQL says about what it cannot read, and what it leaves out. */
class MySqlCatalogReaderTest {
  private static void run(TestDatabase database, String... sql) throws SQLException {
    try (Statement statement = database.connection().createStatement()) {
      for (String one : sql) {
        statement.execute(one);
      }
    }
  }

  private static List<String> gaps(LiveSchema live) {
    return live.gaps().stream().map(g -> g.kind() + " " + g.object()).toList();
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL_OLD", "MYSQL_NEW"})
  void namesWhatTheServerDoesNotPrint(ServerKind kind) throws SQLException {
    try (TestDatabase database = Servers.database(kind)) {
      run(
          database,
          "create table t (a varchar(10), b varchar(10) as (concat(a, '\uD83D\uDE00')))",
          "create table flyway_schema_history (v int)");
      LiveSchema live = new MySqlCatalogReader().read(database.connection());
      assertEquals(List.of("UNSUPPORTED column b of table t"), gaps(live));
      assertEquals(Map.of("of Flyway", 1), live.leftOut());
    }
  }

  /** Tables that are made without a charset of their own take the database's. */
  @ParameterizedTest
  @EnumSource(names = {"MYSQL_OLD", "MYSQL_NEW", "MARIADB_OLD", "MARIADB_NEW"})
  void readsTheDefaultsOfTheDatabase(ServerKind kind) throws SQLException {
    try (TestDatabase database = Servers.database(kind)) {
      run(
          database,
          "create table t (a varchar(10))",
          "alter database " + database.name() + " collate latin1_german1_ci");
      LiveSchema live = new MySqlCatalogReader().read(database.connection());
      assertEquals(List.of(), gaps(live));
      SchemaObject.Namespace defaults =
          (SchemaObject.Namespace)
              live.schema().object(SchemaObject.Namespace.DEFAULT).orElseThrow();
      assertEquals("latin1_german1_ci", defaults.options().get("collate"));
    }
  }

  /** What MariaDB has and the language has no form for. */
  @ParameterizedTest
  @EnumSource(names = {"MARIADB_OLD", "MARIADB_NEW"})
  void namesWhatMariaDbAloneHas(ServerKind kind) throws SQLException {
    try (TestDatabase database = Servers.database(kind)) {
      run(
          database,
          "create table h (id int) with system versioning partition by system_time limit 10"
              + " (partition p history, partition n current)",
          "set sql_mode = oracle",
          "create package pack as function f return int; end",
          "create package body pack as function f return int as begin return 1; end; end",
          "create function o(a int) return int as begin return a; end",
          "set sql_mode = default",
          "create sequence elsewhere engine = aria");
      LiveSchema live = new MySqlCatalogReader().read(database.connection());
      assertEquals(
          List.of(
              "UNSUPPORTED sequence elsewhere",
              "UNSUPPORTED table h",
              "UNSUPPORTED function o",
              "UNSUPPORTED package pack",
              "UNSUPPORTED package body pack"),
          gaps(live));
      assertEquals(
          List.of("h"), live.schema().tables().stream().map(t -> t.name().name()).toList());
    }
  }

  /** A user sees only that on which it has a privilege; the server names nothing else. */
  @ParameterizedTest
  @EnumSource(names = {"MYSQL_OLD", "MYSQL_NEW", "MARIADB_OLD", "MARIADB_NEW"})
  void saysThatAUserMaySeeLess(ServerKind kind) throws SQLException {
    try (TestDatabase database = Servers.database(kind)) {
      String user = "reader_of_" + database.name();
      run(
          database,
          "create table seen (a int)",
          "create table hidden (a int)",
          "create user " + user + "@localhost",
          "grant select on seen to " + user + "@localhost");
      String url = database.server().url(database.name()).replace("user=root", "user=" + user);
      try (Connection limited = DriverManager.getConnection(url)) {
        LiveSchema live = new MySqlCatalogReader().read(limited);
        assertEquals(
            List.of(
                "UNREADABLE database " + database.name(),
                "UNREADABLE functions and procedures",
                "UNREADABLE triggers",
                "UNREADABLE events"),
            gaps(live));
        assertEquals(
            List.of("seen"), live.schema().tables().stream().map(t -> t.name().name()).toList());
      } finally {
        run(database, "drop user " + user + "@localhost");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL_OLD", "MYSQL_NEW", "MARIADB_OLD", "MARIADB_NEW"})
  void declaresTablesOfOtherDatabasesAsExternal(ServerKind kind) throws SQLException {
    try (TestDatabase other = Servers.database(kind);
        TestDatabase database = Servers.database(kind)) {
      run(other, "create table p (id bigint unsigned primary key, more int)");
      run(
          database,
          "create table c (a bigint unsigned, foreign key (a) references "
              + other.name()
              + ".p (id))");
      LiveSchema live = new MySqlCatalogReader().read(database.connection());
      Table parent = live.schema().table(new QName(other.name(), "p")).orElseThrow();
      assertEquals(true, parent.external());
      DataType unsigned = new DataType.Builtin("bigint", List.of(), List.of("unsigned"));
      assertEquals(List.of(Column.of("id", unsigned, false)), parent.columns());
      run(database, "drop table c");
    }
  }
}
