package dev.schemac.resolve;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Severity;
import dev.schemac.diagnostic.Span;
import dev.schemac.model.Constraint;
import dev.schemac.model.Constraint.Action;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.QName;
import dev.schemac.resolve.TableDraft.ColumnDraft;
import dev.schemac.syntax.Clause;
import dev.schemac.syntax.Ident;
import dev.schemac.syntax.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Foreign keys, of {@code ref} columns and of their own. */
final class ForeignKeyBuilder {
  private static final Set<Class<? extends Clause>> CLAUSES =
      Set.of(
          Clause.OnDelete.class,
          Clause.OnUpdate.class,
          Clause.MatchFull.class,
          Clause.Deferrable.class,
          Clause.NotValid.class,
          Clause.NotEnforced.class);

  private final ResolveContext context;
  private final ForeignKeyTypes types;
  private final UniqueKeys uniqueKeys = new UniqueKeys();

  ForeignKeyBuilder(ResolveContext context) {
    this.context = context;
    this.types = new ForeignKeyTypes(context);
  }

  void ofColumn(TableParts table, ColumnDraft column) {
    Optional<ColumnDraft> target = context.columnTypes.of(column).referenced();
    if (target.isEmpty()) {
      return;
    }
    Span place = column.declaration.type().span();
    List<String> referenced = List.of(target.get().name());
    checkUnique(target.get().table, referenced, place);
    Optional<Ident> name = column.clause(Clause.As.class).map(Clause.As::name);
    Constraint.ForeignKey key =
        foreignKey(
            table,
            List.of(column.name()),
            target.get().table.name,
            referenced,
            false,
            new KeyClauses(context, column.declaration.clauses()),
            place,
            Optional.empty());
    add(table, key, name, Optional.empty(), name.map(Ident::span).orElse(column.ident().span()));
  }

  /** To the lookup table of an enum. */
  void toLookup(TableParts table, ColumnDraft column, QName lookup) {
    Constraint.ForeignKey key =
        new Constraint.ForeignKey(
            "",
            List.of(column.name()),
            lookup,
            List.of("value"),
            Action.NO_ACTION,
            Action.NO_ACTION,
            List.of(),
            false,
            false,
            Constraint.Deferral.NOT_DEFERRABLE,
            Constraint.Enforcement.ENFORCED,
            Optional.empty());
    add(table, key, Optional.empty(), Optional.empty(), column.ident().span());
  }

  void ofMember(TableParts table, Member.ForeignKeyDecl d) {
    KeyClauses clauses = new KeyClauses(context, d.clauses());
    clauses.allowOnly("a foreign key", CLAUSES);
    List<ColumnDraft> from = columns(table.draft, d.columns());
    Optional<TableDraft> target =
        Declarations.find(context.tables, d.table(), table.draft.namespace);
    if (target.isEmpty()) {
      unknownTable(table.draft, d);
      return;
    }
    List<ColumnDraft> to =
        d.referenced().isEmpty()
            ? primaryKey(target.get(), d)
            : columns(target.get(), d.referenced());
    boolean found = from.size() == d.columns().size() && !to.isEmpty();
    if (!found || !d.referenced().isEmpty() && to.size() != d.referenced().size()) {
      return;
    }
    if (from.size() != to.size()) {
      wrongNumber(d, from.size(), to.size(), target.get());
      return;
    }
    List<String> referenced = to.stream().map(ColumnDraft::name).toList();
    if (!d.period()) {
      checkUnique(
          target.get(),
          referenced,
          d.referenced().isEmpty()
              ? d.table().span()
              : d.referenced().get(0).span().to(d.referenced().get(to.size() - 1).span()));
    }
    types.check(d, from, to);
    Constraint.ForeignKey key =
        foreignKey(
            table,
            from.stream().map(ColumnDraft::name).toList(),
            target.get().name,
            referenced,
            d.period(),
            clauses,
            d.table().span(),
            context.comment(d.doc()));
    add(table, key, d.name(), d.was(), d.name().map(Ident::span).orElse(d.span()));
  }

  private void add(
      TableParts table,
      Constraint.ForeignKey key,
      Optional<Ident> name,
      Optional<Ident> was,
      Span place) {
    table.constraints.add(
        new Unnamed<>(key, ObjectKind.FOREIGN_KEY, name, was, key.columns(), "fkey", place));
  }

  private List<ColumnDraft> columns(TableDraft table, List<Ident> names) {
    List<ColumnDraft> found = new ArrayList<>();
    for (Ident name : names) {
      ColumnDraft column = table.columns.get(name.text());
      if (column == null) {
        context.report.unknown(
            "column", table.name + "." + name.text(), name.span(), table.columns.keySet());
      } else {
        found.add(column);
      }
    }
    return found;
  }

  private void unknownTable(TableDraft table, Member.ForeignKeyDecl d) {
    context.report.unknown(
        "table",
        d.table().toString(),
        d.table().span(),
        Declarations.namesIn(context.tables, table.namespace));
  }

  private List<ColumnDraft> primaryKey(TableDraft target, Member.ForeignKeyDecl d) {
    List<ColumnDraft> columns =
        target.primaryKey().stream()
            .map(target.columns::get)
            .filter(java.util.Objects::nonNull)
            .toList();
    if (columns.isEmpty()) {
      context.report.add(
          Diagnostic.of(Code.SC2008, d.table().span(), "`" + target.name + "` has no primary key")
              .withLabel(target.place, "declared here")
              .withHelp("name unique columns: `-> " + target.name + " (…)`"));
    }
    return columns;
  }

