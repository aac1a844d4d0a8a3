package dev.schemac.resolve;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Span;
import dev.schemac.model.Evolution.Retirement;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import dev.schemac.syntax.Declaration;
import dev.schemac.syntax.Declaration.RetireCondition;
import dev.schemac.syntax.Declaration.RetireDecl;
import dev.schemac.syntax.Member;
import dev.schemac.syntax.QualifiedIdent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Words about the step from the previous version: of objects, and {@code retire} in tables. */
final class EvolutionBuilder {
  private final ResolveContext context;
  private final Map<QName, Table> tables;
  private final Set<ObjectPath> declared;
  private final EnumEvolution enums;
  private final MemberRetirement members;

  EvolutionBuilder(ResolveContext context, Map<QName, Table> tables, List<SchemaObject> objects) {
    this.context = context;
    this.tables = tables;
    this.declared = objects.stream().map(SchemaObject::path).collect(Collectors.toSet());
    this.enums = new EnumEvolution(context);
    this.members = new MemberRetirement(context);
  }

  void collect() {
    for (var namespace : context.declarations.namespaces) {
      namespace
          .declaration()
          .was()
          .ifPresent(
              w ->
                  context.evolution.was(
                      ObjectPath.of(ObjectKind.NAMESPACE, namespace.name()),
                      QName.of(w.text()),
                      namespace.place(),
                      w.span()));
    }
    for (Declared<?> object : context.declarations.inOrder) {
      collect(object);
    }
    for (TableDraft draft : context.tables.values()) {
      draft.parent.ifPresent(p -> partition(draft, p.written()));
      draft.retirements.forEach(r -> members.collect(draft, tables.get(draft.name), r));
    }
    context.evolution.checkContradictions();
  }

  private void partition(TableDraft draft, Member.Partition written) {
    written
        .was()
        .ifPresent(
            w ->
                context.evolution.was(
                    ObjectPath.table(draft.name),
                    Declarations.declaredName(w, draft.name.namespace()),
                    draft.place,
                    w.span()));
  }

  private void collect(Declared<?> object) {
    switch (object.declaration()) {
      case Declaration.TableDecl d -> was(ObjectKind.TABLE, object, d.was());
      case Declaration.ViewDecl d ->
          was(d.materialized() ? ObjectKind.MATERIALIZED_VIEW : ObjectKind.VIEW, object, d.was());
      case Declaration.SequenceDecl d -> was(ObjectKind.SEQUENCE, object, d.was());
      case Declaration.DomainDecl d -> was(ObjectKind.DOMAIN, object, d.was());
      case Declaration.TriggerDecl d ->
          d.was().ifPresent(w -> member(ObjectKind.TRIGGER, object, d.table(), w.text(), w.span()));
      case Declaration.PolicyDecl d ->
          d.was().ifPresent(w -> member(ObjectKind.POLICY, object, d.table(), w.text(), w.span()));
      case Declaration.EnumDecl d ->
          enums.collect(new Declared<>(d, object.namespace(), object.name(), object.place()));
      case Declaration.RetireDecl d -> retire(d, object);
      case Declaration.NamespaceDecl ignored -> {}
      case Declaration.TypeDecl ignored -> {}
      case Declaration.MixinDecl ignored -> {}
      case Declaration.ExtensionDecl ignored -> {}
      case Declaration.RoleDecl ignored -> {}
      case Declaration.ExternalTypeDecl ignored -> {}
      case Declaration.RoutineDecl ignored -> {}
      case Declaration.GrantDecl ignored -> {}
      case Declaration.NativeDecl ignored -> {}
    }
  }

  private void was(ObjectKind kind, Declared<?> object, Optional<QualifiedIdent> was) {
    was.ifPresent(
        w ->
            context.evolution.was(
                ObjectPath.of(kind, object.name()),
                Declarations.declaredName(w, object.name().namespace()),
                object.place(),
                w.span()));
  }

  private void member(
      ObjectKind kind, Declared<?> object, QualifiedIdent table, String old, Span place) {
    context.evolution.was(
        new ObjectPath(kind, context.relationName(table, object.namespace()), object.name().name()),
        QName.of(old),
        object.place(),
        place);
  }

