package dev.schemac.golden;

import dev.schemac.ddl.Statement;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import dev.schemac.plan.Step;
import java.util.HashSet;
import java.util.Set;

/** The tables and views that are in use before a plan, under their names while it runs. */
final class LiveNames {
  private final Set<QName> names = new HashSet<>();

  LiveNames(Schema before) {
    before.tables().forEach(t -> names.add(t.name()));
    before.all(SchemaObject.View.class).forEach(v -> names.add(v.name()));
  }

  Set<String> names() {
    Set<String> texts = new HashSet<>();
    names.forEach(n -> texts.add(n.toString()));
    return texts;
  }

  /** The names once the step has run. */
  void run(Step step) {
    for (Statement statement : step.statements()) {
      if (statement instanceof Statement.Rename(Table table, var to)) {
        rename(table.name(), to);
      } else if (statement instanceof Statement.Rename(SchemaObject.View view, var to)) {
        rename(view.name(), to);
      } else if (statement instanceof Statement.Rename(SchemaObject.Namespace space, var to)) {
        for (QName name : Set.copyOf(names)) {
          if (name.namespace().equals(space.name())) {
            rename(name, new QName(to.name(), name.name()));
          }
        }
      } else if (statement instanceof Statement.Drop(Table table)) {
        names.remove(table.name());
      } else if (statement instanceof Statement.Drop(SchemaObject.View view)) {
        names.remove(view.name());
      }
    }
  }

  private void rename(QName from, QName to) {
    if (names.remove(from)) {
      names.add(to);
    }
  }
}
