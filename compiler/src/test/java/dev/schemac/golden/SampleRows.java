package dev.schemac.golden;

import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.DataType;
import dev.schemac.model.Expression;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The same few rows every time for every table of a schema: row {@code n} holds the {@code n}-th
 * value of each column's type, and a foreign key points at row {@code n} of its target, so that
 * keys and references fit by construction. Checks that compare with a list of values are met;
 * others have to accept small positive numbers and short texts.
 */
final class SampleRows {
  private final Schema schema;
  private final SqlNames names;
  private final int count;

  private SampleRows(Schema schema, int count) {
    this.schema = schema;
    this.names = SqlNames.of(schema.target().dialect());
    this.count = count;
  }

  /** A script that fills every table that is the schema's own. */
  static String script(Schema schema, int count) {
    return new SampleRows(schema, count).script();
  }

  private String script() {
    boolean postgres = schema.target().isPostgres();
    StringBuilder sql = new StringBuilder();
    sql.append(
        postgres
            ? "\\set ON_ERROR_STOP on\nset session_replication_role = replica;\n"
            : "set foreign_key_checks = 0;\n");
    for (Table table : schema.tables()) {
      // The rows of a partition come through the table that it is a partition of.
      if (!table.external() && table.rows().isEmpty() && table.partitionOf().isEmpty()) {
        for (int n = 1; n <= count; n++) {
          insert(table, n).ifPresent(statement -> sql.append(statement).append(";\n"));
        }
      }
    }
    return sql.toString();
  }

  private Optional<String> insert(Table table, int n) {
    List<String> columns = new ArrayList<>();
    List<String> values = new ArrayList<>();
    for (Column column : table.columns()) {
      if (column.generated().isEmpty()) {
        Optional<String> value = value(table, column, n, new HashSet<>());
        if (value.isPresent()) {
          columns.add(column.name());
          values.add(value.get());
        } else if (!column.nullable() && column.defaultValue().isEmpty()) {
          throw new AssertionError(
              "no sample value of type " + column.type() + ": give the case a rows file");
        }
      }
    }
    if (columns.isEmpty()) {
      return Optional.empty();
    }
    String overriding = schema.target().isPostgres() ? " overriding system value" : "";
    return Optional.of(
        "insert into "
            + names.qualified(table.name())
            + " ("
            + names.list(columns)
            + ")"
            + overriding
            + " values ("
            + String.join(", ", values)
            + ")");
  }

  /** The last row has NULL wherever that is allowed and no key is concerned. */
  private Optional<String> value(Table table, Column column, int n, Set<String> visited) {
    for (Constraint.ForeignKey key : table.foreignKeys()) {
      int at = key.columns().indexOf(column.name());
      if (at >= 0 && visited.add(table.name() + "." + column.name())) {
        Optional<Table> referenced = schema.table(key.referencedTable());
        if (referenced.isPresent()) {
          Column target = referenced.get().column(key.referencedColumns().get(at)).orElseThrow();
          return valueOf(referenced.get(), target, n, visited);
        }
      }
    }
    boolean keyed = table.constraints().stream().anyMatch(c -> covers(c, column.name()));
    if (n == count && column.nullable() && !keyed) {
      return Optional.of("NULL");
    }
    return allowed(table, column)
        .map(list -> list.get((n - 1) % list.size()))
        .or(() -> ofType(column.type(), n));
  }

  private Optional<String> valueOf(Table table, Column column, int n, Set<String> visited) {
    if (!table.rows().isEmpty()) {
      int at = table.columns().indexOf(column);
      Expression value = table.rows().get((n - 1) % table.rows().size()).get(at);
      return Optional.of(literal(value));
    }
    return value(table, column, n, visited);
  }

  private static boolean covers(Constraint constraint, String column) {
    return constraint instanceof Constraint.PrimaryKey key
        && key.parts().stream().anyMatch(p -> p.columnName().equals(Optional.of(column)));
  }

  /** The values that a check {@code column in (…)} admits. */
  private Optional<List<String>> allowed(Table table, Column column) {
    for (Constraint constraint : table.constraints()) {
      if (constraint instanceof Constraint.Check check
          && check.condition() instanceof Expression.In in
          && in.operand().equals(new Expression.ColumnRef(column.name()))) {
        return Optional.of(in.list().stream().map(this::literal).toList());
      }
    }
    return Optional.empty();
  }

