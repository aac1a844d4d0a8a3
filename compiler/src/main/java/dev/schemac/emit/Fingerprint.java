package dev.schemac.emit;

import dev.schemac.model.Column;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * A schema's fingerprint: SHA-256 of its canonical text, in hexadecimal. The order of columns does
 * not count: moving a line is no change, and a server adds new columns at the end.
 */
public final class Fingerprint {
  private Fingerprint() {}

  public static String of(Schema schema) {
    List<SchemaObject> sorted = new ArrayList<>();
    for (SchemaObject object : schema.objects()) {
      sorted.add(object instanceof Table table ? withSortedColumns(table) : object);
    }
    return sha256(SchemaText.write(Schema.of(schema.target(), sorted)));
  }

  /** The rows of a lookup table follow the order of its columns, so such a table stays. */
  private static Table withSortedColumns(Table table) {
    if (!table.rows().isEmpty()) {
      return table;
    }
    List<Column> columns = new ArrayList<>(table.columns());
    columns.sort(Comparator.comparing(Column::name));
    return table.withColumns(columns);
  }

  /** SHA-256 of the text's UTF-8 bytes, in lower-case hexadecimal. */
  public static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
