package dev.schemac.catalog.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The settings of a session while it is read from, and the transaction around it. The user's own
 * settings wait in user variables.
 */
final class ReadSession {
  /**
   * {@code ANSI_QUOTES} and the like would change what {@code SHOW CREATE} prints; MariaDB resolves
   * a view to print it, which must not fail for its grouping.
   */
  private static final String TAKE =
      """
      set @schemac_sql_mode = @@session.sql_mode,
        @schemac_sql_quote_show_create = @@session.sql_quote_show_create,
        @schemac_character_set_client = @@session.character_set_client,
        @schemac_character_set_results = @@session.character_set_results,
        @schemac_collation_connection = @@session.collation_connection,
        session sql_mode = if(
          version() like '%MariaDB%',
          'STRICT_TRANS_TABLES',
          'ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES'),
        session sql_quote_show_create = 1
      """;

  private static final String GIVE_BACK =
      """
      set session sql_mode = @schemac_sql_mode,
        session sql_quote_show_create = @schemac_sql_quote_show_create,
        character_set_client = @schemac_character_set_client,
        character_set_results = @schemac_character_set_results,
        collation_connection = @schemac_collation_connection
      """;

  private final Connection connection;

  ReadSession(Connection connection) {
    this.connection = connection;
  }

  void begin() throws SQLException {
    run(TAKE);
    run("set names utf8mb4");
    run("set transaction isolation level repeatable read");
    run("start transaction read only");
  }

  void end() throws SQLException {
    connection.rollback();
    run(GIVE_BACK);
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
