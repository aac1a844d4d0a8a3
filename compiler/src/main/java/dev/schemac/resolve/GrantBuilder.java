package dev.schemac.resolve;

import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.SchemaObject;
import dev.schemac.sql.SqlWriter;
import dev.schemac.syntax.Declaration.GrantDecl;
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

  GrantBuilder(ResolveContext context, DefinitionText text) {
    this.context = context;
    this.text = text;
    this.subjects = new GrantSubjects(context, text);
    this.form = new GrantForm(context);
  }

  /** The grant on MySQL; on PostgreSQL nothing yet. */
  Optional<SchemaObject> build(Declared<GrantDecl> declared) {
    GrantDecl d = declared.declaration();
    if (context.optionReader.isForOtherDialectAlone(d.header().attributes())) {
      return Optional.empty();
    }
    Optional<GrantSubject> subject = subjects.of(declared);
    if (subject.isEmpty()) {
      return Optional.empty();
    }
    if (context.target.isPostgres()) {
      form.add(declared, subject.get());
      return Optional.empty();
    }
    String definition = statement(d, subject.get(), d.revoke());
    ObjectPath path = new ObjectPath(ObjectKind.GRANT, subject.get().name(), definition);
    context.places.put(path, declared.place());
    return Optional.of(
        new SchemaObject.Grant(
            subject.get().name(), definition, statement(d, subject.get(), !d.revoke()), Set.of()));
  }

  /** PostgreSQL's grants, of all declarations. */
  List<SchemaObject> postgres() {
    return form.all();
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
