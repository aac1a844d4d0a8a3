package dev.schemac.golden;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one session locks and waits for: metadata locks, and the table locks of MariaDB's InnoDB,
 * which come behind them where a table has children.
 */
final class MySqlLocks {
  /** A lock of InnoDB on a whole table that keeps its writers waiting. */
  static final String TABLE = "InnoDB table lock";

  private static final Pattern TRANSACTION = Pattern.compile("(?m)^---TRANSACTION ");
  private static final Pattern WAITING =
      Pattern.compile("TABLE LOCK table `(.*?)`\\.`(.*?)` .*lock mode X waiting");

  private final Connection observer;
  private final TestDatabase database;
  private final String connection;
  private final String thread;

  /** A lock that is held or, while it is pending, waited for. */
  record Lock(String table, String type, boolean pending) {}

  MySqlLocks(Connection observer, TestDatabase database, Connection session) {
    this.observer = observer;
    this.database = database;
    this.connection = Query.rows(session, "select connection_id()").get(0).get(0);
    this.thread =
        Query.rows(
                observer,
                "select thread_id from performance_schema.threads where processlist_id = "
                    + connection)
            .get(0)
            .get(0);
  }

  /** Its number in the performance schema. */
  String thread() {
    return thread;
  }

  /** What it waits for and what it holds by then; nothing while it works. */
  List<Lock> waiting() {
    if (isWaiting(observer, "thread_id = " + thread)) {
      return metadata();
    }
    return database.kind().target().isMariaDb() ? ofInnoDb() : List.of();
  }

  /**
   * Whether a session waits for a lock. 8.0.15 does not survive it when locks are listed while they
   * come and go.
   */
  static boolean isWaiting(Connection observer, String condition) {
    return !Query.rows(
            observer,
            "select 1 from performance_schema.threads where "
                + condition
                + " and processlist_state like 'Waiting for%lock'")
        .isEmpty();
  }

  /** Whether it waits for a row that another one has locked. */
  boolean waitsForRow() {
    if (database.kind().target().isMariaDb()) {
      return transaction().filter(t -> t.contains("LOCK WAIT")).isPresent();
    }
    return !Query.rows(
            observer,
            "select 1 from performance_schema.data_lock_waits where requesting_thread_id = "
                + thread)
        .isEmpty();
  }

  /** Its metadata locks. */
  List<Lock> metadata() {
    List<Lock> locks = new ArrayList<>();
    for (List<String> row :
        Query.rows(
            observer,
            "select object_schema, object_name, lock_type, lock_status"
                + " from performance_schema.metadata_locks"
                + " where object_type = 'TABLE' and owner_thread_id = "
                + thread)) {
      String table = MySqlTables.name(database.name(), row.get(0), row.get(1));
      locks.add(new Lock(table, row.get(2), row.get(3).equals("PENDING")));
    }
    return locks;
  }

  private List<Lock> ofInnoDb() {
    Optional<Matcher> lock = transaction().map(WAITING::matcher).filter(Matcher::find);
    return lock.map(
            found ->
                List.of(
                    new Lock(
                        MySqlTables.name(database.name(), found.group(1), found.group(2)),
                        TABLE,
                        true)))
        .orElse(List.of());
  }

  /**
   * What InnoDB says of its transaction. The tables of information_schema about this are kept for
   * whoever asks again too soon.
   */
  private Optional<String> transaction() {
    String status = Query.rows(observer, "show engine innodb status").get(0).get(2);
    return TRANSACTION
        .splitAsStream(status)
        .filter(t -> t.contains(" thread id " + connection + ","))
        .findFirst();
  }
}
