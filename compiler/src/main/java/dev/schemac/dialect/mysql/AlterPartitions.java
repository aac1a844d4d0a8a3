package dev.schemac.dialect.mysql;

import dev.schemac.ddl.OnlineMode;
import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.ddl.TableAction.PartitionAction;
import dev.schemac.model.ObjectPath;
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
 * The partitions of a table change: new ones at the end are added, a range that goes is taken over
 * by the next one, lists and the end of a range go with their rows, others are reorganized among
 * themselves, hash partitions added and taken away by number; anything else distributes all rows
 * anew (manual, "Partition Management").
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
    return draft.requires(parts(s, table)).alters(Paths.storage(table)).step();
  }

  /**
   * What has its final form by then: each unique key holds the partition's columns. What the table
   * cannot have before comes behind.
   */
  private static List<ObjectPath> parts(Situation s, QName table) {
    List<ObjectPath> paths = new ArrayList<>();
    Table is = s.is(table);
    is.columns().stream()
        .filter(c -> StorageOrder.suitsBefore(s, table, c))
        .forEach(c -> paths.add(Paths.column(table, c.name())));
    KeyCover.keys(is).stream()
        .filter(k -> StorageOrder.suitsBefore(s, table, k, UniqueKeys.isUnique(is, k.path())))
        .forEach(k -> paths.add(k.path()));
    return paths;
  }

  private static PartitionAction of(Optional<Partitioning> partitioning) {
    return partitioning
        .<PartitionAction>map(PartitionAction.By::new)
        .orElseGet(PartitionAction.Remove::new);
  }

  private static List<Step> within(Situation s, QName table, Partitioning was, Partitioning is) {
    if (was.partitions().isEmpty()) {
      return List.of(counted(table, was.count(), is.count()));
    }
    boolean ordered = was.strategy().startsWith("range") || was.strategy().startsWith("list");
    return ordered
        ? named(s, table, was, is)
        : List.of(whole(s, table, Optional.of(was), Optional.of(is)));
  }

  /** Rows move to where they belong, while writers wait. */
  private static Step counted(QName table, int was, int is) {
    int more = Math.max(is, 1) - Math.max(was, 1);
    return Draft.of("NumberPartitions", "number partitions of ".concat(table.toString()))
        .run(alter(table, OnlineMode.INPLACE_SHARED, by(more)))
        .effect(Cost.COPY.effect(table, List.of()))
        .undo(Undo.exactly(alter(table, OnlineMode.INPLACE_SHARED, by(-more))))
        .step();
  }

  private static PartitionAction by(int more) {
    return more > 0 ? new PartitionAction.AddNumber(more) : new PartitionAction.Coalesce(-more);
  }

  private static List<Step> named(Situation s, QName table, Partitioning was, Partitioning is) {
    Optional<Difference> found = Difference.of(was, is);
    if (found.isEmpty()) {
      return List.of(whole(s, table, Optional.of(was), Optional.of(is)));
    }
    Difference d = found.get();
    if (d.old().isEmpty()) {
      return List.of(added(table, d.now()));
    }
    return List.of(d.now().isEmpty() ? dropped(table, d.old()) : reorganized(table, d));
  }

  /** Whether the partitions are not what they must be; what a job makes is its own. */
  static boolean differ(Table before, Table after) {
    Optional<Partitioning> was = before.partitioning();
    Optional<Partitioning> is = after.partitioning();
    boolean made = is.filter(Partitioning::external).isPresent();
    return made
        ? was.filter(p -> p.strategy().equals(is.get().strategy()))
            .filter(p -> p.operands().equals(is.get().operands()))
            .isEmpty()
        : !was.map(AlterPartitions::owned).equals(is.map(AlterPartitions::owned));
  }

  private static Partitioning owned(Partitioning p) {
    return new Partitioning(
        p.strategy(), p.operands(), p.partitions(), p.count(), false, p.subpartitioning());
  }

  /** Whether only single partitions come, go or change. */
  static boolean isIncremental(Table before, Table after) {
    Optional<Partitioning> was = before.partitioning();
    Optional<Partitioning> is = after.partitioning();
    return was.isPresent()
        && is.isPresent()
        && differ(before, after)
        && alike(was.get(), is.get())
        && (was.get().partitions().isEmpty() || Difference.of(was.get(), is.get()).isPresent());
  }

  /** Whether rows are only distributed over more partitions, or fewer. */
  static boolean isNumbered(Table before, Table after) {
    return isIncremental(before, after)
        && before.partitioning().filter(p -> p.partitions().isEmpty()).isPresent();
  }

  /**
   * The partitions that go and those that come in their place.
   *
   * @param old empty where the new ones are added at the end
   * @param now empty where the old ones go with their rows
   */
  private record Difference(List<Partition> old, List<Partition> now) {

    /** Empty where only a new distribution of all rows leads there. */
    static Optional<Difference> of(Partitioning was, Partitioning is) {
      boolean range = was.strategy().startsWith("range");
      if (!range && !was.strategy().startsWith("list")) {
        return Optional.empty();
      }
      List<Partition> a = was.partitions();
      List<Partition> b = is.partitions();
      int head = common(a, b);
      int tail = Math.min(common(a.reversed(), b.reversed()), Math.min(a.size(), b.size()) - head);
      List<Partition> old = a.subList(head, a.size() - tail);
      List<Partition> now = b.subList(head, b.size() - tail);
      if (old.isEmpty() || now.isEmpty()) {
        return oneSided(range, old, now, tail > 0 ? a.get(a.size() - tail) : null);
      }
      boolean whole = range && !old.getLast().bound().equals(now.getLast().bound());
      return whole ? Optional.empty() : Optional.of(new Difference(old, now));
    }

    /** Rows of a range that goes, or is split, are the next partition's. */
    private static Optional<Difference> oneSided(
        boolean range, List<Partition> old, List<Partition> now, Partition next) {
      if (next == null || !range && now.isEmpty()) {
        return Optional.of(new Difference(old, now));
      }
      return range
          ? Optional.of(new Difference(with(old, next), with(now, next)))
          : Optional.empty();
    }

    private static List<Partition> with(List<Partition> partitions, Partition next) {
      List<Partition> more = new ArrayList<>(partitions);
      more.add(next);
      return more;
    }
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
        .run(alter(table, OnlineMode.INPLACE_NONE, new PartitionAction.Add(now)))
        .effect(Cost.METADATA.effect(table, List.of()))
        .undo(
            Undo.losing(
                "the rows of ".concat(names(now)),
                alter(table, OnlineMode.INPLACE_NONE, new PartitionAction.Drop(nameList(now)))))
        .step();
  }

  private static Step dropped(QName table, List<Partition> old) {
    return Draft.of("DropPartition", title("drop partition", old, table))
        .phase(Phase.CONTRACT)
        .run(alter(table, OnlineMode.INPLACE_NONE, new PartitionAction.Drop(nameList(old))))
        .effect(Cost.METADATA.effect(table, List.of()))
        .undo(
            Undo.losing(
                "the rows of ".concat(names(old)),
                alter(table, OnlineMode.INPLACE_NONE, new PartitionAction.Add(old))))
        .step();
  }

  private static Step reorganized(QName table, Difference d) {
    return Draft.of("ReorganizePartition", title("reorganize partition", d.old(), table))
        .run(
            alter(
                table,
                OnlineMode.INPLACE_SHARED,
                new PartitionAction.Reorganize(nameList(d.old()), d.now())))
        .effect(Cost.COPY.effect(table, List.of()))
        .undo(
            Undo.exactly(
                alter(
                    table,
                    OnlineMode.INPLACE_SHARED,
                    new PartitionAction.Reorganize(nameList(d.now()), d.old()))))
        .step();
  }

  private static Statement alter(QName table, OnlineMode mode, PartitionAction action) {
    return new Statement.AlterTable(table, List.of(new TableAction.ChangePartitions(action)), mode);
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
