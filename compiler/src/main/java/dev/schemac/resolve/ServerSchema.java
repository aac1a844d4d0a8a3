package dev.schemac.resolve;

import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.DataType;
import dev.schemac.model.Expression;
import dev.schemac.model.ExpressionTree;
import dev.schemac.model.Generated;
import dev.schemac.model.Index;
import dev.schemac.model.InheritedColumns;
import dev.schemac.model.KeyPart;
import dev.schemac.model.Partitioning;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import dev.schemac.model.WholeTable;
import dev.schemac.resolve.expression.Expected.Place;
import dev.schemac.sql.EmbeddedNames;
import dev.schemac.sql.PartitionOperand;
import dev.schemac.syntax.HeaderText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A model as a catalogue reader brings it, with every expression as the server's text, in the form
 * that the resolver gives to a file that means the same.
 */
public final class ServerSchema {
  private static final Pattern ROUTINE_BODY = Pattern.compile(" AS \\$|\n(?:BEGIN ATOMIC|RETURN )");

  private final Schema schema;
  private final ParsedTexts parsed = new ParsedTexts();

  private final boolean exact;

  private ServerSchema(Schema schema, boolean exact) {
    this.schema = schema;
    this.exact = exact;
  }

  /** The model with its expressions in normal form; one in normal form comes back as it is. */
  public static Schema normalize(Schema read) {
    return Dependencies.complete(new ServerSchema(ServerTypes.of(read), true).all());
  }

  /**
   * A normalised model for comparing with what a person wrote: a text that {@link #normalize} kept,
   * because the server would print its normal form otherwise, gives way to the normal form of the
   * same meaning. On MySQL only for the character sets of strings: any other such text can mean
   * something else, as {@code a / b}.
   */
  public static Schema meaning(Schema normalized) {
    return new ServerSchema(normalized, false).all();
  }

  private Schema all() {
    List<SchemaObject> objects = schema.objects().parallelStream().map(this::object).toList();
    return ServerPartitions.settle(InheritedColumns.settled(Schema.of(schema.target(), objects)));
  }

  private SchemaObject object(SchemaObject object) {
    return switch (object) {
      case Table table -> table(table);
      case SchemaObject.Domain domain -> domain(domain);
      case SchemaObject.View view -> view(view);
      case SchemaObject.Policy policy -> policy(policy);
      case SchemaObject.Trigger trigger -> trigger(trigger);
      case SchemaObject.Routine routine -> routine(routine);
      case SchemaObject other -> other;
    };
  }

  private Table table(Table t) {
    ServerExpressions row =
        new ServerExpressions(
            ServerScope.of(schema, t.name(), WholeTable.of(schema, t).columns()), parsed, exact);
    return new Table(
        t.name(),
        t.columns().stream().map(c -> column(c, row)).toList(),
        t.constraints().stream().map(c -> constraint(c, row)).toList(),
        t.indexes().stream().map(i -> index(i, row)).toList(),
        t.partitioning().map(p -> partitioning(p, row)),
        t.rows(),
        t.comment(),
        options(t),
        t.external(),
        t.partitionOf());
  }

  private SortedMap<String, String> options(Table t) {
    if (schema.target().isPostgres()) {
      return t.options();
    }
    TreeMap<String, String> options = new TreeMap<>(t.options());
    MySqlTableOptions.canonical(options, schema.target());
    return options;
  }

  private static Column column(Column c, ServerExpressions row) {
    Column normal = withExpressions(c, row);
    return row.target().isMySql() ? MySqlDefaults.canonical(normal, row.target()) : normal;
  }

  private static Column withExpressions(Column c, ServerExpressions row) {
    return new Column(
        c.name(),
        c.type(),
        c.nullable(),
        c.notNullName(),
        c.defaultValue().flatMap(e -> initial(moment(e, c, row), c, row)),
        c.onUpdate()
            .map(e -> row.assigned(moment(e, c, row), Place.ON_UPDATE, c.type(), c.nullable())),
        c.identity(),
        c.generated()
            .map(
                g ->
                    new Generated(
                        row.assigned(g.expression(), Place.GENERATED, c.type(), c.nullable()),
                        g.storage())),
        c.collation(),
        c.comment(),
        c.options());
  }

  /**
   * MySQL says NULL where there is no default. PostgreSQL has none then; what it prints as {@code
   * NULL::character varying} is one that it keeps.
   */
  private static Optional<Expression> initial(Expression e, Column c, ServerExpressions row) {
    Expression value = row.assigned(e, Place.DEFAULT, c.type(), c.nullable());
    if (!(value instanceof Expression.NullLiteral)) {
      return Optional.of(value);
    }
    return e instanceof Expression.Sql(var text) && text.contains("::")
        ? Optional.of(e)
        : Optional.empty();
  }

  private static final Pattern NEXT = Pattern.compile("nextval\\(`((?:[^`]|``)*)`\\)");

  /** MySQL's word with the column's own fraction, which no file says. */
  private static Expression moment(Expression e, Column c, ServerExpressions row) {
    if (!row.isMySql() || !(e instanceof Expression.Sql(var text))) {
      return e;
    }
    Matcher sequence = NEXT.matcher(text);
    if (row.target().isMariaDb() && sequence.matches()) {
      QName name = QName.of(sequence.group(1).replace("``", "`"));
      return Expression.Call.of("nextval", new Expression.SequenceRef(name));
    }
    boolean now =
        row.target().isMariaDb()
            ? text.equals("current_timestamp(" + fraction(c) + ")")
            : text.startsWith("CURRENT_TIMESTAMP");
    return now ? Expression.Call.of("now") : e;
  }

