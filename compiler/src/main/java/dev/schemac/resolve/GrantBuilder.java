package dev.schemac.resolve;

import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.SchemaObject;
import dev.schemac.sql.SqlWriter;
import dev.schemac.syntax.Declaration.GrantDecl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Privileges given and taken away. PostgreSQL's are put in canonical form once all are known: see
 * {@link GrantForm}.
 */
final class GrantBuilder {
  private final ResolveContext context;
  private final DefinitionText text;
  private final GrantSubjects subjects;
  private final GrantForm form;
  private final List<SchemaObject> more = new ArrayList<>();

  GrantBuilder(ResolveContext context, DefinitionText text) {
    this.context = context;
    this.text = text;
    this.subjects = new GrantSubjects(context, text);
    this.form = new GrantForm(context);
  }

  /** The grant on MySQL, where one statement speaks of one object; on PostgreSQL nothing yet. */
  Optional<SchemaObject> build(Declared<GrantDecl> declared) {
    GrantDecl d = declared.declaration();
    if (context.optionReader.isForOtherDialectAlone(d.header().attributes())) {
      return Optional.empty();
    }
    List<GrantSubject> found = subjects.of(declared);
    if (context.target.isPostgres()) {
      found.forEach(s -> form.add(declared, s));
      return Optional.empty();
    }
    List<SchemaObject> grants = found.stream().map(s -> grant(declared, s)).toList();
    grants.stream().skip(1).forEach(more::add);
    return grants.stream().findFirst();
  }

  private SchemaObject grant(Declared<GrantDecl> declared, GrantSubject subject) {
    GrantDecl d = declared.declaration();
    String definition = statement(d, subject, d.revoke());
    ObjectPath path = new ObjectPath(ObjectKind.GRANT, subject.name(), definition);
    context.places.put(path, declared.place());
    return new SchemaObject.Grant(
        subject.name(), definition, statement(d, subject, !d.revoke()), Set.of());
  }

  /** PostgreSQL's grants, of all declarations, and MySQL's on further objects. */
  List<SchemaObject> rest() {
    return context.target.isPostgres() ? form.all() : more;
  }

  private String statement(GrantDecl d, GrantSubject subject, boolean revoke) {
    GrantClauses clauses = GrantClauses.of(d.rest());
    SqlWriter writer = text.writer();
    writer.phrase(revoke ? "REVOKE" : "GRANT").raw(text.listed(d.privileges()));
    writer.phrase("ON").raw(subject.kind()).raw(subject.sql());
    writer.phrase(revoke ? "FROM" : "TO").raw(text.header(clauses.grantees()));
    if (clauses.grantOption() && !d.revoke() && !revoke) {
      writer.phrase("WITH GRANT OPTION");
    }
    clauses.by().ifPresent(b -> writer.phrase("GRANTED BY").raw(text.header(b)));
    return writer.text();
  }
}
