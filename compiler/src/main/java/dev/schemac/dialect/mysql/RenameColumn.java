package dev.schemac.dialect.mysql;

import dev.schemac.ddl.TableAction;
import dev.schemac.diff.Change;
import dev.schemac.model.QName;
import dev.schemac.plan.Lowered;
import dev.schemac.plan.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A column gets another name, rows, plain indexes and foreign keys following. Checks, generated
 * columns and functional indexes that read it go before and come back behind, since the server
 * refuses to rename under them (errors 3959, 3108, 3837).
 */
final class RenameColumn {
  private RenameColumn() {}

  static Lowered lower(Situation s, Change.RenameColumn rename) {
    QName table = rename.table();
    List<Step> own = new ArrayList<>();
    if (beginsCycle(s, rename)) {
      String aside = FreeName.of(s, table, rename.to().concat("_aside"));
      own.add(step(s, table, rename.from(), aside, rename.to()));
      own.add(step(s, table, aside, rename.to(), rename.to()));
    } else {
      own.add(step(s, table, rename.from(), rename.to(), rename.to()));
    }
    List<Step> steps = DependantDetour.around(s, rename, table, rename.to(), own);
    return new Lowered(
        steps, s.online() ? BlockingSteps.warnings(s, steps, table) : List.of(), List.of());
  }

  private static Step step(Situation s, QName table, String from, String to, String column) {
    boolean referenced =
        s.referringTo(table).stream().anyMatch(k -> k.key().referencedColumns().contains(column));
    Cost cost = new TableCost(s.capabilities()).renameColumn(s.was(table), referenced);
    return Draft.of("RenameColumn", String.join(" ", "rename column", from, "to", to))
        .alter(table, cost, new TableAction.RenameColumn(from, to))
        .undoBy(table, cost, new TableAction.RenameColumn(to, from))
        .step();
  }

  /** Columns that take each other's names: one of them steps aside first. */
  private static boolean beginsCycle(Situation s, Change.RenameColumn rename) {
    Map<String, String> newToOld = s.renamedColumns(rename.table());
    Set<String> seen = new HashSet<>();
    String at = rename.to();
    while (newToOld.containsKey(at) && seen.add(at)) {
      at = newToOld.get(at);
    }
    boolean cycle = at.equals(rename.to()) && seen.size() > 1;
    return cycle && seen.stream().sorted().findFirst().filter(rename.to()::equals).isPresent();
  }
}
