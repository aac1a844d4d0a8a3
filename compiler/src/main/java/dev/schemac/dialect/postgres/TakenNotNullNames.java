package dev.schemac.dialect.postgres;

import dev.schemac.model.ChosenName;
import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names that the server would give a new table's NOT NULLs if no other table had a constraint of
 * that name. It chooses another one then, unless the name is written.
 */
final class TakenNotNullNames {
  private static final Pattern NAMED =
      Pattern.compile("(?i)\\bCONSTRAINT (?:(\\w+)|\"((?:[^\"]|\"\")+)\")");

  private TakenNotNullNames() {}

  /** The table with the names that others have too written out. */
  static Table spelledOut(Table table, PlanFacts facts) {
    if (!facts.can().namedNotNull()) {
      return table;
    }
    Set<String> taken = taken(table.name(), facts);
    if (facts.children(table.name()).stream().anyMatch(facts::existed)) {
      // One that is to be its partition or heir gets them before.
      table.columns().forEach(c -> taken.add(automatic(table, c)));
    }
    return table.withColumns(
        table.columns().stream()
            .map(c -> hasParents(table, c, facts) ? c : spelledOut(table, c, taken))
            .toList());
  }

  /** Whether a partition's gets its parent's name. */
  private static boolean hasParents(Table table, Column column, PlanFacts facts) {
    return table
        .partitionOf()
        .flatMap(p -> facts.tableAfter(p.parent()))
        .flatMap(t -> t.column(column.name()))
        .filter(c -> !c.nullable())
        .isPresent();
  }

  /** A column that becomes NOT NULL, with the name written out where others have it too. */
  static Column spelledOut(QName table, Column column, PlanFacts facts) {
    return facts.can().namedNotNull() && !column.nullable() && column.notNullName().isEmpty()
        ? spelledOut(Table.of(table, List.of()), column, taken(table, facts))
        : column;
  }

  private static Set<String> taken(QName table, PlanFacts facts) {
    Set<String> taken = new HashSet<>();
    for (Schema schema : List.of(facts.renamed(), facts.context().after())) {
      schema.tables().stream()
          .filter(t -> !t.name().equals(table))
          .filter(t -> t.name().namespace().equals(table.namespace()))
          .forEach(t -> names(t, taken));
      schema.all(SchemaObject.NativeObject.class).stream()
          .filter(n -> n.nativeKind().equals("foreign table"))
          .filter(n -> n.name().namespace().equals(table.namespace()))
          .forEach(n -> names(n, taken));
    }
    return taken;
  }

  private static void names(Table table, Set<String> taken) {
    table.columns().forEach(c -> c.notNullName().ifPresent(taken::add));
    table.constraints().stream().map(Constraint::name).forEach(taken::add);
  }

  /** A foreign table is known by its text. */
  private static void names(SchemaObject.NativeObject foreign, Set<String> taken) {
    Matcher name = NAMED.matcher(foreign.create());
    while (name.find()) {
      taken.add(name.group(1) == null ? name.group(2).replace("\"\"", "\"") : name.group(1));
    }
  }

  private static String automatic(Table table, Column column) {
    return ChosenName.of(table.name().name(), column.name(), "not_null");
  }

  private static Column spelledOut(Table table, Column column, Set<String> taken) {
    String automatic = automatic(table, column);
    boolean clashes =
        !column.nullable() && column.notNullName().isEmpty() && taken.contains(automatic);
    return clashes ? column.withNotNullName(Optional.of(automatic)) : column;
  }
}
