package dev.schemac.golden;

import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.KeyPart;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The rows of a database as text that does not depend on the dialect: by table, then by key, then
 * by column.
 */
final class RowText {
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
  private static final Pattern MOMENT =
      Pattern.compile("(\\d{4}-\\d\\d-\\d\\d) (\\d\\d:\\d\\d:\\d\\d)(?:\\.(\\d*?))?0*(\\+00)?");

  /** One table: its key columns, and the rows by the text of their key. */
  record Rows(List<String> key, SortedMap<String, SortedMap<String, Optional<String>>> byKey) {}

  private RowText() {}

  /** All tables of the schema that have a primary key or, without one, the whole row as key. */
  static Map<QName, Rows> of(TestDatabase database, Schema schema) {
    Map<QName, Rows> rows = new TreeMap<>();
    for (Table table : schema.tables()) {
      // A partition's rows are its table's.
      if (!table.external() && table.partitionOf().isEmpty()) {
        rows.put(table.name(), read(database, table));
      }
    }
    return rows;
  }

  private static Rows read(TestDatabase database, Table table) {
    List<String> columns = table.columns().stream().map(Column::name).sorted().toList();
    List<String> key = table.primaryKey().map(RowText::columns).orElse(columns);
    SortedMap<String, SortedMap<String, Optional<String>>> byKey = new TreeMap<>();
    SqlNames names = SqlNames.of(database.kind().dialect());
    String sql = "select " + names.list(columns) + " from " + names.qualified(table.name());
    for (List<String> row : Query.rows(database.connection(), sql)) {
      SortedMap<String, Optional<String>> values = new TreeMap<>();
      for (int i = 0; i < columns.size(); i++) {
        values.put(columns.get(i), Optional.ofNullable(row.get(i)).map(RowText::neutral));
      }
      List<String> keyText = new ArrayList<>();
      key.forEach(k -> keyText.add(values.get(k).orElse("NULL")));
      String distinct = String.join(" | ", keyText);
      while (byKey.containsKey(distinct)) {
        distinct += " again";
      }
      byKey.put(distinct, values);
    }
    return new Rows(key, byKey);
  }

  private static List<String> columns(Constraint.PrimaryKey key) {
    return key.parts().stream().map(KeyPart::columnName).flatMap(Optional::stream).toList();
  }

  /** The spelling that both dialects and every type of the same value share. */
  static String neutral(String value) {
    if (value.chars().anyMatch(c -> c < ' ' && c != '\n' || c == '\uFFFD')) {
      return "(" + value.length() + " characters that are no text)";
    }
    if (value.equals("t") || value.equals("f")) {
      return value.equals("t") ? "1" : "0";
    }
    if (NUMBER.matcher(value).matches()) {
      BigDecimal number = new BigDecimal(value);
      return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
    var moment = MOMENT.matcher(value);
    if (moment.matches()) {
      String fraction = moment.group(3) == null ? "" : moment.group(3);
      return moment.group(1) + " " + moment.group(2) + (fraction.isEmpty() ? "" : "." + fraction);
    }
    return value;
  }

  /** CSV: a line {@code # table} and a header before the rows of each table, sorted by key. */
  static String csv(Map<QName, Rows> rows) {
    StringBuilder csv = new StringBuilder();
    rows.forEach(
        (table, content) -> {
          csv.append("# ").append(table).append('\n');
          boolean first = true;
          for (SortedMap<String, Optional<String>> row : content.byKey().values()) {
            if (first) {
              csv.append(String.join(",", row.keySet())).append('\n');
              first = false;
            }
            List<String> cells = new ArrayList<>();
            row.values().forEach(v -> cells.add(v.map(RowText::cell).orElse("")));
            csv.append(String.join(",", cells)).append('\n');
          }
        });
    return csv.toString();
  }

  private static String cell(String value) {
    boolean plain = !value.isEmpty() && value.chars().noneMatch(c -> ",\"\n\r".indexOf(c) >= 0);
    return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
  }

  /** The same rows without some columns, for comparing what two schemas share. */
  static Map<String, Map<String, Optional<String>>> project(Rows rows, List<String> columns) {
    Map<String, Map<String, Optional<String>>> projected = new LinkedHashMap<>();
    rows.byKey()
        .forEach(
            (key, row) -> {
              Map<String, Optional<String>> kept = new TreeMap<>();
              columns.forEach(c -> kept.put(c, row.get(c)));
              projected.put(key, kept);
            });
    return projected;
  }
}