  private static String fraction(Column c) {
    return c.type() instanceof DataType.Builtin(var name, var arguments, var ignored)
            && !arguments.isEmpty()
        ? arguments.getFirst()
        : "";
  }

  private static Constraint constraint(Constraint constraint, ServerExpressions row) {
    return switch (constraint) {
      case Constraint.Check c ->
          new Constraint.Check(
              c.name(),
              row.condition(c.condition(), Place.CHECK),
              c.noInherit(),
              c.enforcement(),
              c.comment());
      case Constraint.Exclusion c ->
          new Constraint.Exclusion(
              c.name(),
              c.method(),
              parts(c.parts(), row),
              c.include(),
              c.predicate().map(e -> row.condition(e, Place.PREDICATE)),
              c.deferral(),
              c.comment(),
              c.options());
      case Constraint.PrimaryKey c -> c;
      case Constraint.Unique c -> c;
      case Constraint.ForeignKey c -> c;
    };
  }

  private static Index index(Index i, ServerExpressions row) {
    return new Index(
        i.name(),
        i.unique(),
        i.method(),
        parts(i.parts(), row),
        i.include(),
        i.predicate().map(e -> row.condition(e, Place.PREDICATE)),
        i.nullsNotDistinct(),
        i.comment(),
        i.options());
  }

  private static List<KeyPart> parts(List<KeyPart> parts, ServerExpressions row) {
    return parts.stream()
        .map(
            p ->
                new KeyPart(
                    row.value(p.expression(), Place.INDEX),
                    p.prefixLength(),
                    p.collation(),
                    p.operatorClass(),
                    p.direction(),
                    p.nullsFirst(),
                    p.withoutOverlaps(),
                    p.operator()))
        .toList();
  }

  private static Partitioning partitioning(Partitioning p, ServerExpressions row) {
    return new Partitioning(
        p.strategy(),
        p.operands().stream().map(e -> operand(e, row)).toList(),
        p.partitions().stream().map(x -> row.target().isMySql() ? partition(x) : x).toList(),
        p.count(),
        p.external(),
        p.subpartitioning().map(s -> partitioning(s, row)));
  }

  private static Expression operand(Expression e, ServerExpressions row) {
    boolean asItStands =
        !row.isMySql() && e instanceof Expression.Sql(var text) && PartitionOperand.hasTail(text);
    return asItStands ? e : row.value(e, Place.PARTITION);
  }

  private static Partitioning.Partition partition(Partitioning.Partition p) {
    return new Partitioning.Partition(
        p.name(),
        PartitionBound.normalize(p.bound()),
        p.options(),
        p.subpartitions().stream().map(ServerSchema::partition).toList());
  }

  private SchemaObject.Domain domain(SchemaObject.Domain d) {
    ServerExpressions value =
        new ServerExpressions(ServerScope.ofValue(schema, d.type()), parsed, exact);
    List<Constraint.Check> checks = new ArrayList<>();
    for (Constraint.Check check : d.checks()) {
      Constraint.Check normal = (Constraint.Check) constraint(check, value);
      checks.add(
          new Constraint.Check(
              normal.name(),
              ExpressionTree.rewrite(normal.condition(), ServerSchema::lowerValue),
              normal.noInherit(),
              normal.enforcement(),
              normal.comment()));
    }
    Optional<Expression> initial =
        d.defaultValue().map(e -> value.assigned(e, Place.DEFAULT, d.type(), true));
    return new SchemaObject.Domain(
        d.name(), d.type(), d.notNull(), initial, d.collation(), checks, d.comment(), d.options());
  }

  private SchemaObject.Policy policy(SchemaObject.Policy p) {
    return new SchemaObject.Policy(
        p.table(), p.name(), header(p.definition()), p.dependsOn(), p.comment());
  }

  /** On MySQL a trigger has a body, which is kept as it is. */
  private SchemaObject.Trigger trigger(SchemaObject.Trigger t) {
    return new SchemaObject.Trigger(
        t.table(),
        t.name(),
        schema.target().isPostgres() ? header(t.definition()) : t.definition(),
        t.dependsOn(),
        t.comment(),
        t.options());
  }

  /** On MySQL its head is read from the catalogue in the form that a declaration has. */
  private SchemaObject.Routine routine(SchemaObject.Routine r) {
    Matcher body = ROUTINE_BODY.matcher(r.definition());
    if (schema.target().isMySql() || !body.find()) {
      return r;
    }
    int end = body.start();
    return new SchemaObject.Routine(
        r.kind(),
        r.name(),
        header(r.definition().substring(0, end)) + r.definition().substring(end),
        r.dependsOn(),
        r.comment(),
        r.external(),
        r.options());
  }

  /** A statement that is all header, laid out as a declaration's would be. */
  private String header(String definition) {
    return new DefinitionText(schema.target(), Set.of())
        .header(HeaderText.of(EmbeddedNames.toSource(definition)));
  }

  /** PostgreSQL prints the keyword in capitals, where a name keeps its case. */
  private static Expression lowerValue(Expression e) {
    return e.equals(new Expression.ColumnRef("VALUE")) ? new Expression.ColumnRef("value") : e;
  }

  /** The columns' types are not known, so an index's expressions keep what depends on them. */
  private SchemaObject.View view(SchemaObject.View v) {
    ServerExpressions row =
        new ServerExpressions(ServerScope.open(schema, v.name()), parsed, exact);
    return new SchemaObject.View(
        v.name(),
        v.materialized(),
        v.columns(),
        v.query(),
        v.indexes().stream().map(i -> index(i, row)).toList(),
        v.columnComments(),
        v.dependsOn(),
        v.comment(),
        v.options(),
        v.external());
  }
}
