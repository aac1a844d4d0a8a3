package dev.schemac.resolve;

import dev.schemac.model.Constraint;
import dev.schemac.model.Dialect;
import dev.schemac.model.Index;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which names of keys, checks, indexes and sequences a source may leave out, because {@link
 * AutomaticNames} gives them again.
 *
 * <p>A name may go where it is the conventional one and nothing else in its spaces has it: then it
 * comes back whatever stands around it, and in whatever order. A numbered one ({@code t_a_idx1})
 * stays, since it is automatic only while its neighbour is there.
 */
public final class ImpliedNames {
  private final Dialect dialect;
  private final Map<String, Integer> uses = new HashMap<>();

  private ImpliedNames(Dialect dialect) {
    this.dialect = dialect;
  }

  /** Looks at every name of the schema. */
  public static ImpliedNames of(Schema schema) {
    ImpliedNames names = new ImpliedNames(schema.target().dialect());
    schema.objects().forEach(names::count);
    return names;
  }

  /** Whether a primary key, a check, a foreign key or the like has its conventional name. */
  public boolean implied(QName table, Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey c ->
          dialect == Dialect.MYSQL || implied(table, c.kind(), c.name(), List.of(), "pkey");
      case Constraint.Unique c ->
          implied(table, c.kind(), c.name(), OperandName.all(c.parts()), "key");
      case Constraint.Exclusion c ->
          implied(table, c.kind(), c.name(), OperandName.all(c.parts()), "excl");
      case Constraint.ForeignKey c -> implied(table, c.kind(), c.name(), c.columns(), "fkey");
      case Constraint.Check c ->
          implied(table, c.kind(), c.name(), CheckBuilder.nameParts(c.condition()), "check");
    };
  }

  /** Whether an index that is written as {@code index} or {@code unique index} has it. */
  public boolean implied(QName table, Index index) {
    return implied(table, ObjectKind.INDEX, index.name(), OperandName.all(index.parts()), "idx");
  }

  /** Whether a unique index of MySQL has the name that {@code unique (…)} gives it. */
  public boolean impliedAsKey(QName table, Index index) {
    return implied(table, ObjectKind.INDEX, index.name(), OperandName.all(index.parts()), "key");
  }

  /** Whether a sequence has the name that {@code serial} gives it. */
  public boolean impliedSequence(QName table, String column, QName sequence) {
    return sequence.namespace().equals(table.namespace())
        && implied(table, ObjectKind.SEQUENCE, sequence.name(), List.of(column), "seq");
  }

  private boolean implied(
      QName table, ObjectKind kind, String name, List<String> parts, String label) {
    return name.equals(AutomaticNames.of(dialect, table.name(), parts, label))
        && spaces(table, kind).stream().allMatch(space -> uses.get(key(space, name)) == 1);
  }

  private void count(SchemaObject object) {
    switch (object) {
      case Table t -> count(t);
      case SchemaObject.View v -> {
        use(v.name(), ObjectKind.SEQUENCE, v.name().name());
        v.indexes().forEach(i -> use(v.name(), ObjectKind.INDEX, i.name()));
      }
      case SchemaObject.Sequence s -> use(s.name(), ObjectKind.SEQUENCE, s.name().name());
      case SchemaObject.Namespace ignored -> {}
      case SchemaObject.Extension ignored -> {}
      case SchemaObject.Role ignored -> {}
      case SchemaObject.EnumType ignored -> {}
      case SchemaObject.Domain ignored -> {}
      case SchemaObject.Routine ignored -> {}
      case SchemaObject.Trigger ignored -> {}
      case SchemaObject.Policy ignored -> {}
      case SchemaObject.Grant ignored -> {}
      case SchemaObject.ExternalType ignored -> {}
      case SchemaObject.NativeObject ignored -> {}
    }
  }

  private void count(Table table) {
    if (dialect == Dialect.POSTGRES) {
      use(table.name(), ObjectKind.SEQUENCE, table.name().name());
    }
    table.constraints().forEach(c -> use(table.name(), c.kind(), c.name()));
    table.indexes().forEach(i -> use(table.name(), ObjectKind.INDEX, i.name()));
  }

  private void use(QName table, ObjectKind kind, String name) {
    spaces(table, kind).forEach(space -> uses.merge(key(space, name), 1, Integer::sum));
  }

  private String key(String space, String name) {
    return space + "\n" + AutomaticNames.fold(dialect, name);
  }

  /** The spaces of {@link TakenNames} in which an automatic name must be free. */
  private List<String> spaces(QName table, ObjectKind kind) {
    String relations = "relation\n" + table.namespace();
    String constraints = "constraint\n" + table.namespace();
    boolean postgres = dialect == Dialect.POSTGRES;
    return switch (kind) {
      case INDEX, SEQUENCE -> List.of(postgres ? relations : "index\n" + table);
      case PRIMARY_KEY, UNIQUE, EXCLUSION ->
          postgres ? List.of(relations, constraints) : List.of("index\n" + table);
      default -> List.of(postgres ? constraints : kind.word() + "\n" + table.namespace());
    };
  }
}
