package dev.schemac.shadow;

import dev.schemac.model.Dialect;
import java.util.List;

/**
 * A text of SQL, cut into statements as the dialect's own client cuts it.
 *
 * @param statements without what ends them
 * @param clientLines lines that are for the client and not for the server
 */
public record SqlScript(List<Statement> statements, List<ClientLine> clientLines) {
  public SqlScript {
    statements = List.copyOf(statements);
    clientLines = List.copyOf(clientLines);
  }

  /**
   * One statement.
   *
   * @param start where its first word is in the text
   * @param rows whether rows for it follow in the text ({@code COPY … FROM stdin}), which are not
   *     part of it
   */
  public record Statement(String sql, int start, boolean rows) {
    public int end() {
      return start + sql.length();
    }
  }

  /** A command of {@code psql} or {@code mysql}: {@code \connect other}, {@code source x.sql}. */
  public record ClientLine(String text, int start) {
    /** The command alone: {@code \connect}. */
    public String command() {
      return text.split("\\s", 2)[0];
    }
  }

  public static SqlScript of(Dialect dialect, String text) {
    return switch (dialect) {
      case POSTGRES -> new PostgresScriptReader(text).read();
      case MYSQL -> new MySqlScriptReader(text).read();
    };
  }
}
