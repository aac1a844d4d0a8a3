package dev.schemac.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemac.catalog.LiveSchema;
import dev.schemac.catalog.postgres.PostgresCatalogReader;
import dev.schemac.golden.ServerKind;
import dev.schemac.golden.Servers;
import dev.schemac.golden.TestDatabase;
import dev.schemac.model.Schema;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A session reads and nothing else, on real servers. */
class ServerSessionTest {
  /** What a session answers to a query, as {@link ServerSession#read} hands its connection out. */
  private static String answer(ServerSession session, String sql) throws ServerFailure {
    List<String> answer = new ArrayList<>();
    session.read(
        connection -> {
          try (Statement statement = connection.createStatement();
              ResultSet row = statement.executeQuery(sql)) {
            row.next();
            answer.add(row.getString(1));
          }
          return nothing(session);
        });
    return answer.getFirst();
  }

  private static LiveSchema nothing(ServerSession session) {
    return new LiveSchema(Schema.empty(session.target()), List.of(), new TreeMap<>());
  }

  private static void execute(ServerSession session, String sql) throws ServerFailure {
    session.read(
        connection -> {
          try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
          }
          return nothing(session);
        });
  }

  private static ServerSession open(TestDatabase database) throws Exception {
    return ServerSession.open(ServerUrl.parse(database.server().url(database.name())), Map.of());
  }

  private static void run(TestDatabase database, String... statements) throws SQLException {
    try (Statement statement = database.connection().createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void theServerRefusesEveryWrite(ServerKind kind) throws Exception {
    try (TestDatabase database = Servers.database(kind)) {
      run(database, "create table t (a int)", "insert into t values (1)");
      try (ServerSession session = open(database)) {
        for (String write :
            List.of(
                "insert into t values (2)",
                "update t set a = 3",
                "delete from t",
                "truncate table t",
                "create table u (a int)",
                "alter table t add column b int",
                "drop table t")) {
          ServerFailure refused =
              assertThrows(ServerFailure.class, () -> execute(session, write), write);
          assertEquals(ServerFailure.Kind.STATEMENT, refused.kind());
          assertTrue(
              refused.getMessage().toLowerCase(java.util.Locale.ROOT).contains("read"),
              refused.getMessage());
        }
        assertEquals("1", answer(session, "select sum(a) from t"));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRES_OLD", "POSTGRES_NEW"})
  void noStatementOfPostgresRunsOrWaitsLong(ServerKind kind) throws Exception {
    try (TestDatabase database = Servers.database(kind);
        ServerSession session = open(database)) {
      assertEquals("2min", answer(session, "show statement_timeout"));
      assertEquals("5s", answer(session, "show lock_timeout"));
      assertEquals("5min", answer(session, "show idle_in_transaction_session_timeout"));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL_OLD", "MYSQL_NEW"})
  void noStatementOfMySqlRunsOrWaitsLong(ServerKind kind) throws Exception {
    try (TestDatabase database = Servers.database(kind);
        ServerSession session = open(database)) {
      assertEquals("120000", answer(session, "select @@session.max_execution_time"));
      assertEquals("5", answer(session, "select @@session.lock_wait_timeout"));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MARIADB_OLD", "MARIADB_NEW"})
  void mariaDbIsKnownAndItsStatementsRunNotLong(ServerKind kind) throws Exception {
    try (TestDatabase database = Servers.database(kind)) {
      String url = database.server().url(database.name()).replace("jdbc:mysql:", "jdbc:mariadb:");
      try (ServerSession session = ServerSession.open(ServerUrl.parse(url), Map.of())) {
        assertTrue(session.target().toString().startsWith(kind.target().toString()));
        assertEquals("120.0", answer(session, "select @@session.max_statement_time"));
        assertEquals("5", answer(session, "select @@session.lock_wait_timeout"));
      }
    }
  }

  /** A view's text needs its tables: somebody holds one of them, and the reader gives up soon. */
  @Test
  void aLockedTableIsNotWaitedForLong() throws Exception {
    try (TestDatabase database = Servers.database(ServerKind.POSTGRES_NEW)) {
      run(database, "create table t (a int)", "create view v as select a from t");
      database.connection().setAutoCommit(false);
      run(database, "lock table t in access exclusive mode");
      try (ServerSession session = open(database)) {
        ServerFailure refused =
            assertThrows(ServerFailure.class, () -> session.read(new PostgresCatalogReader()));
        assertTrue(refused.getMessage().contains("lock timeout"), refused.getMessage());
      } finally {
        database.connection().rollback();
        database.connection().setAutoCommit(true);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRES_OLD", "POSTGRES_NEW"})
  void readingTakesNoLockAboveAccessShare(ServerKind kind) throws Exception {
    try (TestDatabase database = Servers.database(kind)) {
      run(
          database,
          "create table t (a int primary key, b int generated always as (a + 1) stored)",
          "create table u (a int references t check (a > 0))",
          "create view v as select t.a from t join u using (a)",
          "create materialized view m as select a from v",
          "create sequence s",
          "create policy p on t using (a > 0)");
      Set<String> modes = new TreeSet<>();
      try (ServerSession session = open(database)) {
        session.read(
            c -> new PostgresCatalogReader().read(beforeItsEnd(c, () -> modes.addAll(modes(c)))));
      }
      assertEquals(Set.of("AccessShareLock"), modes);
    }
  }

  private static List<String> modes(Connection connection) throws SQLException {
    List<String> modes = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select distinct mode from pg_locks where pid = pg_backend_pid() and locktype ="
                    + " 'relation'")) {
      while (rows.next()) {
        modes.add(rows.getString(1));
      }
    }
    return modes;
  }

  private interface Look {
    void look() throws SQLException;
  }

  /** The same connection, with a look at it before its transaction ends. */
  private static Connection beforeItsEnd(Connection connection, Look look) {
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (Set.of("rollback", "commit").contains(method.getName())) {
                look.look();
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL_OLD", "MYSQL_NEW", "MARIADB_OLD", "MARIADB_NEW"})
  void aWrongPasswordOfMySqlIsRefusedAndNeverShown(ServerKind kind) throws Exception {
    try (TestDatabase database = Servers.database(kind)) {
      run(
          database,
          "create user locked@localhost identified by 'right'",
          "grant all on " + database.name() + ".* to locked@localhost");
      String url =
          "mysql://locked:%s@127.0.0.1:" + database.server().port() + "/" + database.name();
      try {
        refusedLogin(url.formatted("se%2Fcret") + "?allowPublicKeyRetrieval=true");
        ServerUrl right = ServerUrl.parse(url.formatted("right") + "?allowPublicKeyRetrieval=true");
        try (ServerSession session = ServerSession.open(right, Map.of())) {
          assertTrue(answer(session, "select current_user()").startsWith("locked@"));
        }
      } finally {
        run(database, "drop user locked@localhost");
      }
    }
  }

  private static void refusedLogin(String url) throws UrlException {
    ServerUrl wrong = ServerUrl.parse(url);
    ServerFailure refused =
        assertThrows(ServerFailure.class, () -> ServerSession.open(wrong, Map.of()));
    assertEquals(ServerFailure.Kind.LOGIN, refused.kind(), refused.getMessage());
    for (String text : List.of(refused.toString(), wrong.toString(), "" + wrong.password())) {
      assertFalse(text.contains("cret"), text);
    }
  }

  /** PostgreSQL's own server of this test: its rules of access are changed. */
  @Test
  void aPasswordOfPostgresComesFromTheUrlTheEnvironmentOrThePasswordFile(@TempDir Path home)
      throws Exception {
    try (var server = PasswordServer.start()) {
      String place = "127.0.0.1:" + server.port() + "/postgres";
      refusedLogin("postgres://locked:se%2Fcret@" + place);
      ServerUrl open = ServerUrl.parse("postgres://locked@" + place);
      String line = "127.0.0.1:" + server.port() + ":*:locked:ri\\:ght\n";
      Files.writeString(home.resolve(".pgpass"), "# mine\nother:5432:*:locked:no\n" + line);
      for (Map<String, String> environment :
          List.of(Map.of("PGPASSWORD", "ri:ght"), Map.of("HOME", home.toString()))) {
        try (ServerSession session = ServerSession.open(open, environment)) {
          assertEquals("locked", answer(session, "select current_user"));
        }
      }
      ServerUrl right =
          ServerUrl.parse("jdbc:postgresql://" + place + "?user=locked&password=ri:ght");
      try (ServerSession session = ServerSession.open(right, Map.of("PGPASSWORD", "wrong"))) {
        assertEquals("locked", answer(session, "select current_user"));
      }
    }
  }
}
