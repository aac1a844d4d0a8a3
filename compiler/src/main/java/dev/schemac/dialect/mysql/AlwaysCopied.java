package dev.schemac.dialect.mysql;

import dev.schemac.ddl.OnlineMode;
import dev.schemac.ddl.Statement;
import dev.schemac.model.Index;
import dev.schemac.model.KeyPart;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.Table;
import dev.schemac.plan.Step;
import dev.schemac.plan.Undo;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * MariaDB keeps the hash of a long unique key in a hidden virtual column, and copies the table for
 * whatever changes about it, its comment too (error 1846, measured on 10.11 and 11.8); likewise one
 * with a key without overlaps (error 1845). Both servers do so while another engine has the table.
 */
final class AlwaysCopied {
  private final Set<QName> tables = new HashSet<>();

  private AlwaysCopied(Schema before, Schema after) {
    if (after.target().isMariaDb()) {
      before.tables().forEach(this::add);
      after.tables().forEach(this::add);
    }
    for (Table was : before.tables()) {
      after
          .table(was.name())
          .filter(is -> AlterTableOptions.changesEngine(was, is))
          .ifPresent(is -> tables.add(is.name()));
    }
  }

  /**
   * The same steps, there and back, at their true cost.
   *
   * @param before under the new names of tables
   */
  static List<Step> of(List<Step> steps, Schema before, Schema after) {
    AlwaysCopied copied = new AlwaysCopied(before, after);
    return copied.tables.isEmpty() ? steps : steps.stream().map(copied::in).toList();
  }

  private void add(Table table) {
    boolean hashed =
        TableTraits.isInnoDb(table) && table.indexes().stream().anyMatch(AlwaysCopied::isHashed);
    if (hashed || KeyCover.keys(table).stream().anyMatch(AlwaysCopied::isOfPeriod)) {
      tables.add(table.name());
    }
  }

  private static boolean isOfPeriod(KeyCover.Key key) {
    return key.parts().stream().anyMatch(KeyPart::withoutOverlaps);
  }

  private static boolean isHashed(Index index) {
    return index.unique() && index.method().equals("hash");
  }

  private Step in(Step step) {
    List<Statement> copied = in(step.statements());
    if (copied.equals(step.statements())) {
      return step;
    }
    Undo undo =
        switch (step.undo()) {
          case Undo.Statements(var statements, var loses) ->
              new Undo.Statements(in(statements), loses);
          case Undo.Nothing nothing -> nothing;
          case Undo.Impossible impossible -> impossible;
        };
    QName table = copied.stream().flatMap(s -> table(s).stream()).findFirst().orElseThrow();
    return step.with(copied, undo).with(Cost.COPY.effect(table, List.of()));
  }

  private List<Statement> in(List<Statement> statements) {
    return statements.stream().map(this::in).toList();
  }

  private static Optional<QName> table(Statement statement) {
    if (statement instanceof Statement.AlterTable alter) {
      return Optional.of(alter.table());
    }
    if (statement instanceof Statement.CreateIndex create) {
      return Optional.of(create.table());
    }
    return statement instanceof Statement.DropIndex drop
        ? Optional.of(drop.table())
        : Optional.empty();
  }

  private Statement in(Statement statement) {
    if (table(statement).filter(tables::contains).isEmpty()) {
      return statement;
    }
    OnlineMode copy = Cost.COPY.mode();
    if (statement instanceof Statement.CreateIndex(var table, var index, var build, var mode)) {
      return new Statement.CreateIndex(table, index, build, copy);
    }
    if (statement instanceof Statement.DropIndex(var table, var index, var build, var mode)) {
      return new Statement.DropIndex(table, index, build, copy);
    }
    return statement instanceof Statement.AlterTable(var table, var actions, var mode)
            && !actions.stream().allMatch(EngineOptions::forgetsHistory)
        ? new Statement.AlterTable(table, actions, copy)
        : statement;
  }
}
