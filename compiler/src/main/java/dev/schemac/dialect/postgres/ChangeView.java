package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.SchemaObject;
import dev.schemac.plan.Lowered;
import dev.schemac.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A view changes (VW-b to VW-e): options and comments in place; another query is a new view, since
 * CREATE OR REPLACE may only append columns and nothing here knows the query's columns.
 */
final class ChangeView {
  private ChangeView() {}

  static Lowered lower(SchemaObject.View before, SchemaObject.View after) {
    boolean sameQuery =
        before.materialized() == after.materialized()
            && before.query().equals(after.query())
            && before.columns().equals(after.columns())
            && before.indexes().equals(after.indexes());
    if (!sameQuery || !madeWith(before).equals(madeWith(after))) {
      return ModifyObject.anew(before, after);
    }
    List<Step> steps = new ArrayList<>();
    if (!before.options().equals(after.options())) {
      steps.add(
          StepBuilder.step(ChangeView.class, "alter", after.path().toString())
              .run(new Statement.AlterObject(before, after))
              .effect(Effects.exclusive(after.name()))
              .undo(new Statement.AlterObject(after, before))
              .build());
    }
    steps.addAll(ModifyObject.comment(before, after));
    columnComments(before, after).ifPresent(steps::add);
    return steps.isEmpty()
        ? Refusal.nothingToDo(after.path().toString().concat(" differs in nothing that is stored"))
        : Lowered.of(steps);
  }

  /**
   * What only a new view can change: PostgreSQL gives a materialized view another access method
   * from 15 on, and a column's own storage back by name from 16 on.
   */
  private static SortedMap<String, String> madeWith(SchemaObject.View view) {
    TreeMap<String, String> options = new TreeMap<>(view.options());
    options.keySet().removeIf(k -> !k.equals("access_method") && !k.startsWith("storage."));
    return options;
  }

  private static Optional<Step> columnComments(SchemaObject.View before, SchemaObject.View after) {
    TreeSet<String> columns = new TreeSet<>(before.columnComments().keySet());
    columns.addAll(after.columnComments().keySet());
    List<Statement> forward = new ArrayList<>();
    List<Statement> backward = new ArrayList<>();
    for (String column : columns) {
      Optional<String> old = Optional.ofNullable(before.columnComments().get(column));
      Optional<String> now = Optional.ofNullable(after.columnComments().get(column));
      if (!old.equals(now)) {
        ObjectPath path = ObjectPath.column(after.name(), column);
        forward.add(new Statement.CommentOn(path, now));
        backward.add(new Statement.CommentOn(path, old));
      }
    }
    return forward.isEmpty()
        ? Optional.empty()
        : Optional.of(
            StepBuilder.step(ChangeView.class, "comment on columns of", after.path().toString())
                .run(forward)
                .undo(backward.toArray(Statement[]::new))
                .build());
  }
}
