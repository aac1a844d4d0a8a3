package dev.schemac.catalog.mysql;

import dev.schemac.model.Column;
import dev.schemac.model.DataType;
import dev.schemac.sql.MySqlQuoting;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * MariaDB has no type for JSON: it makes {@code json} a long text that compares bytes and checks
 * that it is valid. What looks like that is {@code json} again.
 */
final class ShowJson {
  private static final String COLLATION = "utf8mb4_bin";

  private ShowJson() {}

  /**
   * The column with the type that its author may have written.
   *
   * @param collation of the table, for a column that shows none
   */
  static Column column(Column column, String collation) {
    String valid = "json_valid(".concat(MySqlQuoting.INSTANCE.identifier(column.name())) + ")";
    boolean json =
        column.type().equals(DataType.Builtin.of("longtext"))
            && valid.equals(column.options().get("check"))
            && isBinary(column, collation);
    if (!json) {
      return column;
    }
    SortedMap<String, String> options = new TreeMap<>(column.options());
    options.remove("check");
    options.remove("charset");
    return column
        .withType(DataType.Builtin.of("json"))
        .withCollation(Optional.empty())
        .withOptions(options);
  }

  private static boolean isBinary(Column column, String collation) {
    boolean own = column.collation().isPresent() || column.options().containsKey("charset");
    return column.collation().orElse(own ? "" : collation).equals(COLLATION);
  }
}
