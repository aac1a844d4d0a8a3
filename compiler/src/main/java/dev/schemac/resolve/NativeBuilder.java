package dev.schemac.resolve;

import dev.schemac.diagnostic.Code;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import dev.schemac.sql.SqlWriter;
import dev.schemac.syntax.Declaration.NativeDecl;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Objects in the server's own words. */
final class NativeBuilder {
  /** What {@code drop KIND NAME} is not enough for. */
  private static final Set<String> NEED_DROP =
      Set.of(
          "rule",
          "trigger",
          "policy",
          "cast",
          "user mapping",
          "operator class",
          "operator family",
          "transform");

  /** What lies in no namespace. */
  private static final Set<String> GLOBAL =
      Set.of(
          "event trigger",
          "language",
          "publication",
          "subscription",
          "server",
          "foreign data wrapper",
          "access method");

  private final ResolveContext context;
  private final DefinitionText text;

  NativeBuilder(ResolveContext context, DefinitionText text) {
    this.context = context;
    this.text = text;
  }

  Optional<SchemaObject> build(Declared<NativeDecl> declared) {
    NativeDecl d = declared.declaration();
    if (d.dialect() != context.target.dialect()) {
      return Optional.empty();
    }
    ObjectPath path = new ObjectPath(ObjectKind.NATIVE, declared.name(), d.kind());
    if (d.drop().isEmpty() && NEED_DROP.contains(d.kind())) {
      context.report.say(
          Code.SC2007,
          declared.place(),
          "schemac cannot tell how to drop a " + d.kind(),
          "write `drop \"\"\"drop " + d.kind() + " …\"\"\"` behind it");
    }
    context.places.put(path, declared.place());
    String create = DefinitionText.withoutSemicolon(d.create().sql());
    String drop =
        d.drop()
            .map(b -> DefinitionText.withoutSemicolon(b.sql()))
            .orElseGet(() -> drop(d.kind(), declared.name()));
    return Optional.of(
        new SchemaObject.NativeObject(
            d.kind(),
            declared.name(),
            create,
            drop,
            Set.of(),
            context.comment(d.header().doc()),
            context.optionReader.read(d.header().attributes(), OptionOwner.NATIVE)));
  }

  private String drop(String kind, QName name) {
    String local = RoutineSignature.name(name.name());
    String signature = name.name().substring(local.length());
    SqlWriter writer =
        text.writer()
            .phrase("DROP")
            .phrase(kind.toUpperCase(Locale.ROOT))
            .name(GLOBAL.contains(kind) ? QName.of(local) : name.withName(local));
    return writer.close(signature).text();
  }
}
