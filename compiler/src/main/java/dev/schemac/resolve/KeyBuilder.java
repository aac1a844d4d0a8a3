package dev.schemac.resolve;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Span;
import dev.schemac.model.Constraint;
import dev.schemac.model.Expression;
import dev.schemac.model.Index;
import dev.schemac.model.KeyPart;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.Options;
import dev.schemac.resolve.TableDraft.ColumnDraft;
import dev.schemac.resolve.expression.Expected;
import dev.schemac.syntax.Attribute;
import dev.schemac.syntax.Clause;
import dev.schemac.syntax.Ident;
import dev.schemac.syntax.Member;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** Primary keys, unique constraints, indexes and exclusion constraints. */
final class KeyBuilder {
  private final ResolveContext context;
  private final KeyParts keyParts;
  private final KeyPortability portability;

  KeyBuilder(ResolveContext context) {
    this.context = context;
    this.keyParts = new KeyParts(context);
    this.portability = new KeyPortability(context);
  }

  /** {@code primary key} and {@code unique} behind a column. */
  void ofColumn(TableParts table, ColumnDraft column) {
    List<KeyPart> parts = List.of(KeyPart.column(column.name()));
    KeyClauses clauses = new KeyClauses(context, column.declaration.clauses());
    column
        .clause(Clause.PrimaryKey.class)
        .ifPresent(c -> primaryKey(table, column, c, parts, deferral(column, clauses)));
    column
        .clause(Clause.Unique.class)
        .ifPresent(
            c ->
                unique(
                    table,
                    c.name(),
                    Optional.empty(),
                    parts,
                    List.of(column.name()),
                    List.of(),
                    clauses.nullsNotDistinct(),
                    deferral(column, clauses),
                    Optional.empty(),
                    List.of(),
                    new KeyClauses(context, List.of()),
                    c.name().map(Ident::span).orElse(column.ident().span())));
  }

  /** Behind a {@code ref}, {@code deferrable} is about the foreign key. */
  private static Constraint.Deferral deferral(ColumnDraft column, KeyClauses clauses) {
    return ColumnBuilder.isRef(column) ? Constraint.Deferral.NOT_DEFERRABLE : clauses.deferral();
  }

  private void primaryKey(
      TableParts table,
      ColumnDraft column,
      Clause.PrimaryKey clause,
      List<KeyPart> parts,
      Constraint.Deferral deferral) {
    addPrimaryKey(
        table,
        new Constraint.PrimaryKey("", parts, List.of(), deferral, Optional.empty(), Options.none()),
        clause.name(),
        Optional.empty(),
        clause.name().map(Ident::span).orElse(column.ident().span()));
  }

  /** A key on a line of its own. */
  void ofMember(TableParts table, Member.KeyDecl key) {
    List<KeyPart> parts = keyParts.of(table.draft, key);
    KeyClauses clauses = new KeyClauses(context, key.clauses());
    Span place = key.name().map(Ident::span).orElse(key.span());
    if (parts.isEmpty()) {
      return;
    }
    switch (key.kind()) {
      case PRIMARY_KEY -> {
        clauses.allowOnly(
            "a primary key",
            context.target.isMySql()
                ? Set.of(Clause.Method.class)
                : Set.of(Clause.Include.class, Clause.Deferrable.class, Clause.NotValid.class));
        noneOfNotValid(clauses);
        SortedMap<String, String> options = constraintOptions(table, key, clauses);
        addPrimaryKey(
            table,
            new Constraint.PrimaryKey(
                "", parts, clauses.include(table.draft), clauses.deferral(), key.doc(), options),
            key.name(),
            key.was(),
            place);
      }
      case UNIQUE -> {
        clauses.allowOnly(
            "a unique constraint; write `unique index`",
            context.target.isMySql()
                ? Set.of(
                    Clause.Method.class,
                    Clause.Deferrable.class,
                    Clause.Include.class,
                    Clause.NullsNotDistinct.class)
                : Set.of(
                    Clause.Include.class, Clause.Deferrable.class, Clause.NullsNotDistinct.class));
        unique(
            table,
            key.name(),
            key.was(),
            parts,
            KeyParts.names(table.draft, key),
            clauses.include(table.draft),
            clauses.nullsNotDistinct(),
            clauses.deferral(),
            key.doc(),
            key.attributes(),
            clauses,
            place);
      }
      case UNIQUE_INDEX, INDEX -> index(table, key, parts, clauses, place);
      case EXCLUDE -> exclusion(table, key, parts, clauses, place);
    }
  }

  /** On MySQL a primary key has an index's options. */
  private SortedMap<String, String> constraintOptions(
      TableParts table, Member.KeyDecl key, KeyClauses clauses) {
    SortedMap<String, String> options =
        context.optionReader.read(key.attributes(), OptionOwner.CONSTRAINT);
    if (context.target.isPostgres()) {
      return options;
    }
    String method = portability.method(table.draft, clauses, options);
    if (method.equals("hash")) {
      options.put("using", "hash");
    }
    return options;
  }

  private void noneOfNotValid(KeyClauses clauses) {
    clauses
        .find(Clause.NotValid.class)
        .ifPresent(c -> context.report.say(Code.SC2007, c.span(), "a primary key is always valid"));
  }

