package dev.schemac.plan;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * PostgreSQL's routines that return a table's rows and whose bodies the server takes apart when
 * they are made: the rows must have the shape by then that the body gives them.
 */
final class RowBodies {
  private static final Pattern RESULT =
      Pattern.compile(
          "(?i)\\bRETURNS\\s+(?:SETOF\\s+)?(?:(?:\"(?:[^\"]|\"\")+\"|\\w+)\\.)?"
              + "(\"(?:[^\"]|\"\")+\"|\\w+)");

  private RowBodies() {}

  /** Puts them behind what gives the rows their shape. */
  static void order(List<StepOrder.Entry> entries) {
    Set<QName> returned = new HashSet<>();
    entries.forEach(e -> rowsOf(e.step()).ifPresent(returned::add));
    if (returned.isEmpty()) {
      return;
    }
    entries.replaceAll(
        e -> {
          Set<ObjectPath> shaped = new HashSet<>();
          for (Statement statement : e.step().statements()) {
            if (statement instanceof Statement.AlterTable(var table, var actions, var ignored)
                && returned.contains(table)
                && actions.stream().anyMatch(RowBodies::shapes)) {
              shaped.add(shape(table));
            }
          }
          return shaped.isEmpty() ? e : e.with(e.step().also(shaped, Set.of()));
        });
    Set<ObjectPath> provided = new HashSet<>();
    entries.forEach(e -> provided.addAll(e.step().provides()));
    entries.replaceAll(
        e ->
            rowsOf(e.step())
                .map(RowBodies::shape)
                .filter(provided::contains)
                .map(s -> e.with(e.step().also(Set.of(), Set.of(s))))
                .orElse(e));
  }

  private static boolean shapes(TableAction action) {
    return action instanceof TableAction.AddColumn
        || action instanceof TableAction.DropColumn
        || action instanceof TableAction.SetType;
  }

  private static Optional<QName> rowsOf(Step step) {
    return step.statements().stream()
        .flatMap(
            s ->
                switch (s) {
                  case Statement.Create(SchemaObject.Routine r) -> rowsOf(r).stream();
                  case Statement.Replace(SchemaObject.Routine r) -> rowsOf(r).stream();
                  case Statement ignored -> Optional.<QName>empty().stream();
                })
        .findFirst();
  }

  private static Optional<QName> rowsOf(SchemaObject.Routine routine) {
    Matcher result = RESULT.matcher(routine.definition());
    if (DependantClosure.hasTextBody(routine) || !result.find()) {
      return Optional.empty();
    }
    String name = CompositeTypes.unquoted(result.group(1));
    return routine.dependsOn().stream()
        .filter(p -> p.kind() == ObjectKind.TABLE && p.owner().name().equals(name))
        .map(ObjectPath::owner)
        .findFirst();
  }

  private static ObjectPath shape(QName table) {
    return new ObjectPath(ObjectKind.TABLE, table, "rows shaped");
  }
}