  private void retire(RetireDecl d, Declared<?> object) {
    Optional<ObjectPath> path = path(d, object);
    if (path.isEmpty()) {
      return;
    }
    ObjectKind kind = path.get().kind();
    if (d.condition() != RetireCondition.ALWAYS && kind != ObjectKind.TABLE) {
      context.report.say(
          Code.SC2007, d.header().span(), "`when empty` is about a table", "leave it out");
    }
    boolean anew = kind == ObjectKind.TABLE;
    if (declared.contains(path.get()) && !anew) {
      context.report.add(
          Diagnostic.of(
                  Code.SC3010,
                  object.place(),
                  "`" + path.get().name() + "` is retired and still there")
              .withLabel(
                  context.places.all().getOrDefault(path.get(), object.place()), "declared here")
              .withHelp("take out the one or the other"));
      return;
    }
    context.evolution.retire(
        path.get(),
        new Retirement(MemberRetirement.condition(d.condition()), List.of()),
        d.header().span());
  }

  private Optional<ObjectPath> path(RetireDecl d, Declared<?> object) {
    String kind = d.kind();
    if (kind.startsWith("native ")) {
      return Optional.of(
          new ObjectPath(ObjectKind.NATIVE, object.name(), kind.substring("native ".length())));
    }
    return switch (kind) {
      case "table" -> of(ObjectKind.TABLE, object);
      case "view" -> of(ObjectKind.VIEW, object);
      case "materialized view" -> of(ObjectKind.MATERIALIZED_VIEW, object);
      case "enum" -> of(ObjectKind.ENUM, object);
      case "domain" -> of(ObjectKind.DOMAIN, object);
      case "sequence" -> of(ObjectKind.SEQUENCE, object);
      case "function" -> routine(ObjectKind.FUNCTION, object);
      case "procedure" -> routine(ObjectKind.PROCEDURE, object);
      case "namespace" -> global(ObjectKind.NAMESPACE, object);
      case "extension" -> global(ObjectKind.EXTENSION, object);
      case "trigger" -> onTable(ObjectKind.TRIGGER, d, object);
      case "policy" -> onTable(ObjectKind.POLICY, d, object);
      default -> unknown(d);
    };
  }

  private static Optional<ObjectPath> of(ObjectKind kind, Declared<?> object) {
    return Optional.of(ObjectPath.of(kind, object.name()));
  }

  private static Optional<ObjectPath> global(ObjectKind kind, Declared<?> object) {
    return Optional.of(ObjectPath.of(kind, QName.of(object.name().name())));
  }

  private Optional<ObjectPath> routine(ObjectKind kind, Declared<?> object) {
    String name =
        context.target.isMySql()
            ? RoutineSignature.name(object.name().name()).strip()
            : RoutineSignature.canonical(object.name().name());
    return Optional.of(ObjectPath.of(kind, object.name().withName(name)));
  }

  private Optional<ObjectPath> onTable(ObjectKind kind, RetireDecl d, Declared<?> object) {
    if (d.table().isEmpty()) {
      context.report.say(
          Code.SC2007,
          object.place(),
          "`retire " + d.kind() + "` needs its table",
          "write `retire " + d.kind() + " " + d.name() + " on TABLE`");
      return Optional.empty();
    }
    QName table = context.relationName(d.table().get(), object.namespace());
    return Optional.of(new ObjectPath(kind, table, object.name().name()));
  }

  private Optional<ObjectPath> unknown(RetireDecl d) {
    String help =
        switch (d.kind()) {
          case "index", "unique", "check", "foreign key", "exclude", "column", "primary key" ->
              "write it into the table";
          case "mixin", "type" -> "it leaves nothing behind in the database: no word is needed";
          default -> "write `retire native " + d.kind() + " " + d.name() + "`";
        };
    context.report.say(
        Code.SC2007, d.header().span(), "`retire " + d.kind() + "` does not stand here", help);
    return Optional.empty();
  }
}