  private void addPrimaryKey(
      TableParts table,
      Constraint.PrimaryKey key,
      Optional<Ident> name,
      Optional<Ident> was,
      Span place) {
    for (Unnamed<Constraint> other : table.constraints) {
      if (other.kind() == ObjectKind.PRIMARY_KEY) {
        context.report.add(
            Diagnostic.of(Code.SC2002, place, "`" + table.draft.name + "` has two primary keys")
                .withLabel(other.place(), "the first one is here")
                .withHelp("a key of several columns stands on a line of its own"));
        return;
      }
    }
    portability.check(table.draft, key.parts(), true, "btree", place);
    table.constraints.add(
        new Unnamed<>(key, ObjectKind.PRIMARY_KEY, name, was, List.of(), "pkey", place));
  }

  /** On MySQL a unique key is an index and nothing else. */
  private void unique(
      TableParts table,
      Optional<Ident> name,
      Optional<Ident> was,
      List<KeyPart> parts,
      List<String> names,
      List<String> include,
      boolean nullsNotDistinct,
      Constraint.Deferral deferral,
      Optional<String> comment,
      List<Attribute> attributes,
      KeyClauses clauses,
      Span place) {
    portability.check(table.draft, parts, true, "btree", place);
    SortedMap<String, String> options =
        context.optionReader.read(attributes, OptionOwner.CONSTRAINT);
    if (context.target.isMySql()) {
      String method = portability.method(table.draft, clauses, options);
      Index index =
          new Index("", true, method, parts, List.of(), Optional.empty(), false, comment, options);
      table.indexes.add(new Unnamed<>(index, ObjectKind.INDEX, name, was, names, "key", place));
      return;
    }
    table.constraints.add(
        new Unnamed<>(
            new Constraint.Unique("", parts, include, nullsNotDistinct, deferral, comment, options),
            ObjectKind.UNIQUE,
            name,
            was,
            names,
            "key",
            place));
  }

  private void index(
      TableParts table, Member.KeyDecl key, List<KeyPart> parts, KeyClauses clauses, Span place) {
    boolean unique = key.kind() == Member.KeyKind.UNIQUE_INDEX;
    clauses.allowOnly(
        "an index",
        unique
            ? Set.of(
                Clause.Method.class,
                Clause.Include.class,
                Clause.Where.class,
                Clause.NullsNotDistinct.class)
            : Set.of(Clause.Method.class, Clause.Include.class, Clause.Where.class));
    Optional<Expression> predicate =
        clauses
            .find(Clause.Where.class)
            .map(
                c ->
                    context.expression(
                        c.condition(),
                        Expected.condition(Expected.Place.PREDICATE),
                        RowScope.of(context, table.draft)));
    SortedMap<String, String> options =
        context.optionReader.read(key.attributes(), OptionOwner.INDEX);
    String method = portability.method(table.draft, clauses, options);
    List<KeyPart> own = parts;
    if (predicate.isPresent() && context.target.isMySql()) {
      own =
          portability.withoutPredicate(
              parts, predicate.get(), unique, clauses.find(Clause.Where.class).get().span());
      predicate = Optional.empty();
    }
    portability.check(table.draft, own, unique, method, place);
    Index index =
        new Index(
            "",
            unique,
            method,
            own,
            clauses.include(table.draft),
            predicate,
            clauses.nullsNotDistinct(),
            key.doc(),
            options);
    table.indexes.add(
        new Unnamed<>(
            index,
            ObjectKind.INDEX,
            key.name(),
            key.was(),
            KeyParts.names(table.draft, key),
            "idx",
            place));
  }

  private void exclusion(
      TableParts table, Member.KeyDecl key, List<KeyPart> parts, KeyClauses clauses, Span place) {
    if (context.target.isMySql()) {
      context.unavailable(key.span(), "an exclusion constraint", "put it into `@postgres { … }`");
      return;
    }
    clauses.allowOnly(
        "an exclusion constraint",
        Set.of(
            Clause.Method.class,
            Clause.Include.class,
            Clause.Where.class,
            Clause.Deferrable.class));
    SortedMap<String, String> options =
        context.optionReader.read(key.attributes(), OptionOwner.EXCLUSION);
    for (Member.Operand operand : key.operands()) {
      if (operand.operator().isEmpty()) {
        context.report.say(
            Code.SC2007,
            operand.span(),
            "an operand of `exclude` needs an operator",
            "write `… with =`");
      }
    }
    Constraint.Exclusion exclusion =
        new Constraint.Exclusion(
            "",
            clauses
                .find(Clause.Method.class)
                .map(m -> m.name().text().toLowerCase(Locale.ROOT))
                .orElse("btree"),
            parts,
            clauses.include(table.draft),
            clauses
                .find(Clause.Where.class)
                .map(
                    c ->
                        context.expression(
                            c.condition(),
                            Expected.condition(Expected.Place.PREDICATE),
                            RowScope.of(context, table.draft))),
            clauses.deferral(),
            key.doc(),
            options);
    table.constraints.add(
        new Unnamed<>(
            exclusion,
            ObjectKind.EXCLUSION,
            key.name(),
            key.was(),
            KeyParts.names(table.draft, key),
            "excl",
            place));
  }
}
