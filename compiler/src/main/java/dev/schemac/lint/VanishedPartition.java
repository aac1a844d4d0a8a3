package dev.schemac.lint;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diff.Change;
import dev.schemac.model.Partitioning;
import dev.schemac.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A MySQL partition of the previous version is gone and no other takes its rows, which happens to
 * lists and at the end of a range: SC3004.
 */
record VanishedPartition(EvolutionContext context) {

  List<Diagnostic> check() {
    List<Diagnostic> found = new ArrayList<>();
    for (Change change : context.changes()) {
      if (change instanceof Change.ModifyTable(var before, var after)
          && before.partitioning().isPresent()
          && after.partitioning().isPresent()) {
        check(after, before.partitioning().get(), after.partitioning().get(), found);
      }
    }
    return found;
  }

  private void check(Table table, Partitioning was, Partitioning is, List<Diagnostic> found) {
    if (!was.strategy().equals(is.strategy()) || is.external()) {
      return;
    }
    boolean range = was.strategy().startsWith("range");
    for (Partitioning.Partition partition : was.partitions()) {
      boolean kept = is.partitions().stream().anyMatch(p -> p.name().equals(partition.name()));
      boolean atEnd = partition.equals(was.partitions().getLast());
      if (!kept && (range ? atEnd && !isTakenOver(partition, is) : isLost(partition, is))) {
        found.add(context.judged(report(table, partition)));
      }
    }
  }

  private static boolean isTakenOver(Partitioning.Partition last, Partitioning is) {
    return last(is)
        .filter(p -> p.bound().contains("maxvalue") || p.bound().equals(last.bound()))
        .isPresent();
  }

  private static Optional<Partitioning.Partition> last(Partitioning is) {
    return is.partitions().isEmpty() ? Optional.empty() : Optional.of(is.partitions().getLast());
  }

  private static boolean isLost(Partitioning.Partition partition, Partitioning is) {
    return partition.bound().startsWith("in")
        && is.partitions().stream().noneMatch(p -> p.bound().equals(partition.bound()));
  }

  private Diagnostic report(Table table, Partitioning.Partition partition) {
    return Diagnostic.of(
            Code.SC3004,
            context.placeOfTable(table.name()),
            "partition `"
                + partition.name()
                + "` of `"
                + table.name()
                + "` disappears with its rows, without a word")
        .withHelp("let another partition take its values, or accept the loss: `--allow-loss`");
  }
}
