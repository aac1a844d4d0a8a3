package dev.schemac.golden;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** How long a test waits for something on a server before it says what the server is doing. */
final class Deadline {
  private static final long SECONDS = 60;

  private final Connection observer;
  private final String work;
  private final long end = System.nanoTime() + SECONDS * 1_000_000_000L;

  private Deadline(Connection observer, String work) {
    this.observer = observer;
    this.work = work;
  }

  static Deadline of(Connection observer, String work) {
    return new Deadline(observer, work);
  }

  /** Fails once the time is over, with what all sessions of the server do. */
  void check() {
    if (System.nanoTime() > end) {
      throw new AssertionError("still not done after " + SECONDS + " s: " + work + sessions());
    }
  }

  private String sessions() {
    StringBuilder text = new StringBuilder();
    for (List<String> row : Query.rows(observer, query())) {
      text.append("\n  ").append(String.join(" | ", row.stream().map(String::valueOf).toList()));
    }
    return text.toString();
  }

  private String query() {
    try {
      return observer.getMetaData().getDatabaseProductName().equals("PostgreSQL")
          ? "select pid, state, wait_event_type, wait_event, query from pg_stat_activity"
              + " where datname = current_database()"
          : "select id, db, command, time, state, info from information_schema.processlist";
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
