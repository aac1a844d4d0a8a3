package dev.schemac.resolve;

import dev.schemac.diagnostic.Code;
import dev.schemac.model.QName;
import dev.schemac.model.Table;
import dev.schemac.model.TableNames;
import dev.schemac.resolve.TableDraft.ColumnDraft;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** PostgreSQL's {@code inherits}: a table has its parents' columns besides its own. */
final class Inheritance {
  private final ResolveContext context;
  private final Set<TableDraft> done = new HashSet<>();

  Inheritance(ResolveContext context) {
    this.context = context;
  }

  /** Once all tables are there with their options. */
  void link() {
    for (TableDraft table : context.tables.values()) {
      link(table, new HashSet<>());
    }
  }

  /** A column that says that it is inherited is one of a parent's, of the same type. */
  static void check(ResolveContext context, ColumnDraft column) {
    List<ColumnDraft> above =
        TableNames.read(column.table.options.getOrDefault(Table.INHERITS, "")).stream()
            .flatMap(n -> Optional.ofNullable(context.tables.get(n)).stream())
            .flatMap(t -> Optional.ofNullable(t.columns.get(column.name())).stream())
            .toList();
    ResolvedType type = context.columnTypes.of(column);
    if (above.isEmpty()) {
      context.report.say(
          Code.SC2007,
          column.ident().span(),
          "`" + column.name() + "` is inherited from no table",
          "leave `inherited` out");
    } else if (above.stream()
        .noneMatch(c -> context.columnTypes.of(c).type().equals(type.type()))) {
      context.report.say(
          Code.SC2007,
          column.declaration.type().span(),
          "`" + column.name() + "` has another type than where it is inherited from",
          "write the same type");
    }
  }

  private void link(TableDraft table, Set<TableDraft> above) {
    String written = table.options.get(Table.INHERITS);
    if (written == null || !context.target.isPostgres() || !done.add(table)) {
      return;
    }
    above.add(table);
    List<QName> names = new ArrayList<>();
    for (QName name : TableNames.read(written)) {
      Optional<TableDraft> parent =
          Declarations.find(
              context.tables,
              Optional.of(name.namespace()).filter(n -> !n.isEmpty()),
              name.name(),
              table.namespace);
      if (parent.isEmpty()) {
        context.report.unknown(
            "table",
            name.toString(),
            table.place,
            Declarations.namesIn(context.tables, table.namespace));
      } else if (above.contains(parent.get())) {
        context.report.say(Code.SC2006, table.place, "`" + table.name + "` inherits from itself");
      } else {
        link(parent.get(), above);
        names.add(parent.get().name);
        parent.get().columns.forEach(table.columns::putIfAbsent);
      }
    }
    above.remove(table);
    table.options.put(Table.INHERITS, TableNames.write(names));
  }
}
