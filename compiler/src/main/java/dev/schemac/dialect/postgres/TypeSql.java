package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.model.ChosenName;
import dev.schemac.model.Constraint;
import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import dev.schemac.sql.SqlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Enums and domains. */
final class TypeSql {
  private final Syntax syntax;
  private final ConstraintSql constraints;

  TypeSql(Syntax syntax) {
    this.syntax = syntax;
    this.constraints = new ConstraintSql(syntax);
  }

  List<String> createEnum(SchemaObject.EnumType type) {
    List<String> texts = new ArrayList<>();
    SqlWriter sql = syntax.start("CREATE TYPE").name(type.name()).phrase("AS ENUM");
    texts.add(sql.parenthesized(type.values(), sql::string).text());
    Optional.ofNullable(type.options().get("owner"))
        .ifPresent(o -> texts.add(owner(type.name(), o)));
    return texts;
  }

  private String owner(QName type, String owner) {
    return Ownership.to(syntax.start("ALTER TYPE").name(type), owner);
  }

  List<String> alterEnum(SchemaObject.EnumType before, SchemaObject.EnumType after) {
    String owner = after.options().get("owner");
    boolean changed = !Objects.equals(owner, before.options().get("owner"));
    return changed ? List.of(owner(after.name(), owner)) : List.of();
  }

  List<String> addValue(Statement.AddEnumValue add) {
    SqlWriter sql = syntax.start("ALTER TYPE").name(add.type());
    sql.phrase("ADD VALUE").string(add.value());
    add.before().ifPresent(v -> sql.phrase("BEFORE").string(v));
    add.after().ifPresent(v -> sql.phrase("AFTER").string(v));
    return List.of(sql.text());
  }

  List<String> renameValue(Statement.RenameEnumValue rename) {
    SqlWriter sql = syntax.start("ALTER TYPE").name(rename.type()).phrase("RENAME VALUE");
    return List.of(sql.string(rename.from()).phrase("TO").string(rename.to()).text());
  }

  List<String> createDomain(SchemaObject.Domain domain) {
    SqlWriter sql = syntax.start("CREATE DOMAIN").name(domain.name()).phrase("AS");
    syntax.type(sql, domain.type());
    domain.collation().ifPresent(c -> CollationName.write(sql, c));
    domain.defaultValue().ifPresent(d -> syntax.expression(sql.phrase("DEFAULT"), d));
    if (domain.notNull()) {
      Optional.ofNullable(domain.options().get("not_null"))
          .ifPresent(n -> sql.phrase("CONSTRAINT").identifier(n));
      sql.phrase("NOT NULL");
    }
    List<String> texts = new ArrayList<>();
    List<String> later = new ArrayList<>();
    for (Constraint.Check check : domain.checks()) {
      if (check.enforcement() == Constraint.Enforcement.ENFORCED) {
        constraints.define(sql, check);
      } else {
        later.add(addCheck(domain.name(), check));
      }
    }
    texts.add(sql.text());
    texts.addAll(later);
    domain.checks().forEach(c -> comment(texts, domain.name(), c, Optional.empty()));
    comment(texts, domain.name(), notNull(domain), commentOnNotNull(domain), Optional.empty());
    Optional.ofNullable(domain.options().get("owner"))
        .ifPresent(o -> texts.add(Ownership.to(alterDomain(domain.name()), o)));
    return texts;
  }

  private String addCheck(QName domain, Constraint.Check check) {
    SqlWriter sql = alterDomain(domain).phrase("ADD");
    constraints.define(sql, check);
    return sql.text();
  }

  private SqlWriter alterDomain(QName domain) {
    return syntax.start("ALTER DOMAIN").name(domain);
  }

  private void comment(
      List<String> texts, QName domain, Constraint.Check check, Optional<String> before) {
    comment(texts, domain, check.name(), check.comment(), before);
  }

  private void comment(
      List<String> texts,
      QName domain,
      String constraint,
      Optional<String> comment,
      Optional<String> before) {
    if (comment.equals(before)) {
      return;
    }
    SqlWriter sql = syntax.start("COMMENT ON CONSTRAINT").identifier(constraint);
    sql.phrase("ON DOMAIN").name(domain).phrase("IS");
    comment.ifPresentOrElse(sql::string, () -> sql.phrase("NULL"));
    texts.add(sql.text());
  }

  /** The name of a domain's NOT NULL, which is a constraint from PostgreSQL 17 on. */
  private static String notNull(SchemaObject.Domain domain) {
    return domain
        .options()
        .getOrDefault("not_null", ChosenName.of(domain.name().name(), "", "not_null"));
  }

  private static Optional<String> commentOnNotNull(SchemaObject.Domain domain) {
    return Optional.ofNullable(domain.options().get("comment.".concat(notNull(domain))));
  }

  private void notNull(List<String> texts, SchemaObject.Domain before, SchemaObject.Domain after) {
    SqlWriter sql = alterDomain(after.name());
    boolean named = after.options().containsKey("not_null");
    if (before.notNull() && !after.notNull()) {
      texts.add(sql.phrase("DROP NOT NULL").text());
    } else if (!before.notNull() && after.notNull()) {
      texts.add(
          named
              ? sql.phrase("ADD CONSTRAINT").identifier(notNull(after)).phrase("NOT NULL").text()
              : sql.phrase("SET NOT NULL").text());
    } else if (after.notNull() && !notNull(before).equals(notNull(after))) {
      sql.phrase("RENAME CONSTRAINT").identifier(notNull(before));
      texts.add(sql.phrase("TO").identifier(notNull(after)).text());
    }
    if (after.notNull()) {
      Optional<String> old = before.notNull() ? commentOnNotNull(before) : Optional.empty();
      comment(texts, after.name(), notNull(after), commentOnNotNull(after), old);
    }
  }

  List<String> alterDomain(SchemaObject.Domain before, SchemaObject.Domain after) {
    List<String> texts = new ArrayList<>();
    if (!before.defaultValue().equals(after.defaultValue())) {
      SqlWriter sql = alterDomain(after.name());
      after
          .defaultValue()
          .ifPresentOrElse(
              d -> syntax.expression(sql.phrase("SET DEFAULT"), d),
              () -> sql.phrase("DROP DEFAULT"));
      texts.add(sql.text());
    }
    notNull(texts, before, after);
    checks(texts, before, after);
    String owner = after.options().get("owner");
    if (!Objects.equals(owner, before.options().get("owner"))) {
      texts.add(Ownership.to(alterDomain(after.name()), owner));
    }
    return texts;
  }

  private void checks(List<String> texts, SchemaObject.Domain before, SchemaObject.Domain after) {
    for (Constraint.Check old : before.checks()) {
      if (find(after, old.name()).filter(c -> same(c, old)).isEmpty()) {
        SqlWriter sql = alterDomain(after.name()).phrase("DROP CONSTRAINT");
        texts.add(sql.identifier(old.name()).text());
      }
    }
    for (Constraint.Check check : after.checks()) {
      Optional<Constraint.Check> old = find(before, check.name()).filter(c -> same(c, check));
      if (old.isEmpty()) {
        texts.add(addCheck(after.name(), check));
      }
      comment(texts, after.name(), check, old.flatMap(Constraint.Check::comment));
    }
  }

  private static Optional<Constraint.Check> find(SchemaObject.Domain domain, String name) {
    return domain.checks().stream().filter(c -> c.name().equals(name)).findFirst();
  }

  private static boolean same(Constraint.Check a, Constraint.Check b) {
    return a.condition().equals(b.condition()) && a.enforcement() == b.enforcement();
  }
}
