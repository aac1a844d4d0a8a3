package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.model.ChosenName;
import dev.schemac.model.Constraint;
import dev.schemac.model.Index;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.PartitionOf;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.Table;
import dev.schemac.model.WholeTable;
import dev.schemac.plan.Step;
import dev.schemac.plan.Undo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Keys of a partition that are its parts of its parent's keys: the server makes and drops them with
 * the parent's, so that only their names, settings and comments change by themselves.
 */
final class PartitionKeys {
  private PartitionKeys() {}

  /**
   * A part.
   *
   * @param parent the parent's key
   * @param automatic what the server calls the part
   */
  record Part(
      ObjectPath path,
      ObjectPath parent,
      String automatic,
      SortedMap<String, String> inherited,
      SortedMap<String, String> options,
      Optional<String> comment) {}

  /** The index as a part of its table's parent's in the newer schema. */
  static Optional<Part> after(QName table, Index index, PlanFacts facts) {
    return stays(table, facts)
        ? part(table, index, parent(table, facts.context().after()))
        : Optional.empty();
  }

  /** The same in the older schema, under the newest names. */
  static Optional<Part> before(QName table, Index index, PlanFacts facts) {
    return stays(table, facts)
        ? part(table, index, parent(table, facts.renamed()))
        : Optional.empty();
  }

  static Optional<Part> after(QName table, Constraint key, PlanFacts facts) {
    return stays(table, facts)
        ? part(table, key, parent(table, facts.context().after()))
        : Optional.empty();
  }

  static Optional<Part> before(QName table, Constraint key, PlanFacts facts) {
    return stays(table, facts)
        ? part(table, key, parent(table, facts.renamed()))
        : Optional.empty();
  }

  /** Whether the table is a partition of the same parent before and after. */
  static boolean stays(QName table, PlanFacts facts) {
    Optional<QName> was =
        facts.renamed().table(table).flatMap(Table::partitionOf).map(PartitionOf::parent);
    return was.isPresent()
        && was.equals(
            facts
                .context()
                .after()
                .table(table)
                .flatMap(Table::partitionOf)
                .map(PartitionOf::parent));
  }

  private static Optional<Table> parent(QName table, Schema schema) {
    return schema
        .table(table)
        .flatMap(Table::partitionOf)
        .flatMap(p -> schema.table(p.parent()))
        .map(t -> WholeTable.of(schema, t));
  }

  private static Optional<Part> part(QName table, Index index, Optional<Table> parent) {
    return parent.flatMap(
        p ->
            p.indexes().stream()
                .filter(i -> WholeTable.isPart(i, index))
                .findFirst()
                .map(
                    i ->
                        new Part(
                            TableStatements.path(table, index),
                            TableStatements.path(p.name(), i),
                            ChosenName.ofKey(table.name(), i.parts(), i.include(), "idx"),
                            i.options(),
                            index.options(),
                            index.comment())));
  }

  private static Optional<Part> part(QName table, Constraint key, Optional<Table> parent) {
    return parent.flatMap(
        p ->
            p.constraints().stream()
                .filter(c -> WholeTable.isPart(c, key))
                .findFirst()
                .map(
                    c ->
                        new Part(
                            TableStatements.path(table, key),
                            TableStatements.path(p.name(), c),
                            ChosenName.ofConstraint(table.name(), c),
                            c.options(),
                            key.options(),
                            key.comment())));
  }

  /** The part that the server made gets what its partition says of it. */
  static Step adopt(Part part) {
    return StepBuilder.step(
            PartitionKeys.class,
            "name",
            part.path().kind().word(),
            part.path().member(),
            "of",
            owner(part))
        .run(named(part, part.automatic(), part.path().member(), part.inherited(), part.options()))
        .run(comment(part, part.path().member(), part.comment()))
        .effect(Effects.none())
        .undo(left(part).toArray(Statement[]::new))
        .requires(part.parent())
        .provides(part.path())
        .build();
  }

  /** The part becomes what the server would have made, or goes with its parent's key. */
  static Step leave(Part part, boolean goes, PlanFacts facts) {
    StepBuilder step =
        StepBuilder.step(
            PartitionKeys.class,
            "unname",
            part.path().kind().word(),
            part.path().member(),
            "of",
            owner(part));
    List<Statement> back =
        new ArrayList<>(
            named(part, part.automatic(), part.path().member(), part.inherited(), part.options()));
    back.addAll(comment(part, part.path().member(), part.comment()));
    step.run(left(part))
        .effect(Effects.none())
        .undo(back.toArray(Statement[]::new))
        .removes(part.path());
    return goes ? step.releases(part.parent()).build() : step.build();
  }

