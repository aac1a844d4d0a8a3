package dev.schemac.resolve;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Span;
import dev.schemac.model.Column;
import dev.schemac.model.DataType;
import dev.schemac.model.Evolution;
import dev.schemac.model.Expression;
import dev.schemac.model.Generated;
import dev.schemac.model.Identity;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Table;
import dev.schemac.resolve.TableDraft.ColumnDraft;
import dev.schemac.resolve.expression.Expected;
import dev.schemac.syntax.Clause;
import dev.schemac.syntax.Declaration.DomainDecl;
import dev.schemac.syntax.Declaration.TypeDecl;
import dev.schemac.syntax.Expr;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Columns: nullability, defaults, identity, generated values, collation, options. */
final class ColumnBuilder {
  private static final Set<String> INTEGERS =
      Set.of("tinyint", "smallint", "mediumint", "int", "bigint");

  private final ResolveContext context;
  private final SequenceBuilder sequences;

  ColumnBuilder(ResolveContext context, SequenceBuilder sequences) {
    this.context = context;
    this.sequences = sequences;
  }

  Column build(ColumnDraft draft) {
    ResolvedType type = context.columnTypes.of(draft);
    context.names.tooLong(draft.name(), draft.ident().span());
    checkClauses(draft, type);
    warnOfTimestamp(draft, type);
    RowScope scope = RowScope.of(context, draft.table);
    Optional<Identity> identity =
        draft.clause(Clause.IdentityClause.class).map(c -> identity(draft, type, c));
    Optional<Generated> generated =
        draft.clause(Clause.GeneratedAs.class).map(c -> generated(draft, type, c, scope));
    SortedMap<String, String> options = options(draft, type);
    Optional<String> collation = stored(draft, type, options);
    Column column =
        new Column(
            draft.name(),
            type.type(),
            nullable(draft, type),
            notNullName(draft),
            defaultValue(draft, type, scope),
            draft.clause(Clause.OnUpdateSet.class).map(c -> onUpdate(draft, type, c, scope)),
            identity,
            generated,
            collation,
            draft.declaration.doc(),
            options);
    if (context.target.isMySql()) {
      column = MySqlDefaults.canonical(column, context.target);
    }
    evolve(draft);
    context.places.put(path(draft), draft.ident().span());
    return column;
  }

  private void warnOfTimestamp(ColumnDraft draft, ResolvedType type) {
    String written = type.written().toLowerCase(Locale.ROOT);
    boolean portable =
        written.startsWith("timestamptz") || written.startsWith("timestamp with time zone");
    if (context.target.isMySql() && portable && type.referenced().isEmpty()) {
      context.report.say(
          Code.SC2018,
          draft.declaration.type().span(),
          "`timestamptz` is `timestamp` on MySQL, which ends in 2038",
          "write `timestamp` where the time zone is always the same: it is `datetime` there");
    }
  }

  private static ObjectPath path(ColumnDraft draft) {
    return ObjectPath.column(draft.table.name, draft.name());
  }

  /** Each clause at most once, and none that belongs to other members. */
  private void checkClauses(ColumnDraft draft, ResolvedType type) {
    boolean reference = type.referenced().isPresent() || isRef(draft);
    Map<Class<?>, Clause> seen = new HashMap<>();
    for (Clause clause : draft.declaration.clauses()) {
      Clause first = clause instanceof Clause.Check ? null : seen.put(clause.getClass(), clause);
      if (first != null) {
        context.report.twice("clause", clause.span(), first.span());
      }
      if (!ColumnClauses.belongs(clause, draft, reference)) {
        context.report.say(
            Code.SC2007,
            clause.span(),
            "`" + ColumnClauses.words(clause) + "` does not belong to this column",
            ColumnClauses.help(clause));
      }
    }
  }

  static boolean isRef(ColumnDraft draft) {
    return draft.declaration.type() instanceof dev.schemac.syntax.TypeExpr.Ref;
  }

  /** A primary key, an identity and a domain's NOT NULL make a column NOT NULL. */
  private boolean nullable(ColumnDraft draft, ResolvedType type) {
    boolean written = draft.declaration.nullable();
    Optional<Clause.NotNull> notNull = draft.clause(Clause.NotNull.class);
    if (written && notNull.isPresent()) {
      context.report.say(
          Code.SC2007, notNull.get().span(), "`?` and `not null` contradict each other");
    }
    boolean heir = draft.table.options.containsKey(Table.INHERITS); // see InheritedNotNull
    boolean key = !heir && draft.table.primaryKey().contains(draft.name());
    boolean domain =
        type.inlinedDomain()
            .map(d -> d.declaration().clauses().stream().anyMatch(Clause.NotNull.class::isInstance))
            .orElse(false);
    boolean nullable =
        written && !key && !domain && !type.serial() && !draft.has(Clause.IdentityClause.class);
    return nullable || isNullableAnyway(draft);
  }

