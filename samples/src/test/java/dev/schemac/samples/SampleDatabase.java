package dev.schemac.samples;

import dev.schemac.golden.CatalogueText;
import dev.schemac.golden.ServerKind;
import dev.schemac.golden.Servers;
import dev.schemac.golden.SqlClient;
import dev.schemac.golden.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A database that a sample's plans are run on, with the clients that its users have. */
final class SampleDatabase implements AutoCloseable {
  private final TestDatabase database;
  private final String target;

  SampleDatabase(ServerKind kind, String target) {
    this.database = Servers.database(kind);
    this.target = target;
  }

  /** Runs a file of the samples' folder. */
  void runFile(String file) {
    try {
      SqlClient.runAll(database, file, Files.readString(Path.of(file)));
    } catch (IOException e) {
      throw new AssertionError(file, e);
    }
  }

  void run(String sql) {
    SqlClient.runAll(database, sql, sql);
  }

  /**
   * Plans and runs the way between two folders; where a deploy stands in the middle, both parts.
   */
  void migrate(String from, String to, String strategy) {
    for (String script : scripts(from, to, strategy)) {
      SqlClient.runAll(database, from + " → " + to, script);
    }
  }

  /** The same, but the first part must stop; returns what the client said. */
  String refuse(String from, String to, String strategy) {
    return refuse(scripts(from, to, strategy).getFirst());
  }

  /** Runs a script that must stop; returns what the client said. */
  String refuse(String script) {
    SqlClient.Result result = SqlClient.run(database, script);
    if (result.status() == 0) {
      throw new AssertionError("nothing stopped\n" + script);
    }
    return result.output();
  }

  /** Where schemac finds this database. */
  String url() {
    return database.server().url(database.name());
  }

  /** What {@code schemac drift} says about this database. */
  Schemac.Answer drift(String schema, String... more) {
    List<String> arguments = new ArrayList<>(List.of("drift", url(), "--to", schema));
    arguments.addAll(List.of(more));
    return Schemac.run(arguments.toArray(String[]::new));
  }

  private List<String> scripts(String from, String to, String strategy) {
    Schemac.Answer whole = plan(from, to, strategy);
    if (whole.status() == 0) {
      return List.of(whole.out());
    }
    return List.of(
        plan(from, to, strategy, "--phase", "expand").done(),
        plan(from, to, strategy, "--phase", "contract").done());
  }

  /** From a live database, which says its target itself, or between files. */
  private Schemac.Answer plan(String from, String to, String strategy, String... more) {
    List<String> arguments = new ArrayList<>(List.of("plan", "--from", from, "--to", to));
    if (!from.startsWith("jdbc:")) {
      arguments.addAll(List.of("--target", target));
    }
    arguments.addAll(List.of("--strategy", strategy, "--format", "sql"));
    arguments.addAll(List.of(more));
    return Schemac.run(arguments.toArray(String[]::new));
  }

  /** Every row of a query, columns joined by blanks. */
  List<String> rows(String query) {
    try (Statement statement = database.connection().createStatement();
        ResultSet result = statement.executeQuery(query)) {
      List<String> rows = new ArrayList<>();
      int width = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= width; i++) {
          cells.add(result.getString(i));
        }
        rows.add(String.join(" ", cells));
      }
      return rows;
    } catch (SQLException e) {
      throw new AssertionError(query, e);
    }
  }

  /** Fails where this database is not what a new one built from the folder is. */
  void assertHolds(SampleDatabase fresh) {
    CatalogueText.assertSame(
        "migrated and new", CatalogueText.of(fresh.database), CatalogueText.of(database));
  }

  @Override
  public void close() {
    database.close();
  }
}
