package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.model.Expression;
import dev.schemac.model.QName;
import dev.schemac.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An update of rows that a migration makes. It is no change of the row for those who watch {@code
 * on update now()}: the triggers behind it are told to leave the row alone.
 */
final class RowUpdate {
  /** Custom setting that the triggers behind {@code on update} ask for. */
  static final String SETTING = "schemac.backfill";

  private RowUpdate() {}

  static List<Statement> of(
      QName table,
      List<Statement.Assignment> assignments,
      Optional<Expression> where,
      PlanFacts facts) {
    List<Statement> all = new ArrayList<>();
    boolean watched =
        Stream.of(facts.tableBefore(table), facts.tableAfter(table))
            .flatMap(Optional::stream)
            .anyMatch(RowUpdate::isWatched);
    if (watched) {
      all.add(new Statement.SetVariable(SETTING, "on"));
    }
    all.add(new Statement.Update(table, assignments, where));
    return all;
  }

  static boolean isWatched(Table table) {
    return table.columns().stream().anyMatch(c -> c.onUpdate().isPresent());
  }
}
