package dev.schemac.resolve;

import dev.schemac.diagnostic.Code;
import dev.schemac.model.SchemaObject;
import dev.schemac.syntax.Declaration;
import java.util.Optional;

/** Everything but tables, enums and sequences. */
final class ObjectBuilder {
  private final ResolveContext context;
  private final TableOptions tableOptions;
  private final DomainBuilder domains;

  ObjectBuilder(ResolveContext context, TableOptions tableOptions) {
    this.context = context;
    this.tableOptions = tableOptions;
    this.domains = new DomainBuilder(context);
  }

  Optional<SchemaObject> domain(Declared<Declaration.DomainDecl> declared) {
    return domains.build(declared).map(d -> d);
  }

  Optional<SchemaObject> build(Declared<?> declared) {
    if (declared.declaration() instanceof Declaration.TypeDecl d) {
      domains.checkAlias(
          new Declared<>(d, declared.namespace(), declared.name(), declared.place()));
      return Optional.empty();
    }
    if (declared.declaration() instanceof Declaration.RetireDecl) {
      return Optional.empty();
    }
    if (tableOptions == null) {
      return Optional.empty();
    }
    context.report.say(Code.SC2090, declared.place(), "this declaration is not supported yet");
    return Optional.empty();
  }
}
