package dev.schemac.dialect.postgres;

import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Partitions and heirs of a table, which follow what becomes of its columns or do not. */
final class Below {
  private Below() {}

  /** Those to any depth that are there already and stay. */
  static List<QName> staying(QName table, PlanFacts facts) {
    return LateConstraints.below(table, facts).stream()
        .filter(t -> facts.existed(t) && !facts.isDropped(ObjectPath.table(t)))
        .toList();
  }

  /** Whether the partition or heir says something of the column itself, before or after. */
  static boolean hasOwn(QName below, String column, PlanFacts facts) {
    return Stream.of(facts.renamed(), facts.context().after())
        .flatMap(s -> s.table(below).stream())
        .anyMatch(t -> t.column(column).isPresent());
  }

  /** Whether neither the partition or heir nor one between it and the table says something. */
  static boolean follows(QName below, QName table, String column, PlanFacts facts) {
    if (hasOwn(below, column, facts) || !stays(below, facts)) {
      return false;
    }
    return parents(below, facts.context().after()).stream()
        .anyMatch(p -> p.equals(table) || follows(p, table, column, facts));
  }

  private static boolean stays(QName below, PlanFacts facts) {
    List<QName> parents = parents(below, facts.context().after());
    return !parents.isEmpty() && parents.equals(parents(below, facts.renamed()));
  }

  private static List<QName> parents(QName below, Schema schema) {
    List<QName> all = new ArrayList<>();
    schema
        .table(below)
        .ifPresent(
            t -> {
              t.partitionOf().ifPresent(p -> all.add(p.parent()));
              all.addAll(t.parents());
            });
    return all;
  }
}
