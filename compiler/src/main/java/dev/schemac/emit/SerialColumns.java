package dev.schemac.emit;

import dev.schemac.model.Column;
import dev.schemac.model.DataType;
import dev.schemac.model.Expression;
import dev.schemac.model.ExpressionTree;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject.Domain;
import dev.schemac.model.SchemaObject.Sequence;
import dev.schemac.model.Table;
import dev.schemac.resolve.ImpliedNames;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Columns that {@code serial} says in full, with the sequence behind them. */
final class SerialColumns {
  private static final Map<String, String> WORDS =
      Map.of("smallint", "smallserial", "int", "serial", "bigint", "bigserial");

  private final Schema schema;
  private final ImpliedNames names;
  private final Map<QName, Integer> readers;
  private final Map<ObjectPath, String> words = new HashMap<>();
  private final Set<QName> sequences = new HashSet<>();

  SerialColumns(Schema schema, ImpliedNames names) {
    this.schema = schema;
    this.names = names;
    this.readers = readers(schema);
    if (schema.target().isPostgres()) {
      schema.tables().forEach(t -> t.columns().forEach(c -> find(t, c)));
    }
  }

  /** How many expressions draw from a sequence. */
  private static Map<QName, Integer> readers(Schema schema) {
    Map<QName, Integer> found = new HashMap<>();
    for (Table table : schema.tables()) {
      table.columns().forEach(c -> c.defaultValue().ifPresent(e -> count(e, found)));
    }
    schema.all(Domain.class).forEach(d -> d.defaultValue().ifPresent(e -> count(e, found)));
    return found;
  }

  private static void count(Expression e, Map<QName, Integer> found) {
    if (e instanceof Expression.SequenceRef(var sequence)) {
      found.merge(sequence, 1, Integer::sum);
    }
    ExpressionTree.operands(e).forEach(operand -> count(operand, found));
  }

  /** {@code serial}, {@code bigserial}, {@code smallserial}. */
  Optional<String> word(QName table, String column) {
    return Optional.ofNullable(words.get(ObjectPath.column(table, column)));
  }

  /** Whether the sequence comes with its column. */
  boolean covers(Sequence sequence) {
    return sequences.contains(sequence.name());
  }

  private void find(Table table, Column column) {
    Optional<Sequence> sequence = sequence(column);
    if (sequence.isPresent() && fits(table, column, sequence.get())) {
      DataType.Builtin type = (DataType.Builtin) column.type();
      words.put(ObjectPath.column(table.name(), column.name()), WORDS.get(type.name()));
      sequences.add(sequence.get().name());
    }
  }

  private Optional<Sequence> sequence(Column column) {
    return column
        .defaultValue()
        .filter(Expression.Call.class::isInstance)
        .map(Expression.Call.class::cast)
        .filter(c -> c.function().equals("nextval") && c.arguments().size() == 1)
        .map(c -> c.arguments().get(0))
        .filter(Expression.SequenceRef.class::isInstance)
        .map(e -> ((Expression.SequenceRef) e).sequence())
        .flatMap(n -> schema.object(ObjectPath.of(ObjectKind.SEQUENCE, n)))
        .map(Sequence.class::cast);
  }

  /** Exactly what {@code serial} makes: NOT NULL, owned, of the column's type, nothing else. */
  private boolean fits(Table table, Column column, Sequence sequence) {
    if (!(column.type() instanceof DataType.Builtin type) || !WORDS.containsKey(type.name())) {
      return false;
    }
    Map<String, String> options =
        type.name().equals("bigint") ? Map.of() : Map.of("as", type.name());
    ObjectPath owner = ObjectPath.column(table.name(), column.name());
    return !column.nullable()
        && !table.external()
        && table.partitionOf().isEmpty()
        && sequence.comment().isEmpty()
        // Others name only a sequence that is declared.
        && readers.getOrDefault(sequence.name(), 0) == 1
        && sequence.options().equals(options)
        && sequence.ownedBy().equals(Optional.of(owner))
        && names.impliedSequence(table.name(), column.name(), sequence.name());
  }
}