  private String literal(Expression value) {
    return switch (value) {
      case Expression.StringLiteral(var text) -> names.literal(text);
      case Expression.NumberLiteral(var text) -> text;
      case Expression.BooleanLiteral(var truth) -> Boolean.toString(truth);
      case Expression.Cast(var operand, var ignored) -> literal(operand);
      default -> throw new AssertionError("no sample literal of " + value);
    };
  }

  private Optional<String> ofType(DataType type, int n) {
    return switch (type) {
      case DataType.Builtin builtin -> ofBuiltin(builtin, n);
      case DataType.InlineEnum(var values) ->
          Optional.of(names.literal(values.get((n - 1) % values.size())));
      case DataType.InlineSet(var values) ->
          Optional.of(names.literal(values.get((n - 1) % values.size())));
      case DataType.Array ignored -> Optional.of("'{}'");
      case DataType.Named(var name) -> ofNamed(name, n);
    };
  }

  private Optional<String> ofNamed(QName name, int n) {
    for (SchemaObject.EnumType type : schema.all(SchemaObject.EnumType.class)) {
      if (type.name().equals(name)) {
        return Optional.of(names.literal(type.values().get((n - 1) % type.values().size())));
      }
    }
    for (SchemaObject.Domain domain : schema.all(SchemaObject.Domain.class)) {
      if (domain.name().equals(name)) {
        return ofType(domain.type(), n);
      }
    }
    return Optional.empty();
  }

  private static final Map<String, String> PATTERNS = patterns();

  /**
   * What stands for each type; {@code #} is the row's number, {@code ##} the same in two digits.
   */
  private static Map<String, String> patterns() {
    Map<String, String> patterns = new HashMap<>();
    for (String type :
        List.of(
            "tinyint", "smallint", "mediumint", "int", "bigint", "numeric", "decimal", "real")) {
      patterns.put(type, "#");
    }
    patterns.put("double", "#.5");
    patterns.put("float", "#.5");
    patterns.put("year", "202#");
    patterns.put("bytea", "'\\x0#'");
    for (String type :
        List.of("binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob")) {
      patterns.put(type, "'#'");
    }
    patterns.put("date", "'2020-01-##'");
    patterns.put("time", "'10:00:##'");
    for (String type : List.of("timestamp", "timestamptz", "datetime")) {
      patterns.put(type, "'2020-01-## 10:00:00'");
    }
    patterns.put("interval", "'# days'");
    patterns.put("uuid", "'00000000-0000-0000-0000-0000000000##'");
    for (String type : List.of("json", "jsonb")) {
      patterns.put(type, "'{\"n\": #}'");
    }
    patterns.put("inet", "'10.0.0.#'");
    patterns.put("tsrange", "'[2020-01-##,2020-01-##]'");
    patterns.put("tstzrange", "'[2020-01-##,2020-01-##]'");
    return patterns;
  }

  private Optional<String> ofBuiltin(DataType.Builtin type, int n) {
    if (type.name().equals("bool")
        || type.name().equals("tinyint") && type.arguments().equals(List.of("1"))) {
      return Optional.of(n % 2 == 1 ? "true" : "false");
    }
    if (Set.of("char", "varchar", "text", "tinytext", "mediumtext", "longtext", "citext")
        .contains(type.name())) {
      return Optional.of(names.literal(text(type, n)));
    }
    return Optional.ofNullable(PATTERNS.get(type.name()))
        .map(p -> p.replace("##", String.format("%02d", n)).replace("#", Integer.toString(n)));
  }

  /** Texts that every escape and cut would show in, as long as the type has room for them. */
  private static String text(DataType.Builtin type, int n) {
    int room = type.arguments().isEmpty() ? 100 : Integer.parseInt(type.arguments().get(0));
    if (type.name().equals("char") && room == 36) {
      return "00000000-0000-0000-0000-0000000000" + String.format("%02d", n);
    }
    String text = n + " it's \\ \"ö\"";
    return room >= text.length() ? text : text.substring(0, Math.max(1, Math.min(room, 2))).strip();
  }
}
