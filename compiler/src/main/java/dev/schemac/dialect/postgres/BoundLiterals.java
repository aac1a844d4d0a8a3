package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.model.Constraint;
import dev.schemac.model.Index;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Checks, partial and expression indexes whose literals were bound to a column's old type: the
 * server keeps them so and fails where the type changes (42883), so they are dropped before and
 * made again after. Those that change by themselves see to it by themselves.
 */
final class BoundLiterals {
  private final QName table;
  private final List<Constraint> constraints;
  private final List<Index> indexes;

  private BoundLiterals(QName table, List<Constraint> constraints, List<Index> indexes) {
    this.table = table;
    this.constraints = constraints;
    this.indexes = indexes;
  }

  /** Those on entangled columns come and go in steps of their own. */
  static BoundLiterals of(QName table, Collection<String> all, PlanFacts facts) {
    Set<ObjectPath> entangled = facts.context().entangled();
    List<String> columns =
        all.stream().filter(c -> !entangled.contains(ObjectPath.column(table, c))).toList();
    List<Constraint> constraints =
        facts.tableAfter(table).stream()
            .flatMap(t -> t.constraints().stream())
            .filter(c -> c instanceof Constraint.Check || c instanceof Constraint.Exclusion)
            .filter(c -> columns.stream().anyMatch(name -> Hanging.on(c, name)))
            .filter(c -> facts.isKept(TableStatements.path(table, c)))
            .toList();
    List<Index> indexes =
        facts.tableAfter(table).stream()
            .flatMap(t -> t.indexes().stream())
            .filter(i -> columns.stream().anyMatch(name -> Hanging.inExpression(i, name)))
            .filter(i -> facts.isKept(TableStatements.path(table, i)))
            .toList();
    return new BoundLiterals(table, constraints, indexes);
  }

  List<Statement> drop() {
    List<Statement> all = new ArrayList<>();
    constraints.forEach(c -> all.add(Alter.table(table, Alter.drop(c))));
    indexes.forEach(i -> all.add(Alter.dropIndex(table, i)));
    return all;
  }

  List<Statement> create() {
    List<Statement> all = new ArrayList<>();
    for (Index index : indexes) {
      all.add(Alter.createIndex(table, index));
      TableStatements.comment(TableStatements.path(table, index), index.comment())
          .ifPresent(all::add);
    }
    for (Constraint constraint : constraints) {
      all.add(Alter.table(table, Alter.add(constraint)));
      all.addAll(TableStatements.settings(table, constraint));
    }
    return all;
  }
}
