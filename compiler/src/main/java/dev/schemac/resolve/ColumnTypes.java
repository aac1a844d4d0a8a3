package dev.schemac.resolve;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.model.Options;
import dev.schemac.model.QName;
import dev.schemac.resolve.TableDraft.ColumnDraft;
import dev.schemac.syntax.TypeExpr;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds the type of every column; a {@code ref} takes it from the column that it names. */
final class ColumnTypes {
  private final Map<QName, TableDraft> tables;
  private final TypeResolver types;
  private final Report report;

  ColumnTypes(Map<QName, TableDraft> tables, TypeResolver types, Report report) {
    this.tables = tables;
    this.types = types;
    this.report = report;
  }

  void resolveAll() {
    for (TableDraft table : tables.values()) {
      for (ColumnDraft column : table.columns.values()) {
        of(column);
      }
    }
  }

  /** Follows chains of references in a loop, so that a long one does not exhaust the stack. */
  ResolvedType of(ColumnDraft column) {
    if (column.type.isPresent()) {
      return column.type.get();
    }
    Deque<Reference> chain = new ArrayDeque<>();
    Set<ColumnDraft> visited = new HashSet<>();
    ColumnDraft current = column;
    while (current.type.isEmpty()) {
      if (!visited.add(current)) {
        cycle(current);
        current.type = Optional.of(ResolvedType.unknown());
        break;
      }
      Optional<TypeAliases.Unwrapped> unwrapped =
          types.unwrap(current.declaration.type(), current.table.namespace);
      if (unwrapped.isEmpty() || !(unwrapped.get().type() instanceof TypeExpr.Ref ref)) {
        current.type = Optional.of(unwrapped.map(this::plain).orElseGet(ResolvedType::unknown));
        break;
      }
      Optional<ColumnDraft> target = target(ref, unwrapped.get().namespace());
      if (target.isEmpty()) {
        current.type = Optional.of(ResolvedType.unknown());
        break;
      }
      chain.push(new Reference(current, target.get(), unwrapped.get()));
      current = target.get();
    }
    for (Reference link : chain) {
      if (link.from.type.isEmpty()) {
        link.from.type = Optional.of(follow(link));
      }
    }
    return column.type.orElseThrow();
  }

  private record Reference(ColumnDraft from, ColumnDraft to, TypeAliases.Unwrapped written) {}

  private ResolvedType plain(TypeAliases.Unwrapped unwrapped) {
    return types.direct(unwrapped.type(), unwrapped.namespace()).withAliases(unwrapped.aliases());
  }

  private ResolvedType follow(Reference link) {
    ResolvedType target = link.to.type.orElseThrow();
    if (target.isUnknown()) {
      return target;
    }
    SortedMap<String, String> options = new TreeMap<>(Options.none());
    StringStorage.of(link.to, target).ifPresent(s -> s.carryTo(link.from.table, options));
    return target
        .followedBy(link.to, options, StringStorage.collationFor(link.to, target, link.from.table))
        .withAliases(link.written.aliases());
  }

  private Optional<ColumnDraft> target(TypeExpr.Ref ref, String namespace) {
    Optional<TableDraft> table = Declarations.find(tables, ref.table(), namespace);
    if (table.isEmpty()) {
      report.unknown(
          "table",
          ref.table().toString(),
          ref.table().span(),
          Declarations.namesIn(tables, namespace));
      return Optional.empty();
    }
    return ref.column().isPresent()
        ? named(table.get(), ref.column().get())
        : key(table.get(), ref);
  }

  private Optional<ColumnDraft> named(TableDraft table, dev.schemac.syntax.Ident column) {
    ColumnDraft found = table.columns.get(column.text());
    if (found == null) {
      report.unknown(
          "column", table.name + "." + column.text(), column.span(), table.columns.keySet());
    }
    return Optional.ofNullable(found);
  }

  private Optional<ColumnDraft> key(TableDraft table, TypeExpr.Ref ref) {
    var key = table.primaryKey();
    if (key.size() == 1) {
      return Optional.ofNullable(table.columns.get(key.get(0)));
    }
    String why = key.isEmpty() ? "has no primary key" : "has a primary key of several columns";
    String help =
        key.isEmpty()
            ? "name a unique column: `ref " + table.name + "(…)`"
            : "declare the columns and `foreign key (…) -> "
                + table.name
                + " ("
                + String.join(", ", key)
                + ")`";
    report.add(
        Diagnostic.of(Code.SC2008, ref.span(), "`" + table.name + "` " + why)
            .withLabel(table.place, "declared here")
            .withHelp(help));
    return Optional.empty();
  }

  private void cycle(ColumnDraft column) {
    report.say(
        Code.SC2006,
        column.declaration.type().span(),
        "`" + column.path() + "` takes its type from itself",
        "give one of the columns in the circle a type of its own and a `foreign key`");
  }
}
