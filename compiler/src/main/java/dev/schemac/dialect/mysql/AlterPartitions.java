package dev.schemac.dialect.mysql;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.OnlineMode;
import dev.schemac.ddl.TableAction;
import dev.schemac.ddl.TableAction.PartitionAction;
import dev.schemac.model.Partitioning;
import dev.schemac.model.Partitioning.Partition;
import dev.schemac.model.QName;
import dev.schemac.model.Table;
import dev.schemac.plan.Phase;
import dev.schemac.plan.Step;
import dev.schemac.plan.Undo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The partitions of a table change: new ones at the end of a range and new lists are added, old ones
 * at its beginning dropped with their rows, others reorganized among themselves, hash partitions
 * added and taken away by number; anything else distributes all rows anew (manual, "Partition
 * Management").
 */
final class AlterPartitions {
  private AlterPartitions() {}

  static List<Step> steps(Situation s, Table before, Table after) {
    Optional<Partitioning> was = before.partitioning();
    Optional<Partitioning> is = after.partitioning();
    if (was.isEmpty() || is.isEmpty()) {
      return List.of(whole(s, after.name(), was, is));
    }
    return alike(was.get(), is.get())
        ? within(s, after.name(), was.get(), is.get())
        : List.of(whole(s, after.name(), was, is));
  }

  private static boolean alike(Partitioning was, Partitioning is) {
    return was.strategy().equals(is.strategy())
        && was.operands().equals(is.operands())
        && was.subpartitioning().equals(is.subpartitioning())
        && was.partitions().isEmpty() == is.partitions().isEmpty();
  }

  private static Step whole(
      Situation s, QName table, Optional<Partitioning> was, Optional<Partitioning> is) {
    Draft draft =
        Draft.of("PartitionTable", "partition ".concat(table.toString()))
            .run(alter(table, Cost.COPY.mode(), of(is)))
            .effect(Cost.COPY.effect(table, List.of()))
            .undo(Undo.exactly(alter(table, Cost.COPY.mode(), of(was))));
    return draft.requires(parts(s, table)).step();
  }

  /** Every column and key has its final form by then: each unique key holds the partition's. */
  private static List<dev.schemac.model.ObjectPath> parts(Situation s, QName table) {
    List<dev.schemac.model.ObjectPath> paths = new ArrayList<>();
    Table is = s.is(table);
    is.columns().forEach(c -> paths.add(Paths.column(table, c.name())));
    is.indexes().forEach(i -> paths.add(Paths.index(table, i.name())));
    is.primaryKey().ifPresent(k -> paths.add(Paths.constraint(table, k)));
    return paths;
  }

  private static PartitionAction of(Optional<Partitioning> partitioning) {
    return partitioning
        .<PartitionAction>map(PartitionAction.By::new)
        .orElseGet(PartitionAction.Remove::new);
  }

  private static List<Step> within(
      Situation s, QName table, Partitioning was, Partitioning is) {
    if (was.partitions().isEmpty()) {
      return List.of(counted(table, was.count(), is.count()));
    }
    boolean ordered = was.strategy().startsWith("range") || was.strategy().startsWith("list");
    return ordered
        ? named(table, was, is)
        : List.of(whole(s, table, Optional.of(was), Optional.of(is)));
  }

  /** Rows move to where they belong, while writers wait. */
  private static Step counted(QName table, int was, int is) {
    int more = Math.max(is, 1) - Math.max(was, 1);
    return Draft.of("NumberPartitions", "number partitions of ".concat(table.toString()))
        .run(alter(table, OnlineMode.DEFAULT, by(more)))
        .effect(Cost.COPY.effect(table, List.of()))
        .undo(Undo.exactly(alter(table, OnlineMode.DEFAULT, by(-more))))
        .step();
  }

  private static PartitionAction by(int more) {
    return more > 0 ? new PartitionAction.AddNumber(more) : new PartitionAction.Coalesce(-more);
  }

  private static List<Step> named(QName table, Partitioning was, Partitioning is) {
    int head = common(was.partitions(), is.partitions());
    int tail = common(was.partitions().reversed(), is.partitions().reversed());
    int shorter = Math.min(was.partitions().size(), is.partitions().size());
    tail = Math.min(tail, shorter - head);
    List<Partition> old = was.partitions().subList(head, was.partitions().size() - tail);
    List<Partition> now = is.partitions().subList(head, is.partitions().size() - tail);
    if (old.isEmpty() && tail == 0) {
      return List.of(added(table, now));
    }
    if (now.isEmpty() && was.strategy().startsWith("list")) {
      return List.of(dropped(table, was, old));
    }
    if (now.isEmpty() && head == 0) {
      return List.of(dropped(table, was, old));
    }
    return List.of(reorganized(table, was, is, old, now, head, tail));
  }

  private static int common(List<Partition> a, List<Partition> b) {
    int n = 0;
    while (n < a.size() && n < b.size() && a.get(n).equals(b.get(n))) {
      n++;
    }
    return n;
  }

  private static Step added(QName table, List<Partition> now) {
    return Draft.of("AddPartition", title("add partition", now, table))
        .run(alter(table, OnlineMode.DEFAULT, new PartitionAction.Add(now)))
        .effect(Cost.METADATA.effect(table, List.of()))
        .undo(
            Undo.losing(
                "the rows of ".concat(names(now)),
                alter(table, OnlineMode.DEFAULT, new PartitionAction.Drop(nameList(now)))))
        .step();
  }

  private static Step dropped(QName table, Partitioning was, List<Partition> old) {
    boolean atEnd = was.strategy().startsWith("list");
    Statement back =
        atEnd
            ? alter(table, OnlineMode.DEFAULT, new PartitionAction.Add(old))
            : alter(table, OnlineMode.DEFAULT, splitting(was, old));
    return Draft.of("DropPartition", title("drop partition", old, table))
        .phase(Phase.CONTRACT)
        .run(alter(table, OnlineMode.DEFAULT, new PartitionAction.Drop(nameList(old))))
        .effect(Cost.METADATA.effect(table, List.of()))
        .undo(Undo.losing("the rows of ".concat(names(old)), back))
        .step();
  }

  /** The partition that took over the range gives it back. */
  private static PartitionAction splitting(Partitioning was, List<Partition> old) {
    Partition next = was.partitions().get(was.partitions().indexOf(old.getLast()) + 1);
    List<Partition> into = new ArrayList<>(old);
    into.add(next);
    return new PartitionAction.Reorganize(List.of(next.name()), into);
  }

  /**
   * Partitions become others over the same range, or the whole list of them; a neighbour takes part
   * where one side would be empty.
   */
  private static Step reorganized(
      QName table,
      Partitioning was,
      Partitioning is,
      List<Partition> old,
      List<Partition> now,
      int head,
      int tail) {
    List<Partition> from = new ArrayList<>(old);
    List<Partition> into = new ArrayList<>(now);
    if (old.isEmpty() || now.isEmpty() || !sameEnd(was, old, now)) {
      boolean next = tail > 0;
      List<Partition> neighbour =
          next
              ? List.of(was.partitions().get(was.partitions().size() - tail))
              : head > 0 ? List.of(was.partitions().get(head - 1)) : List.of();
      from.addAll(next ? from.size() : 0, neighbour);
      into.addAll(next ? into.size() : 0, neighbour);
    }
    return Draft.of("ReorganizePartition", title("reorganize partition", from, table))
        .run(alter(table, OnlineMode.DEFAULT, new PartitionAction.Reorganize(nameList(from), into)))
        .effect(Cost.COPY.effect(table, List.of()))
        .undo(
            Undo.exactly(
                alter(
                    table,
                    OnlineMode.DEFAULT,
                    new PartitionAction.Reorganize(nameList(into), from))))
        .step();
  }

  private static boolean sameEnd(Partitioning was, List<Partition> old, List<Partition> now) {
    return was.strategy().startsWith("list")
        || old.getLast().bound().equals(now.getLast().bound());
  }

  private static Statement alter(QName table, OnlineMode mode, PartitionAction action) {
    return new Statement.AlterTable(
        table, List.of(new TableAction.ChangePartitions(action)), mode);
  }

  private static String title(String verb, List<Partition> partitions, QName table) {
    return String.join(" ", verb, names(partitions), "of", table.toString());
  }

  private static String names(List<Partition> partitions) {
    return String.join(", ", nameList(partitions));
  }

  private static List<String> nameList(List<Partition> partitions) {
    return partitions.stream().map(Partition::name).toList();
  }
}