  /** Settings and comment of a part that stays one. */
  static Step change(Part was, Part is) {
    List<Statement> all =
        new ArrayList<>(settings(is, is.path().member(), was.options(), is.options()));
    List<Statement> back =
        new ArrayList<>(settings(is, is.path().member(), is.options(), was.options()));
    if (!was.comment().equals(is.comment())) {
      all.add(new Statement.CommentOn(is.path(), is.comment()));
      back.add(new Statement.CommentOn(is.path(), was.comment()));
    }
    return StepBuilder.step(
            PartitionKeys.class,
            "change",
            is.path().kind().word(),
            is.path().member(),
            "of",
            owner(is))
        .run(all)
        .effect(Effects.none())
        .undo(Undo.exactly(back.toArray(Statement[]::new)))
        .requires(is.path())
        .build();
  }

  private static String owner(Part part) {
    return part.path().owner().toString();
  }

  private static List<Statement> left(Part part) {
    List<Statement> all = new ArrayList<>();
    if (part.comment().isPresent()) {
      all.add(new Statement.CommentOn(part.path(), Optional.empty()));
    }
    all.addAll(
        named(part, part.path().member(), part.automatic(), part.options(), part.inherited()));
    return all;
  }

  private static List<Statement> named(
      Part part,
      String from,
      String to,
      SortedMap<String, String> before,
      SortedMap<String, String> after) {
    List<Statement> all = new ArrayList<>();
    if (!from.equals(to)) {
      all.add(Alter.renameIndex(part.path().owner(), from, to));
    }
    all.addAll(settings(part, to, before, after));
    return all;
  }

  private static List<Statement> settings(
      Part part, String name, SortedMap<String, String> before, SortedMap<String, String> after) {
    return before.equals(after)
        ? List.of()
        : List.of(
            Alter.table(part.path().owner(), new TableAction.SetIndexOptions(name, before, after)));
  }

  private static List<Statement> comment(Part part, String name, Optional<String> comment) {
    return comment
        .<List<Statement>>map(
            c ->
                List.of(
                    new Statement.CommentOn(
                        new ObjectPath(part.path().kind(), part.path().owner(), name), comment)))
        .orElse(List.of());
  }

  /** Index renames that follow when a partition or its columns get other names. */
  record Renames(List<Statement> forward, List<Statement> backward) {}

  /** Of the parts that bear the names that the server chose. */
  static Renames renames(QName partition, PlanFacts facts) {
    List<Statement> forward = new ArrayList<>();
    List<Statement> backward = new ArrayList<>();
    Optional<Table> old = facts.tableBefore(partition);
    Optional<Table> now =
        facts.renamed().table(partition).map(t -> WholeTable.of(facts.renamed(), t));
    Optional<Table> own = facts.renamed().table(partition);
    if (old.isPresent() && now.isPresent() && stays(partition, facts)) {
      List<String> was = names(old.get());
      List<String> is = names(now.get());
      List<String> written = names(own.get());
      for (int i = 0; i < Math.min(was.size(), is.size()); i++) {
        if (!was.get(i).equals(is.get(i)) && !written.contains(is.get(i))) {
          forward.add(Alter.renameIndex(partition, was.get(i), is.get(i)));
          backward.add(Alter.renameIndex(partition, is.get(i), was.get(i)));
        }
      }
    }
    return new Renames(forward, backward);
  }

  private static List<String> names(Table table) {
    List<String> all = new ArrayList<>();
    table.constraints().stream()
        .filter(c -> !(c instanceof Constraint.Check || c instanceof Constraint.ForeignKey))
        .forEach(c -> all.add(c.name()));
    table.indexes().forEach(i -> all.add(i.name()));
    return all;
  }

  /** A table's partitions to any depth, in the newer schema. */
  static List<QName> descendants(QName table, PlanFacts facts) {
    List<QName> all = new ArrayList<>();
    for (Table partition : WholeTable.partitions(facts.context().after(), table)) {
      all.add(partition.name());
      all.addAll(descendants(partition.name(), facts));
    }
    return all;
  }
}
