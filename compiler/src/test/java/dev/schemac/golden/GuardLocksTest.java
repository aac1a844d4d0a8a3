package dev.schemac.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.schemac.dialect.mysql.MySqlPrinter;
import dev.schemac.model.Expression;
import dev.schemac.model.QName;
import dev.schemac.plan.Guard;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a guard reads stays free for writers: a lock would be held until the transaction's end. */
class GuardLocksTest {
  private static final QName USERS = QName.of("users");
  private static final List<Guard> GUARDS =
      List.of(
          guard(
              new Guard.Condition.NoDuplicates(
                  USERS, List.of(new Expression.ColumnRef("email")), Optional.empty(), false)),
          guard(
              new Guard.Condition.NoOrphans(USERS, List.of("boss"), USERS, List.of("id"), false)));

  private static Guard guard(Guard.Condition condition) {
    return new Guard("guard", "stops", condition);
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL_OLD", "MYSQL_NEW", "MARIADB_OLD", "MARIADB_NEW"})
  void writersDoNotWait(ServerKind kind) throws SQLException {
    try (TestDatabase database = Servers.database(kind);
        Connection writer = DriverManager.getConnection(database.server().url(database.name()))) {
      Connection reader = database.connection();
      Query.run(reader, "create table users (id int primary key, email varchar(50), boss int)");
      Query.run(reader, "insert into users values (1, 'a', null), (2, 'b', 1)");
      Query.run(writer, "set session innodb_lock_wait_timeout = 1");
      for (Guard guard : GUARDS) {
        Query.run(reader, "begin");
        new MySqlPrinter(kind.target()).statements(guard).forEach(sql -> Query.run(reader, sql));
        Query.run(writer, "update users set email = concat(email, 'x')");
        Query.run(reader, "rollback");
      }
      assertEquals(
          List.of(List.of("axx"), List.of("bxx")),
          Query.rows(writer, "select email from users order by id"));
    }
  }
}