  /** MariaDB takes no NOT NULL for what it computes. */
  private boolean isNullableAnyway(ColumnDraft draft) {
    if (!context.target.isMariaDb() || !draft.has(Clause.GeneratedAs.class)) {
      return false;
    }
    context.report.say(
        Code.SC2011,
        draft.ident().span(),
        "a generated column may be NULL on MariaDB, whatever is declared",
        "write `?` behind the type, or a check that it is not NULL");
    return true;
  }

  private Optional<String> notNullName(ColumnDraft draft) {
    Optional<dev.schemac.syntax.Ident> name =
        draft.clause(Clause.NotNull.class).flatMap(Clause.NotNull::name);
    for (var member : draft.table.notNulls) {
      if (member.column().text().equals(draft.name())) {
        name = name.or(member::name);
      }
    }
    return notNullName(name);
  }

  /** The name of a NOT NULL where the target keeps one. */
  Optional<String> notNullName(Optional<dev.schemac.syntax.Ident> name) {
    if (name.isEmpty()) {
      return Optional.empty();
    }
    if (context.target.isMySql() || !context.target.version().atLeast(18)) {
      context.report.say(
          Code.SC2011,
          name.get().span(),
          "the name of a not null constraint is not kept by " + context.target,
          "PostgreSQL 18 and newer keep it");
      return Optional.empty();
    }
    context.names.tooLong(name.get().text(), name.get().span());
    return name.map(dev.schemac.syntax.Ident::text);
  }

  /** {@code default null} is what a column without a default has. */
  private Optional<Expression> defaultValue(ColumnDraft draft, ResolvedType type, RowScope scope) {
    Optional<Clause.Default> own = draft.clause(Clause.Default.class);
    if (type.serial()) {
      if (own.isPresent()) {
        context.report.say(Code.SC2007, own.get().span(), "`serial` has a default already");
      }
      return Optional.of(sequences.ofSerial(draft, type));
    }
    Expected expected =
        new Expected(
            Expected.Place.DEFAULT, Optional.of(RowScope.operand(context, draft)), draft.path());
    return own.map(Clause.Default::value)
        .or(() -> inheritedDefault(type))
        .map(e -> context.expression(e, expected, scope))
        .filter(e -> !(e instanceof Expression.NullLiteral));
  }

  private static Optional<Expr> inheritedDefault(ResolvedType type) {
    for (Declared<TypeDecl> alias : type.aliases()) {
      for (Clause clause : alias.declaration().clauses()) {
        if (clause instanceof Clause.Default d) {
          return Optional.of(d.value());
        }
      }
    }
    return type.inlinedDomain().flatMap(ColumnBuilder::domainDefault);
  }

  private static Optional<Expr> domainDefault(Declared<DomainDecl> domain) {
    return domain.declaration().clauses().stream()
        .filter(Clause.Default.class::isInstance)
        .map(c -> ((Clause.Default) c).value())
        .findFirst();
  }

  private Expression onUpdate(
      ColumnDraft draft, ResolvedType type, Clause.OnUpdateSet clause, RowScope scope) {
    boolean temporal =
        type.type() instanceof DataType.Builtin b
            && (b.name().equals("timestamp") || b.name().equals("datetime"));
    if (context.target.isMySql() && !temporal && !type.isUnknown()) {
      context.report.say(
          Code.SC2010,
          clause.span(),
          "`on update` is not available for `" + type.written() + "` on MySQL",
          "only `timestamp` and `timestamptz` columns have it");
    }
    return context.expression(
        clause.value(),
        new Expected(
            Expected.Place.ON_UPDATE, Optional.of(RowScope.operand(context, draft)), draft.path()),
        scope);
  }

  private Generated generated(
      ColumnDraft draft, ResolvedType type, Clause.GeneratedAs clause, RowScope scope) {
    Generated.Storage storage =
        clause
            .storage()
            .orElse(
                context.target.isPostgres() ? Generated.Storage.STORED : Generated.Storage.VIRTUAL);
    boolean virtual = storage == Generated.Storage.VIRTUAL;
    if (virtual && context.target.isPostgres() && !context.target.version().atLeast(18)) {
      context.unavailable(clause.span(), "a virtual generated column", "write `stored`");
    }
    for (Class<? extends Clause> other :
        List.of(Clause.Default.class, Clause.IdentityClause.class, Clause.OnUpdateSet.class)) {
      draft
          .clause(other)
          .ifPresent(
              c ->
                  context.report.say(
                      Code.SC2007, c.span(), "a generated column takes no other value"));
    }
    return new Generated(
        context.expression(
            clause.expression(),
            new Expected(
                Expected.Place.GENERATED,
                Optional.of(RowScope.operand(context, draft)),
                draft.path()),
            scope),
        storage);
  }

