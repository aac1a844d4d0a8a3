package dev.schemac.plan;

import dev.schemac.ddl.Statement;
import dev.schemac.model.Table;
import java.util.List;

/** How a dialect writes statements and guards as SQL. */
public interface SqlPrinter {

  /**
   * The SQL texts of one statement, each without a final semicolon; a dialect may need several for
   * one.
   */
  List<String> print(Statement statement);

  /**
   * A statement that stops the session with the guard's message where the guard does not hold,
   * without a final semicolon.
   */
  String print(Guard guard);

  /** Likewise, statement by statement. */
  default List<String> statements(Guard guard) {
    return List.of(print(guard));
  }

  /** Whether the text has semicolons inside, so that a MySQL client needs another delimiter. */
  boolean isCompound(String sql);

  /** For tests and reports: how a table is created with everything it has. */
  List<String> printWhole(Table table);
}