  private void wrongNumber(Member.ForeignKeyDecl d, int from, int to, TableDraft target) {
    context.report.add(
        Diagnostic.of(
                Code.SC2008,
                d.table().span(),
                "foreign key of " + from + " columns refers to " + to)
            .withLabel(
                target.place,
                "the key of `"
                    + target.name
                    + "` is ("
                    + String.join(", ", target.primaryKey())
                    + ")"));
  }

  private void checkUnique(TableDraft target, List<String> columns, Span place) {
    if (uniqueKeys.cover(target, columns, context.target.isMySql())) {
      return;
    }
    String names = String.join(", ", columns);
    Diagnostic missing =
        Diagnostic.of(
                Code.SC2008, place, "`" + target.name + "` has no unique key over (" + names + ")")
            .withLabel(target.columns.get(columns.get(0)).ident().span(), "declared here")
            .withHelp("add `unique (" + names + ")` to `" + target.name + "`");
    context.report.add(
        isTolerated(target, columns) ? missing.withSeverity(Severity.WARNING) : missing);
  }

  /**
   * MySQL is, as MariaDB is, content with any index that begins with the columns; since 8.4 where
   * {@code restrict_fk_on_non_standard_key} is off, as it is while a migration adds such a key.
   */
  private boolean isTolerated(TableDraft target, List<String> columns) {
    return context.target.isMySql() && UniqueKeys.lead(target, columns);
  }

  private Constraint.ForeignKey foreignKey(
      TableParts table,
      List<String> columns,
      QName target,
      List<String> referenced,
      boolean period,
      KeyClauses clauses,
      Span place,
      Optional<String> comment) {
    Optional<Clause.OnDelete> onDelete = clauses.find(Clause.OnDelete.class);
    Optional<Clause.OnUpdate> onUpdate = clauses.find(Clause.OnUpdate.class);
    List<String> setColumns =
        onDelete.map(c -> c.columns().stream().map(Ident::text).toList()).orElse(List.of());
    onDelete.ifPresent(
        c -> action(table.draft, columns, setColumns, c.action(), c.span(), "on delete"));
    onDelete.ifPresent(c -> setColumns(table.draft, columns, c));
    onUpdate.ifPresent(
        c -> action(table.draft, columns, List.of(), c.action(), c.span(), "on update"));
    checkNamespaces(table.draft, target, place);
    Optional<Clause.MatchFull> matchFull = clauses.find(Clause.MatchFull.class);
    if (context.target.isMySql()) {
      matchFull.ifPresent(
          c -> context.unavailable(c.span(), "`match full`", "declare the columns NOT NULL"));
    }
    return new Constraint.ForeignKey(
        "",
        columns,
        target,
        referenced,
        onDelete.map(Clause.OnDelete::action).orElse(Action.NO_ACTION),
        onUpdate.map(Clause.OnUpdate::action).orElse(Action.NO_ACTION),
        setColumns,
        matchFull.isPresent(),
        period,
        clauses.deferral(),
        clauses.enforcement(false),
        comment);
  }

  /** In MySQL's database {@code shop}, a bare name means a table of {@code shop}. */
  private void checkNamespaces(TableDraft table, QName target, Span place) {
    if (context.target.isMySql() && table.name.hasNamespace() && !target.hasNamespace()) {
      context.unavailable(
          place,
          "a foreign key from a namespace into the default one",
          "put `" + target + "` into a namespace too");
    }
  }

  private void setColumns(TableDraft table, List<String> columns, Clause.OnDelete clause) {
    if (clause.columns().isEmpty()) {
      return;
    }
    if (context.target.isMySql() || !context.target.version().atLeast(15)) {
      context.unavailable(
          clause.span(), "a list of columns behind `on delete`", "leave it out: all are set");
    }
    for (Ident column : clause.columns()) {
      if (!columns.contains(column.text())) {
        context.report.unknown("column of the foreign key", column.text(), column.span(), columns);
      }
    }
  }

  private void action(
      TableDraft table,
      List<String> columns,
      List<String> setColumns,
      Action action,
      Span span,
      String words) {
    if (action == Action.SET_DEFAULT && context.target.isMySql()) {
      context.unavailable(
          span, "`" + words + " set default`", "InnoDB refuses it: write `set null` or `restrict`");
    }
    if (action != Action.SET_NULL) {
      return;
    }
    for (String name : setColumns.isEmpty() ? columns : setColumns) {
      ColumnDraft column = table.columns.get(name);
      if (column != null && (!column.declaration.nullable() || table.primaryKey().contains(name))) {
        // PostgreSQL takes it, and refuses to delete a row that others refer to.
        Severity severity = context.target.isMySql() ? Severity.ERROR : Severity.WARNING;
        context.report.add(
            Diagnostic.of(
                    Code.SC2007, span, "`" + words + " set null` needs a column that may be NULL")
                .withSeverity(severity)
                .withLabel(column.ident().span(), "`" + column.path() + "` is NOT NULL")
                .withHelp("put `?` behind its type"));
      }
    }
  }
}