  private Identity identity(ColumnDraft draft, ResolvedType type, Clause.IdentityClause clause) {
    boolean integer =
        context.types.base(type.type()) instanceof DataType.Builtin b
            && INTEGERS.contains(b.name());
    if (!integer && !type.isUnknown()) {
      context.report.say(
          Code.SC2007,
          clause.span(),
          "`identity` needs a column of integers, not `" + type.written() + "`");
    }
    if (draft.declaration.nullable()) {
      context.report.say(
          Code.SC2007, draft.ident().span(), "an `identity` column is never NULL", "leave `?` out");
    }
    draft
        .clause(Clause.Default.class)
        .ifPresent(
            c -> context.report.say(Code.SC2007, c.span(), "an `identity` column has no default"));
    if (context.target.isMySql() && clause.always()) {
      context.report.say(
          Code.SC2011,
          clause.span(),
          "MySQL takes values for an `identity always` column, PostgreSQL does not");
    }
    return new Identity(
        clause.always() && context.target.isPostgres(), sequences.identityOptions(draft, clause));
  }

  private Optional<String> collation(ColumnDraft draft, ResolvedType type) {
    Optional<Clause.Collate> clause = draft.clause(Clause.Collate.class);
    DataType base = context.types.base(type.type());
    boolean number = base instanceof DataType.Builtin b && !StringStorage.isString(b);
    if (clause.isPresent() && number && !type.isUnknown() && !isText(base)) {
      context.report.say(
          Code.SC2007, clause.get().span(), "`" + type.written() + "` has no collation");
    }
    Optional<String> written =
        clause.map(c -> c.name().text()).or(() -> inheritedCollation(type)).or(type::collation);
    return written;
  }

  /**
   * The collation as the model has it. On MySQL a character set that a column's author wrote stays
   * even where it is the table's: the server remembers and prints it.
   */
  private Optional<String> stored(
      ColumnDraft draft, ResolvedType type, SortedMap<String, String> options) {
    Optional<String> written = collation(draft, type);
    if (context.target.isPostgres()) {
      return written;
    }
    Charsets charsets =
        Charsets.of(Optional.ofNullable(options.remove("charset")), written, context.target);
    charsets.charset().ifPresent(c -> options.put("charset", c));
    return charsets.collation();
  }

  private static boolean isText(DataType type) {
    return type instanceof DataType.Builtin b
        && (b.name().equals("citext") || b.name().equals("name"));
  }

  private static Optional<String> inheritedCollation(ResolvedType type) {
    for (Declared<TypeDecl> alias : type.aliases()) {
      for (Clause clause : alias.declaration().clauses()) {
        if (clause instanceof Clause.Collate c) {
          return Optional.of(c.name().text());
        }
      }
    }
    return type.inlinedDomain()
        .flatMap(
            d ->
                d.declaration().clauses().stream()
                    .filter(Clause.Collate.class::isInstance)
                    .map(c -> ((Clause.Collate) c).name().text())
                    .findFirst());
  }

  private SortedMap<String, String> options(ColumnDraft draft, ResolvedType type) {
    SortedMap<String, String> options = new TreeMap<>(type.options());
    options.putAll(context.optionReader.read(draft.declaration.attributes(), OptionOwner.COLUMN));
    options.putAll(new NotNullClauses(context).of(draft));
    return options;
  }

  private void evolve(ColumnDraft draft) {
    ObjectPath path = path(draft);
    draft
        .declaration
        .was()
        .ifPresent(
            w -> context.evolution.was(path, QName.of(w.text()), draft.ident().span(), w.span()));
    RowScope before = RowScope.before(context, draft.table);
    Optional<Clause.Using> using = draft.clause(Clause.Using.class);
    Optional<Clause.Backfill> backfill = draft.clause(Clause.Backfill.class);
    Optional<Clause.When> when = draft.clause(Clause.When.class);
    if (using.isEmpty() && backfill.isEmpty() && when.isEmpty()) {
      return;
    }
    Optional<dev.schemac.resolve.expression.ExpressionScope.Operand> operand =
        Optional.of(RowScope.operand(context, draft));
    context.evolution.convert(
        path,
        new Evolution.Conversion(
            using.map(
                c ->
                    context.expression(
                        c.expression(),
                        new Expected(Expected.Place.USING, operand, draft.path()),
                        before)),
            backfill.map(
                c ->
                    context.expression(
                        c.expression(),
                        new Expected(Expected.Place.BACKFILL, operand, draft.path()),
                        before)),
            when.map(
                c ->
                    new Evolution.Narrowing(
                        c.condition()
                            .map(
                                e ->
                                    context.expression(
                                        e, Expected.condition(Expected.Place.WHEN), before))))));
    using.ifPresent(c -> context.evolution.word(EvolutionWord.Kind.USING, path, c.span()));
    backfill.ifPresent(c -> context.evolution.word(EvolutionWord.Kind.BACKFILL, path, c.span()));
    when.ifPresent(c -> context.evolution.word(EvolutionWord.Kind.WHEN, path, c.span()));
    if (draft.has(Clause.GeneratedAs.class)) {
      Span place =
          using
              .map(Clause.Using::span)
              .or(() -> backfill.map(Clause.Backfill::span))
              .orElseGet(draft.ident()::span);
      context.report.add(
          Diagnostic.of(Code.SC3010, place, "a generated column computes its own values"));
    }
  }
}
