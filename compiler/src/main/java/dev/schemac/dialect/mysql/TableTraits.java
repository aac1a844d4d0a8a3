package dev.schemac.dialect.mysql;

import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.DataType;
import dev.schemac.model.Generated;
import dev.schemac.model.Table;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What makes a table dearer to alter than others (measured, catalogue "special tables"). */
final class TableTraits {
  private static final Map<String, Integer> BYTES =
      Map.ofEntries(
          Map.entry("utf8mb4", 4),
          Map.entry("gb18030", 4),
          Map.entry("utf16", 4),
          Map.entry("utf16le", 4),
          Map.entry("utf32", 4),
          Map.entry("utf8mb3", 3),
          Map.entry("utf8", 3),
          Map.entry("ujis", 3),
          Map.entry("eucjpms", 3),
          Map.entry("ucs2", 2),
          Map.entry("gbk", 2),
          Map.entry("gb2312", 2),
          Map.entry("big5", 2),
          Map.entry("sjis", 2),
          Map.entry("cp932", 2),
          Map.entry("euckr", 2));

  private TableTraits() {}

  /** What it costs to forget a table's history: the rows that were go (measured). */
  static Cost forgetting(Table table) {
    return isInnoDb(table) ? Cost.REBUILD_SHARED : Cost.COPY;
  }

  static boolean isInnoDb(Table table) {
    return table
        .options()
        .getOrDefault("engine", "innodb")
        .toLowerCase(Locale.ROOT)
        .equals("innodb");
  }

  static boolean hasFulltext(Table table) {
    return table.indexes().stream().anyMatch(i -> i.method().equals("fulltext"));
  }

  static boolean hasSpatial(Table table) {
    return table.indexes().stream().anyMatch(i -> i.method().equals("spatial"));
  }

  /** Whether the primary key says which partition a row is in, and no word does. */
  static boolean isPartedByKey(Table table) {
    return table.partitioning().filter(p -> p.operands().isEmpty()).isPresent();
  }

  /** Also where a block size alone says so. */
  static boolean isCompressed(Table table) {
    String format = table.options().get("row_format");
    return format == null
        ? table.options().containsKey("key_block_size")
        : format.equalsIgnoreCase("compressed");
  }

  static boolean hasVirtualColumn(Table table) {
    return table.columns().stream()
        .flatMap(c -> c.generated().stream())
        .anyMatch(g -> g.storage() == Generated.Storage.VIRTUAL);
  }

  static boolean hasStoredColumn(Table table) {
    return table.columns().stream()
        .flatMap(c -> c.generated().stream())
        .anyMatch(g -> g.storage() == Generated.Storage.STORED);
  }

  /** Whether an enforced check reads a column of labels. */
  static boolean hasCheckOfLabels(Table table) {
    return table.constraints().stream()
        .anyMatch(
            c ->
                c instanceof Constraint.Check check
                    && check.enforcement() == Constraint.Enforcement.ENFORCED
                    && ColumnUse.columns(check.condition()).stream()
                        .flatMap(name -> table.column(name).stream())
                        .map(Column::type)
                        .anyMatch(
                            t ->
                                t instanceof DataType.InlineEnum
                                    || t instanceof DataType.InlineSet));
  }

  /** Whether values of two columns compare whatever they are: not texts of two collations. */
  static boolean compare(Table table, Column a, Column b) {
    return !isText(a)
        || !isText(b)
        || charset(table, a).equals(charset(table, b)) && collation(a).equals(collation(b));
  }

  private static boolean isText(Column column) {
    return AlterTableOptions.isText(column) || isJson(column);
  }

  private static boolean isJson(Column column) {
    return column.type() instanceof DataType.Builtin type && type.name().equals("json");
  }

  /** The collation, or whose it is. */
  private static String collation(Column column) {
    String own = column.options().containsKey("charset") ? "of its charset" : "of the table";
    return isJson(column) ? "utf8mb4_bin" : column.collation().orElse(own);
  }

  /** Bytes that one character may take in a column of this table. */
  static int bytesPerCharacter(Table table, dev.schemac.model.Column column) {
    return BYTES.getOrDefault(charset(table, column), 1);
  }

  /** Whether columns that say nothing are stored as before. */
  static boolean sameCharset(Table was, Table is) {
    return Objects.equals(was.options().get("charset"), is.options().get("charset"))
        && Objects.equals(was.options().get("collate"), is.options().get("collate"));
  }

  /** The charset that a text column has; utf8mb4, the server's default, where nothing is said. */
  static String charset(Table table, dev.schemac.model.Column column) {
    return Optional.ofNullable(column.options().get("charset"))
        .or(() -> column.collation().map(TableTraits::charsetOf))
        .or(() -> Optional.ofNullable(table.options().get("charset")))
        .or(() -> Optional.ofNullable(table.options().get("collate")).map(TableTraits::charsetOf))
        .orElse("utf8mb4")
        .toLowerCase(Locale.ROOT);
  }

  private static String charsetOf(String collation) {
    int underscore = collation.indexOf('_');
    return underscore < 0 ? collation : collation.substring(0, underscore);
  }
}
