package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.DataType;
import dev.schemac.model.Expression;
import dev.schemac.model.Index;
import dev.schemac.model.KeyPart;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import dev.schemac.sql.PostgresQuoting;
import dev.schemac.sql.SqlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The key by which a backfill walks a table: the primary key, or a unique one without NULLs. */
final class BackfillKey {
  private static final int BATCH_ROWS = 1000;

  private BackfillKey() {}

  static Statement backfill(
      QName table,
      String column,
      List<Statement.Assignment> assignments,
      Optional<Expression> where,
      PlanFacts facts) {
    Table found = table(table, facts);
    Set<String> assigned =
        Set.copyOf(assignments.stream().map(Statement.Assignment::column).toList());
    return new Statement.Backfill(
        String.join(".", table.toString(), column),
        found,
        assignments,
        where,
        key(found, assigned).stream().map(c -> c.withType(held(c.type(), facts))).toList(),
        BATCH_ROWS);
  }

  /** What a variable for a value is of: at the end it is NULL, which a domain may refuse. */
  private static DataType held(DataType type, PlanFacts facts) {
    return type instanceof DataType.Named(var name)
            && facts.context().before().object(ObjectPath.of(ObjectKind.DOMAIN, name)).orElse(null)
                instanceof SchemaObject.Domain domain
        ? held(domain.type(), facts)
        : type;
  }

  /** The table as it was, under its newest names. */
  private static Table table(QName name, PlanFacts facts) {
    Table before = facts.tableBefore(name).orElseThrow();
    List<Column> columns =
        before.columns().stream()
            .map(c -> c.withName(facts.newestColumn(name, c.name())))
            .map(c -> c.withType(type(name, c, facts)))
            .toList();
    List<Constraint> keys = new ArrayList<>();
    for (Constraint constraint : before.constraints()) {
      keys.addAll(renamedKey(name, constraint, facts));
    }
    List<Index> indexes =
        before.indexes().stream().filter(i -> i.unique() && i.predicate().isEmpty()).toList();
    return before
        .withName(name)
        .withColumns(columns)
        .withConstraints(keys)
        .withIndexes(facts.renamedColumns(name).isEmpty() ? indexes : List.of());
  }

  /** A key that is exchanged in this plan has the type that it has by then. */
  private static DataType type(QName table, Column column, PlanFacts facts) {
    if (facts.keyGroups().of(ObjectPath.column(table, column.name())).isEmpty()) {
      return column.type();
    }
    SqlWriter sql = new SqlWriter(PostgresQuoting.INSTANCE).name(table);
    return DataType.Builtin.of(sql.glue(".").identifier(column.name()).close("%TYPE").text());
  }

  private static List<Constraint> renamedKey(QName table, Constraint constraint, PlanFacts facts) {
    return switch (constraint) {
      case Constraint.PrimaryKey k ->
          List.of(
              new Constraint.PrimaryKey(
                  k.name(),
                  renamed(table, k.parts(), facts),
                  List.of(),
                  k.deferral(),
                  k.comment(),
                  k.options()));
      case Constraint.Unique k ->
          List.of(
              new Constraint.Unique(
                  k.name(),
                  renamed(table, k.parts(), facts),
                  List.of(),
                  k.nullsNotDistinct(),
                  k.deferral(),
                  k.comment(),
                  k.options()));
      case Constraint.Check ignored -> List.of();
      case Constraint.ForeignKey ignored -> List.of();
      case Constraint.Exclusion ignored -> List.of();
    };
  }

  private static List<KeyPart> renamed(QName table, List<KeyPart> parts, PlanFacts facts) {
    return parts.stream()
        .map(p -> KeyPart.expression(facts.overNewestNames(table, p.expression())))
        .toList();
  }

  /** Columns of a key that the backfill does not write; empty where there is none. */
  private static List<Column> key(Table table, Set<String> assigned) {
    for (Constraint constraint : table.constraints()) {
      if (constraint instanceof Constraint.PrimaryKey key && usable(table, key.parts(), assigned)) {
        return columns(table, key.parts());
      }
    }
    for (Constraint constraint : table.constraints()) {
      if (constraint instanceof Constraint.Unique key && usable(table, key.parts(), assigned)) {
        return columns(table, key.parts());
      }
    }
    for (Index index : table.indexes()) {
      if (index.method().equals("btree") && usable(table, index.parts(), assigned)) {
        return columns(table, index.parts());
      }
    }
    return List.of();
  }

  private static boolean usable(Table table, List<KeyPart> parts, Set<String> assigned) {
    return parts.stream()
        .allMatch(
            p ->
                p.columnName()
                    .flatMap(table::column)
                    .filter(c -> !c.nullable() && !assigned.contains(c.name()))
                    .filter(c -> p.direction() == KeyPart.Direction.ASC)
                    .isPresent());
  }

  private static List<Column> columns(Table table, List<KeyPart> parts) {
    return parts.stream()
        .map(p -> table.column(p.columnName().orElseThrow()).orElseThrow())
        .toList();
  }
}
