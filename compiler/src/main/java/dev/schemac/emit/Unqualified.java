package dev.schemac.emit;

import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.DataType;
import dev.schemac.model.Expression;
import dev.schemac.model.ExpressionTree;
import dev.schemac.model.Generated;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.PartitionOf;
import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Objects as they read below the line of their namespace: names of that namespace stand bare, and
 * bare names go on to mean the default namespace as long as nothing here hides them.
 */
final class Unqualified {
  private static final Pattern EXECUTED =
      Pattern.compile("EXECUTE FUNCTION (?:(\\w+)|\"((?:[^\"]|\"\")+)\")\\(");

  private final String namespace;
  private final Set<QName> declared;
  private boolean hidden;

  /**
   * What an object of {@code namespace} says.
   *
   * @param declared the names of all relations and types
   */
  Unqualified(String namespace, Set<QName> declared) {
    this.namespace = namespace;
    this.declared = declared;
  }

  /** Whether some bare name would have meant another object than it did. */
  boolean hidesNames() {
    return hidden;
  }

  QName name(QName name) {
    hidden |=
        !namespace.isEmpty()
            && !name.hasNamespace()
            && declared.contains(new QName(namespace, name.name()));
    return name.namespace().equals(namespace) ? QName.of(name.name()) : name;
  }

  DataType type(DataType type) {
    return switch (type) {
      case DataType.Named(var name) -> new DataType.Named(name(name));
      case DataType.Array(var element) -> new DataType.Array(type(element));
      case DataType.Builtin t -> t;
      case DataType.InlineEnum t -> t;
      case DataType.InlineSet t -> t;
    };
  }

  Expression expression(Expression e) {
    return ExpressionTree.rewrite(e, this::leaf);
  }

  private Expression leaf(Expression e) {
    if (e instanceof Expression.SequenceRef(var sequence)) {
      return new Expression.SequenceRef(name(sequence));
    }
    return e instanceof Expression.Cast(var operand, var type)
        ? new Expression.Cast(operand, type(type))
        : e;
  }

  private Optional<Expression> expression(Optional<Expression> e) {
    return e.map(this::expression);
  }

  /** Every object but those that are text. */
  SchemaObject object(SchemaObject object) {
    if (namespace.isEmpty()) {
      return object;
    }
    return switch (object) {
      case Table o -> table(o);
      case SchemaObject.EnumType o ->
          new SchemaObject.EnumType(name(o.name()), o.values(), o.comment(), o.options());
      case SchemaObject.Domain o ->
          new SchemaObject.Domain(
              name(o.name()),
              type(o.type()),
              o.notNull(),
              expression(o.defaultValue()),
              o.collation(),
              o.checks().stream().map(c -> (Constraint.Check) constraint(c)).toList(),
              o.comment(),
              o.options());
      case SchemaObject.Sequence o ->
          new SchemaObject.Sequence(
              name(o.name()), o.options(), o.ownedBy().map(this::path), o.comment());
      case SchemaObject.ExternalType o -> new SchemaObject.ExternalType(name(o.name()));
      case SchemaObject.View o ->
          new SchemaObject.View(
              name(o.name()),
              o.materialized(),
              o.columns(),
              o.query(),
              o.indexes(),
              o.columnComments(),
              o.dependsOn(),
              o.comment(),
              o.options(),
              o.external());
      case SchemaObject.Namespace o -> o;
      case SchemaObject.Extension o -> o;
      case SchemaObject.Role o -> o;
      case SchemaObject.Routine o -> o;
      case SchemaObject.Trigger o -> trigger(o);
      case SchemaObject.Policy o -> o;
      case SchemaObject.Grant o -> o;
      case SchemaObject.NativeObject o -> o;
    };
  }

  /** Text, whose function is looked up in the namespace first. */
  private SchemaObject trigger(SchemaObject.Trigger trigger) {
    Matcher executed = EXECUTED.matcher(trigger.definition());
    if (executed.find()) {
      String bare = executed.group(1);
      String name = bare == null ? executed.group(2).replace("\"\"", "\"") : bare;
      hidden |= declared.contains(new QName(namespace, name + "()"));
    }
    return trigger;
  }

  private ObjectPath path(ObjectPath path) {
    return new ObjectPath(path.kind(), name(path.owner()), path.member());
  }

  Table table(Table t) {
    if (namespace.isEmpty()) {
      return t;
    }
    List<Column> columns = t.columns().stream().map(this::column).toList();
    return new Table(
        name(t.name()),
        columns,
        t.constraints().stream().map(this::constraint).toList(),
        t.indexes(),
        t.partitioning(),
        t.rows(),
        t.comment(),
        t.options(),
        t.external(),
        t.partitionOf().map(p -> new PartitionOf(name(p.parent()), p.bound())));
  }

  private Column column(Column c) {
    return new Column(
        c.name(),
        type(c.type()),
        c.nullable(),
        c.notNullName(),
        expression(c.defaultValue()),
        expression(c.onUpdate()),
        c.identity(),
        c.generated().map(g -> new Generated(expression(g.expression()), g.storage())),
        c.collation(),
        c.comment(),
        c.options());
  }

  private Constraint constraint(Constraint constraint) {
    return switch (constraint) {
      case Constraint.ForeignKey k -> k.withReferencedTable(name(k.referencedTable()));
      case Constraint.Check k ->
          new Constraint.Check(
              k.name(), expression(k.condition()), k.noInherit(), k.enforcement(), k.comment());
      case Constraint.PrimaryKey k -> k;
      case Constraint.Unique k -> k;
      case Constraint.Exclusion k -> k;
    };
  }
}
