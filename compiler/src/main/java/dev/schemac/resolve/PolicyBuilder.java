package dev.schemac.resolve;

import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import dev.schemac.sql.SqlWriter;
import dev.schemac.syntax.Declaration.PolicyDecl;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** PostgreSQL's row-level security policies. */
final class PolicyBuilder {
  private static final Set<String> CLAUSES =
      Set.of("as", "permissive", "restrictive", "for", "to", "using", "with", "check");

  private final ResolveContext context;
  private final DefinitionText text;

  PolicyBuilder(ResolveContext context, DefinitionText text) {
    this.context = context;
    this.text = text;
  }

  Optional<SchemaObject> build(Declared<PolicyDecl> declared) {
    PolicyDecl d = declared.declaration();
    if (context.target.isMySql()) {
      if (!context.optionReader.isForOtherDialectAlone(d.header().attributes())) {
        context.unavailable(
            declared.place(), "a policy", "write `@postgres()` behind it where MySQL does without");
      }
      return Optional.empty();
    }
    context.optionReader.refuse(d.header().attributes(), OptionOwner.OTHER);
    QName table = context.relationName(d.table(), declared.namespace());
    if (!context.tables.containsKey(table)) {
      context.report.unknown(
          "table",
          d.table().toString(),
          d.table().span(),
          Declarations.namesIn(context.tables, declared.namespace()));
      return Optional.empty();
    }
    ObjectPath path = new ObjectPath(ObjectKind.POLICY, table, d.name().text());
    context.names.tooLong(d.name().text(), declared.place());
    context.places.put(path, declared.place());
    String definition = definition(d, table);
    return Optional.of(
        new SchemaObject.Policy(table, d.name().text(), definition, Set.of(), d.header().doc()));
  }

  private String definition(PolicyDecl d, QName table) {
    SqlWriter writer =
        text.writer().phrase("CREATE POLICY").identifier(d.name().text()).phrase("ON").name(table);
    for (String part : DefinitionText.splitAt(d.definition(), CLAUSES)) {
      String word = part.toLowerCase(Locale.ROOT).replaceFirst("[^a-z].*", "");
      switch (word) {
        case "permissive", "restrictive" -> writer.phrase("AS").raw(part);
        case "check" -> writer.phrase("WITH").raw(text.header(part));
        case "", "as", "with" -> {}
        default -> writer.raw(text.header(part));
      }
    }
    return writer.text();
  }
}
