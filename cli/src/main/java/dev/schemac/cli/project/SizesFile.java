package dev.schemac.cli.project;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import dev.schemac.catalog.TableSizes;
import dev.schemac.catalog.TableSizes.Size;
import dev.schemac.model.Dialect;
import dev.schemac.model.QName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Sizes as JSON of format 1: {@code origin}, {@code dialect} and {@code tables}, each with {@code
 * namespace} (empty for the default one), {@code table}, {@code rows}, {@code bytes}, {@code
 * indexBytes}.
 */
public final class SizesFile {
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private SizesFile() {}

  private record Document(int format, String origin, String dialect, List<Row> tables) {}

  private record Row(String namespace, String table, long rows, long bytes, long indexBytes) {}

  /** In the order of the names. */
  public static String write(TableSizes sizes) {
    List<Row> rows =
        sizes.tables().entrySet().stream().map(e -> row(e.getKey(), e.getValue())).toList();
    return GSON.toJson(new Document(1, sizes.origin(), word(sizes.dialect()), rows)) + "\n";
  }

  private static Row row(QName table, Size size) {
    return new Row(table.namespace(), table.name(), size.rows(), size.bytes(), size.indexBytes());
  }

  /**
   * The way back.
   *
   * @throws IllegalArgumentException where the text is something else
   */
  static TableSizes parse(String text) {
    try {
      Document document = GSON.fromJson(text, Document.class);
      if (document == null
          || document.format() != 1
          || document.origin() == null
          || document.tables() == null) {
        throw new IllegalArgumentException("no format 1");
      }
      return new TableSizes(
          document.origin(), dialect(document.dialect()), sizes(document.tables()));
    } catch (JsonParseException e) {
      throw new IllegalArgumentException("no JSON", e);
    }
  }

  private static String word(Dialect dialect) {
    return dialect.name().toLowerCase(Locale.ROOT);
  }

  private static Dialect dialect(String word) {
    return Arrays.stream(Dialect.values())
        .filter(d -> word(d).equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no dialect"));
  }

  private static SortedMap<QName, Size> sizes(List<Row> rows) {
    SortedMap<QName, Size> sizes = new TreeMap<>();
    for (Row row : rows) {
      if (row == null
          || row.namespace() == null
          || row.table() == null
          || row.rows() < 0
          || row.bytes() < 0
          || row.indexBytes() < 0) {
        throw new IllegalArgumentException("no table");
      }
      sizes.put(
          new QName(row.namespace(), row.table()),
          new Size(row.rows(), row.bytes(), row.indexBytes()));
    }
    return sizes;
  }
}
