package dev.schemac.resolve;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Span;
import dev.schemac.model.Constraint;
import dev.schemac.model.DataType;
import dev.schemac.model.Expression;
import dev.schemac.model.ExpressionTree;
import dev.schemac.model.ObjectKind;
import dev.schemac.resolve.TableDraft.ColumnDraft;
import dev.schemac.resolve.expression.Expected;
import dev.schemac.syntax.Clause;
import dev.schemac.syntax.Declaration.EnumDecl;
import dev.schemac.syntax.Declaration.EnumStorage;
import dev.schemac.syntax.Expr;
import dev.schemac.syntax.Ident;
import dev.schemac.syntax.Member;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Check constraints: written ones, those of aliases and domains, those on an enum's values. */
final class CheckBuilder {
  private final ResolveContext context;

  CheckBuilder(ResolveContext context) {
    this.context = context;
  }

  void ofColumn(TableParts table, ColumnDraft column) {
    ResolvedType type = context.columnTypes.of(column);
    KeyClauses clauses = new KeyClauses(context, column.declaration.clauses());
    boolean reference = ColumnBuilder.isRef(column);
    for (Clause clause : column.declaration.clauses()) {
      if (clause instanceof Clause.Check c) {
        add(
            table,
            c.name(),
            Optional.empty(),
            c.condition(),
            clauses.find(Clause.NoInherit.class),
            reference ? Constraint.Enforcement.ENFORCED : clauses.enforcement(true),
            Optional.empty(),
            c.span());
      }
    }
    for (var alias : type.aliases()) {
      inherit(table, column, alias.declaration().clauses(), true);
    }
    type.inlinedDomain().ifPresent(d -> inherit(table, column, d.declaration().clauses(), false));
    type.enumeration().ifPresent(e -> ofEnum(table, column, e));
  }

  void ofMember(TableParts table, Member.CheckDecl check) {
    KeyClauses clauses = new KeyClauses(context, check.clauses());
    clauses.allowOnly(
        "a check", Set.of(Clause.NoInherit.class, Clause.NotValid.class, Clause.NotEnforced.class));
    add(
        table,
        check.name(),
        check.was(),
        check.condition(),
        clauses.find(Clause.NoInherit.class),
        clauses.enforcement(true),
        context.comment(check.doc()),
        check.name().map(Ident::span).orElse(check.span()));
  }

  private void add(
      TableParts table,
      Optional<Ident> name,
      Optional<Ident> was,
      Expr condition,
      Optional<Clause.NoInherit> noInherit,
      Constraint.Enforcement enforcement,
      Optional<String> comment,
      Span place) {
    if (context.target.isMySql()) {
      noInherit.ifPresent(
          c -> context.unavailable(c.span(), "`no inherit`", "leave it out: nothing inherits"));
    }
    if (!available(place, "write it into the application, or raise the target's version")) {
      return;
    }
    Expression resolved =
        context.expression(
            condition, Expected.condition(Expected.Place.CHECK), RowScope.of(context, table.draft));
    Constraint.Check check =
        new Constraint.Check("", resolved, noInherit.isPresent(), enforcement, comment);
    table.constraints.add(
        new Unnamed<>(check, ObjectKind.CHECK, name, was, nameParts(resolved), "check", place));
  }

  /** PostgreSQL names a check after its column where it is about one alone. */
  static List<String> nameParts(Expression condition) {
    Set<String> columns = ExpressionTree.columns(condition);
    return columns.size() == 1 ? List.copyOf(columns) : List.of();
  }

  /** MySQL parses a CHECK before 8.0.16 and forgets it. */
  private boolean available(Span place, String help) {
    if (context.target.isMySql()
        && !context.target.isMariaDb()
        && !context.target.isMySqlFrom(8, 0, 16)) {
      context.unavailable(place, "a check", help);
      return false;
    }
    return true;
  }

  private void inherit(TableParts table, ColumnDraft column, List<Clause> clauses, boolean named) {
    for (Clause clause : clauses) {
      if (clause instanceof Clause.Check c) {
        add(
            table,
            named ? c.name() : Optional.empty(),
            Optional.empty(),
            ValueSubstitution.of(c.condition(), column.name()),
            Optional.empty(),
            Constraint.Enforcement.ENFORCED,
            Optional.empty(),
            c.span());
      }
    }
  }

  private void ofEnum(TableParts table, ColumnDraft column, Declared<EnumDecl> declared) {
    boolean checked = declared.declaration().storage() instanceof EnumStorage.AsType;
    boolean followed = column.type.flatMap(ResolvedType::referenced).isPresent();
    if (!checked
        || followed
        || !available(column.ident().span(), "store the enum natively on this target")) {
      return;
    }
    Expression reference = new Expression.ColumnRef(column.name());
    List<Expression> labels =
        EnumColumnTypes.labels(declared.declaration()).stream()
            .<Expression>map(Expression.StringLiteral::new)
            .toList();
    Expression condition =
        labels.size() == 1
            ? new Expression.Binary("=", reference, labels.get(0))
            : new Expression.In(reference, labels);
    table.constraints.add(
        new Unnamed<>(
            new Constraint.Check(
                "", condition, false, Constraint.Enforcement.ENFORCED, Optional.empty()),
            ObjectKind.CHECK,
            Optional.empty(),
            Optional.empty(),
            List.of(column.name()),
            "check",
            column.ident().span()));
  }

  /** Labels that the enum's string type cannot hold. */
  void checkLabels(Declared<EnumDecl> declared) {
    if (!(declared.declaration().storage() instanceof EnumStorage.AsType stored)) {
      return;
    }
    DataType type = context.types.ofEnum(declared).type();
    boolean string = StringStorage.isString(type);
    if (!string && !type.equals(ResolvedType.unknown().type())) {
      context.report.say(
          Code.SC2007,
          stored.type().span(),
          "an enum is stored as a string, not as `" + type + "`",
          "write `as varchar(50)` or `as text`");
      return;
    }
    if (type instanceof DataType.Builtin b && b.arguments().size() == 1) {
      int length = Integer.parseInt(b.arguments().get(0));
      for (String label : EnumColumnTypes.labels(declared.declaration())) {
        if (label.codePointCount(0, label.length()) > length) {
          context.report.say(
              Code.SC2005, stored.type().span(), "`" + label + "` does not fit `" + type + "`");
        }
      }
    }
  }
}
