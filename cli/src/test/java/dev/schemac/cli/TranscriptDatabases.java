package dev.schemac.cli;

import dev.schemac.golden.ServerKind;
import dev.schemac.golden.Servers;
import dev.schemac.golden.TestDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The databases of one transcript, each on a real server of its kind. */
final class TranscriptDatabases implements AutoCloseable {
  private final Map<String, TestDatabase> databases = new LinkedHashMap<>();

  /**
   * Makes an empty database.
   *
   * @param kind {@code postgres-new}, {@code mysql-old} and so on
   */
  void create(String name, String kind) {
    ServerKind server = ServerKind.valueOf(kind.toUpperCase(Locale.ROOT).replace('-', '_'));
    databases.put(name, Servers.database(server));
  }

  void run(String name, String text) throws SQLException {
    String sql = filledIn(text);
    try (Statement statement = database(name).connection().createStatement()) {
      switch (database(name).kind().dialect()) {
        case POSTGRES -> statement.execute(sql);
        case MYSQL -> {
          for (String each : sql.split(";\\R")) {
            statement.execute(each);
          }
        }
      }
    }
  }

  /** The rows of a query, columns between bars. */
  String query(String name, String sql) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Statement statement = database(name).connection().createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          cells.add(rows.getString(i));
        }
        lines.add(String.join(" | ", cells));
      }
    }
    return String.join("\n", lines);
  }

  private TestDatabase database(String name) {
    TestDatabase database = databases.get(name);
    if (database == null) {
      throw new IllegalArgumentException("no database " + name);
    }
    return database;
  }

  /** What a process would find in its environment. */
  Map<String, String> environment() {
    Map<String, String> environment = new TreeMap<>(Map.of("SCHEMAC_DEBUG", "1"));
    environment.put("SCHEMAC_SHADOW", "embedded"); // the same words where Docker answers
    databases.forEach((name, database) -> environment.put(name + "_URL", url(database)));
    return environment;
  }

  /**
   * {@code {NAME}} as the database's URL, {@code {NAME.place}} as {@code HOST:PORT/DATABASE},
   * {@code {NAME.host}} as {@code HOST:PORT}.
   */
  String filledIn(String text) {
    String filled = text;
    for (Map.Entry<String, TestDatabase> each : databases.entrySet()) {
      filled =
          filled
              .replace("{" + each.getKey() + "}", url(each.getValue()))
              .replace("{" + each.getKey() + ".place}", place(each.getValue()))
              .replace("{" + each.getKey() + ".host}", host(each.getValue()))
              .replace("{" + each.getKey() + ".name}", each.getValue().name());
    }
    return filled;
  }

  /** The reverse: what differs from run to run becomes a name again. */
  String hidden(String text) {
    String hidden = text;
    for (Map.Entry<String, TestDatabase> each : databases.entrySet()) {
      hidden =
          hidden
              .replace(place(each.getValue()), "HOST/" + each.getKey())
              .replace(each.getValue().name(), each.getKey())
              .replace(host(each.getValue()), "HOST")
              .replace("port " + each.getValue().server().port(), "port PORT");
    }
    return hidden;
  }

  private static String url(TestDatabase database) {
    return database.server().url(database.name());
  }

  private static String place(TestDatabase database) {
    return host(database) + "/" + database.name();
  }

  private static String host(TestDatabase database) {
    return "127.0.0.1:" + database.server().port();
  }

  @Override
  public void close() {
    databases.values().forEach(TestDatabase::close);
  }
}
