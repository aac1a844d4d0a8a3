package dev.schemac.resolve;

import dev.schemac.diagnostic.Code;
import dev.schemac.model.ChosenName;
import dev.schemac.model.Constraint;
import dev.schemac.model.Expression;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.SchemaObject;
import dev.schemac.resolve.expression.Expected;
import dev.schemac.resolve.expression.ExpressionScope;
import dev.schemac.syntax.Clause;
import dev.schemac.syntax.Declaration.DomainDecl;
import dev.schemac.syntax.Ident;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** PostgreSQL's domains; on MySQL they are inlined where a column uses them. */
final class DomainBuilder {
  /** {@code comment.k}: the comment on the constraint {@code k}. */
  private static final String COMMENT = "comment.";

  private final ResolveContext context;

  DomainBuilder(ResolveContext context) {
    this.context = context;
  }

  Optional<SchemaObject.Domain> build(Declared<DomainDecl> declared) {
    DomainDecl d = declared.declaration();
    checkClauses(d);
    ResolvedType base = context.types.resolve(d.type(), declared.namespace());
    if (context.target.isMySql()) {
      return Optional.empty();
    }
    context.names.tooLong(declared.name().name(), declared.place());
    context.places.put(ObjectPath.of(ObjectKind.DOMAIN, declared.name()), declared.place());
    ExpressionScope.Operand value = new ExpressionScope.Operand(base.type(), true, labels(base));
    RowScope scope = RowScope.ofValue(context, declared.namespace(), value);
    Optional<Expression> defaultValue =
        clause(d, Clause.Default.class)
            .map(
                c ->
                    context.expression(
                        c.value(),
                        new Expected(
                            Expected.Place.DEFAULT, Optional.of(value), declared.name().toString()),
                        scope));
    SortedMap<String, String> options =
        context.optionReader.read(d.header().attributes(), OptionOwner.DOMAIN);
    List<Constraint.Check> checks = checks(declared, scope, options);
    notNullOptions(declared, checks, options);
    return Optional.of(
        new SchemaObject.Domain(
            declared.name(),
            base.type(),
            clause(d, Clause.NotNull.class).isPresent(),
            defaultValue,
            clause(d, Clause.Collate.class).map(c -> c.name().text()),
            checks,
            d.header().doc(),
            options));
  }

  /** A name and a comment of its NOT NULL, which is a constraint from PostgreSQL 17 on. */
  private void notNullOptions(
      Declared<DomainDecl> declared,
      List<Constraint.Check> checks,
      SortedMap<String, String> options) {
    DomainDecl d = declared.declaration();
    String automatic = ChosenName.of(declared.name().name(), "", "not_null");
    String given = options.getOrDefault("not_null", automatic);
    boolean constraint =
        clause(d, Clause.NotNull.class).isPresent() && context.target.version().atLeast(17);
    if (!constraint || given.equals(automatic)) {
      options.remove("not_null");
    }
    for (String key : List.copyOf(options.keySet())) {
      boolean ofNotNull = constraint && key.equals(COMMENT + given);
      if (key.startsWith(COMMENT) && !ofNotNull) {
        options.remove(key);
        String name = key.substring(COMMENT.length());
        if (checks.stream().noneMatch(c -> c.name().equals(name))) {
          context.report.say(
              Code.SC2012,
              declared.place(),
              "domain `" + declared.name() + "` has no constraint `" + name + "` to comment on");
        }
      }
    }
  }

  private static List<String> labels(ResolvedType type) {
    return type.enumeration().map(e -> EnumColumnTypes.labels(e.declaration())).orElse(List.of());
  }

  private List<Constraint.Check> checks(
      Declared<DomainDecl> declared, RowScope scope, SortedMap<String, String> options) {
    Set<String> taken = new HashSet<>();
    List<Constraint.Check> checks = new ArrayList<>();
    DomainDecl d = declared.declaration();
    List<Clause> clauses = d.clauses();
    for (int i = 0; i < clauses.size(); i++) {
      if (clauses.get(i) instanceof Clause.Check c) {
        String name =
            c.name()
                .map(Ident::text)
                .orElseGet(
                    () ->
                        AutomaticNames.free(
                            context.target.dialect(),
                            declared.name().name(),
                            List.of(),
                            "check",
                            taken));
        taken.add(name);
        checks.add(
            new Constraint.Check(
                name,
                context.expression(c.condition(), Expected.condition(Expected.Place.CHECK), scope),
                false,
                isNotValid(clauses, i)
                    ? Constraint.Enforcement.NOT_VALID
                    : Constraint.Enforcement.ENFORCED,
                Optional.ofNullable(options.get(COMMENT + name))));
      }
    }
    return checks;
  }

  /** {@code not valid} speaks of the check that it stands behind. */
  private static boolean isNotValid(List<Clause> clauses, int check) {
    return check + 1 < clauses.size() && clauses.get(check + 1) instanceof Clause.NotValid;
  }

  private void checkClauses(DomainDecl d) {
    Optional<Clause> last = Optional.empty();
    for (Clause clause : d.clauses()) {
      boolean allowed =
          clause instanceof Clause.Check
              || clause instanceof Clause.NotNull
              || clause instanceof Clause.Default
              || clause instanceof Clause.Collate
              || clause instanceof Clause.NotValid && last.orElse(null) instanceof Clause.Check;
      last = Optional.of(clause);
      if (!allowed) {
        context.report.say(
            Code.SC2007,
            clause.span(),
            "`" + ColumnClauses.words(clause) + "` does not belong to a domain");
      }
    }
  }

  /** The clauses that an alias may have. */
  void checkAlias(Declared<dev.schemac.syntax.Declaration.TypeDecl> alias) {
    context.types.unwrap(alias.declaration().type(), alias.namespace());
    for (Clause clause : alias.declaration().clauses()) {
      boolean allowed =
          clause instanceof Clause.Check
              || clause instanceof Clause.Default
              || clause instanceof Clause.Collate;
      if (!allowed) {
        context.report.say(
            Code.SC2007,
            clause.span(),
            "`" + ColumnClauses.words(clause) + "` does not belong to a type alias");
      }
    }
    context.optionReader.refuse(alias.declaration().header().attributes(), OptionOwner.OTHER);
  }

  private static <C extends Clause> Optional<C> clause(DomainDecl d, Class<C> type) {
    return d.clauses().stream().filter(type::isInstance).map(type::cast).findFirst();
  }
}
