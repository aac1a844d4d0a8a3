package dev.schemac.dialect.mysql;

import dev.schemac.ddl.Statement;
import dev.schemac.model.Options;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.Table;
import dev.schemac.plan.Step;
import dev.schemac.plan.Undo;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * MariaDB changes a table with a history only in a session that says what becomes of the history
 * (error 4119; manual, {@code system_versioning_alter_history}): it is kept.
 */
final class KeptHistory {
  private static final Statement KEEP =
      new Statement.SetVariable("SESSION system_versioning_alter_history", "KEEP");

  private final Set<QName> tables = new HashSet<>();

  private KeptHistory(Schema before, Schema after) {
    before.tables().forEach(this::add);
    after.tables().forEach(this::add);
  }

  /**
   * The same steps, there and back.
   *
   * @param before under the new names of tables
   */
  static List<Step> of(List<Step> steps, Schema before, Schema after) {
    KeptHistory kept = new KeptHistory(before, after);
    return kept.tables.isEmpty() ? steps : steps.stream().map(kept::in).toList();
  }

  private void add(Table table) {
    if (Options.copy(table.options()).containsKey("system_versioning")) {
      tables.add(table.name());
    }
  }

  private Step in(Step step) {
    return step.with(
        in(step.statements()),
        switch (step.undo()) {
          case Undo.Statements(var statements, var loses) ->
              new Undo.Statements(in(statements), loses);
          case Undo.Nothing nothing -> nothing;
          case Undo.Impossible impossible -> impossible;
        });
  }

  private List<Statement> in(List<Statement> statements) {
    List<Statement> all = new ArrayList<>();
    for (Statement statement : statements) {
      boolean alters =
          statement instanceof Statement.AlterTable alter && tables.contains(alter.table());
      if (alters && !all.contains(KEEP)) {
        all.add(KEEP);
      }
      all.add(statement);
    }
    return all;
  }
}
