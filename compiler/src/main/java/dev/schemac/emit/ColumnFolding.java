package dev.schemac.emit;

import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.DataType;
import dev.schemac.model.Dialect;
import dev.schemac.model.Expression;
import dev.schemac.model.ExpressionTree;
import dev.schemac.model.Index;
import dev.schemac.model.KeyPart;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import dev.schemac.resolve.ImpliedNames;
import dev.schemac.sql.ExpressionWriter;
import dev.schemac.sql.SourceTypes;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Takes what is about one column alone out of a table's constraints and into the column's line. */
final class ColumnFolding {
  /** What would make a line longer than this stays on a line of its own. */
  private static final int WIDTH = 100;

  private final Schema schema;
  private final ImpliedNames names;
  private final References references;
  private final SerialColumns serials;
  private final Dialect dialect;
  private final ExpressionWriter expressions;
  private final SourceTypes types;

  ColumnFolding(Schema schema, ImpliedNames names, SerialColumns serials) {
    this.schema = schema;
    this.names = names;
    this.references = new References(schema);
    this.serials = serials;
    this.dialect = schema.target().dialect();
    this.expressions = ExpressionWriter.source(dialect);
    this.types = SourceTypes.of(dialect);
  }

  /** A column without what its words say already. */
  record Folded(Column column, ColumnWords words) {}

  /** The column's line; what it says goes out of {@code constraints}. */
  Folded fold(Table table, Column column, List<Constraint> constraints, Unqualified scope) {
    Optional<Constraint.ForeignKey> reference =
        references.of(table.name(), column.name()).filter(constraints::contains);
    Optional<String> serial = serials.word(table.name(), column.name());
    boolean uuid = isUuid(column);
    String type =
        reference
            .map(key -> reference(key, scope))
            .or(() -> serial)
            .orElseGet(() -> uuid ? "uuid" : types.text(scope.type(column.type())));
    // A reference's name stands before a key: behind it, `as` would name the key.
    String keys =
        reference.map(key -> clauses(table, key)).orElse("") + keys(table, column, constraints);
    reference.ifPresent(constraints::remove);
    boolean plain =
        reference.map(Constraint.ForeignKey::enforcement).orElse(Constraint.Enforcement.ENFORCED)
            == Constraint.Enforcement.ENFORCED;
    int length = column.name().length() + type.length() + keys.length() + 4;
    String checks = plain ? checks(table, column, constraints, length, scope) : "";
    String value = column.defaultValue().map(e -> defaultValue(table, column, e, scope)).orElse("");
    Column written = serial.isPresent() ? column.withDefault(Optional.empty()) : column;
    return new Folded(
        uuid ? withoutCharset(written) : written, new ColumnWords(type, keys, value, checks));
  }

  private String reference(Constraint.ForeignKey key, Unqualified scope) {
    String table = "ref " + Lines.name(scope.name(key.referencedTable()));
    return references.namesPrimaryKey(key)
        ? table
        : table + "(" + Lines.name(key.referencedColumns().get(0)) + ")";
  }

  private String clauses(Table table, Constraint.ForeignKey key) {
    String name = names.implied(table.name(), key) ? "" : " as " + Lines.keyName(key.name());
    return name + KeyText.clauses(key);
  }

  /** {@code primary key} and {@code unique}, the first of each. */
  private String keys(Table table, Column column, List<Constraint> constraints) {
    StringBuilder out = new StringBuilder();
    boolean unique = false;
    for (Iterator<Constraint> all = constraints.iterator(); all.hasNext(); ) {
      Constraint constraint = all.next();
      if (constraint instanceof Constraint.PrimaryKey key && isOf(column, key)) {
        boolean implied = names.implied(table.name(), key);
        out.append(" primary key").append(implied ? "" : " as " + Lines.keyName(key.name()));
        all.remove();
      } else if (constraint instanceof Constraint.Unique key && !unique && isOf(column, key)) {
        boolean implied = names.implied(table.name(), key);
        out.append(" unique").append(implied ? "" : " as " + Lines.keyName(key.name()));
        out.append(key.nullsNotDistinct() ? " nulls not distinct" : "");
        unique = true;
        all.remove();
      }
    }
    return out.toString();
  }

  private static boolean isOf(Column column, Constraint.PrimaryKey key) {
    return key.parts().equals(List.of(KeyPart.column(column.name())))
        && key.include().isEmpty()
        && key.options().isEmpty()
        && key.comment().isEmpty()
        && key.deferral() == Constraint.Deferral.NOT_DEFERRABLE;
  }

  private static boolean isOf(Column column, Constraint.Unique key) {
    return key.parts().equals(List.of(KeyPart.column(column.name())))
        && key.include().isEmpty()
        && key.options().isEmpty()
        && key.comment().isEmpty()
        && key.deferral() == Constraint.Deferral.NOT_DEFERRABLE;
  }

  /** Whether a unique key of MySQL, an index in the model, goes into the column's line. */
  static boolean isOf(Column column, Index key) {
    return key.parts().equals(List.of(KeyPart.column(column.name()))) && key.comment().isEmpty();
  }

  private String checks(
      Table table, Column column, List<Constraint> constraints, int length, Unqualified scope) {
    StringBuilder out = new StringBuilder();
    for (Iterator<Constraint> all = constraints.iterator(); all.hasNext(); ) {
      if (all.next() instanceof Constraint.Check check && isOf(table, column, check)) {
        String text = " check (" + expressions.text(scope.expression(check.condition())) + ")";
        if (length + out.length() + text.length() <= WIDTH && text.indexOf('\n') < 0) {
          out.append(text);
          all.remove();
        }
      }
    }
    return out.toString();
  }

  private boolean isOf(Table table, Column column, Constraint.Check check) {
    return ExpressionTree.columns(check.condition()).equals(Set.of(column.name()))
        && names.implied(table.name(), check)
        && !check.noInherit()
        && check.enforcement() == Constraint.Enforcement.ENFORCED
        && check.comment().isEmpty();
  }

  /** A value of an enum stands bare where nothing else could be meant. */
  private String defaultValue(Table table, Column column, Expression value, Unqualified scope) {
    boolean label =
        column.type() instanceof DataType.Named(var type)
            && value instanceof Expression.StringLiteral(var text)
            && schema.object(ObjectPath.of(ObjectKind.ENUM, type)).isPresent()
            && isValue(type, text)
            && Lines.label(text).equals(text)
            && table.column(text).isEmpty();
    return label
        ? ((Expression.StringLiteral) value).value()
        : expressions.defaultValue(scope.expression(value), column.type());
  }

  private boolean isValue(QName type, String text) {
    return schema
        .object(ObjectPath.of(ObjectKind.ENUM, type))
        .map(o -> ((SchemaObject.EnumType) o).values().contains(text))
        .orElse(false);
  }

  private boolean isUuid(Column column) {
    return dialect == Dialect.MYSQL
        && column.type().equals(DataType.Builtin.of("char", "36"))
        && column.collation().isEmpty()
        && "ascii".equals(column.options().get("charset"));
  }

  private static Column withoutCharset(Column c) {
    TreeMap<String, String> options = new TreeMap<>(c.options());
    options.remove("charset");
    return new Column(
        c.name(),
        c.type(),
        c.nullable(),
        c.notNullName(),
        c.defaultValue(),
        c.onUpdate(),
        c.identity(),
        c.generated(),
        c.collation(),
        c.comment(),
        options);
  }
}
