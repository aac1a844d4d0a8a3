package dev.schemac.resolve;

import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import dev.schemac.syntax.Declaration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Everything but tables, enums and sequences. */
final class ObjectBuilder {
  private final ResolveContext context;
  private final DomainBuilder domains;
  private final ViewBuilder views;
  private final RoutineBuilder routines;
  private final TriggerBuilder triggers;
  private final PolicyBuilder policies;
  private final GrantBuilder grants;
  private final NativeBuilder natives;

  /** Of the objects whose names may be given twice with other kinds or signatures. */
  private final Map<ObjectPath, Declared<?>> made = new HashMap<>();

  ObjectBuilder(ResolveContext context, TableBuilder tables) {
    this.context = context;
    DefinitionText text = new DefinitionText(context.target, names(context));
    this.domains = new DomainBuilder(context);
    this.views = new ViewBuilder(context, tables);
    this.routines = new RoutineBuilder(context, text);
    this.triggers = new TriggerBuilder(context, text);
    this.policies = new PolicyBuilder(context, text);
    this.grants = new GrantBuilder(context, text);
    this.natives = new NativeBuilder(context, text);
  }

  private static Set<String> names(ResolveContext context) {
    Set<String> names = new HashSet<>();
    for (TableDraft table : context.tables.values()) {
      names.add(table.name.name());
      names.add(table.name.namespace());
      names.addAll(table.columns.keySet());
    }
    for (Declared<?> declared : context.declarations.inOrder) {
      names.add(declared.name().name());
    }
    return names;
  }

  /** All objects, once the last one is built: what depends on the others is settled. */
  List<SchemaObject> settle(List<SchemaObject> all) {
    return triggers.rows().order(all);
  }

  /** The object; one that has the identity of an earlier one is reported. */
  Optional<SchemaObject> build(Declared<?> declared) {
    Optional<SchemaObject> object = make(declared);
    if (object.isEmpty() || object.get() instanceof SchemaObject.Role) {
      return object;
    }
    Declared<?> first = made.putIfAbsent(object.get().path(), declared);
    if (first != null) {
      context.report.twice(object.get().path().toString(), declared.place(), first.place());
      return Optional.empty();
    }
    return object;
  }

  /** PostgreSQL's privileges, which are known once all declarations are. */
  List<SchemaObject> grants() {
    return grants.rest();
  }

  private Optional<SchemaObject> make(Declared<?> declared) {
    return switch (declared.declaration()) {
      case Declaration.DomainDecl d -> domains.build(with(d, declared)).map(o -> o);
      case Declaration.ViewDecl d -> views.build(with(d, declared));
      case Declaration.RoutineDecl d -> routines.build(with(d, declared));
      case Declaration.TriggerDecl d -> triggers.build(with(d, declared));
      case Declaration.PolicyDecl d -> policies.build(with(d, declared));
      case Declaration.GrantDecl d -> grants.build(with(d, declared));
      case Declaration.NativeDecl d -> natives.build(with(d, declared));
      case Declaration.ExtensionDecl d -> extension(with(d, declared));
      case Declaration.RoleDecl d -> role(with(d, declared));
      case Declaration.ExternalTypeDecl ignored -> externalType(declared);
      case Declaration.TypeDecl d -> {
        domains.checkAlias(with(d, declared));
        yield Optional.empty();
      }
      case Declaration.RetireDecl ignored -> Optional.empty();
      case Declaration.NamespaceDecl ignored -> Optional.empty();
      case Declaration.MixinDecl ignored -> Optional.empty();
      case Declaration.TableDecl ignored -> Optional.empty();
      case Declaration.EnumDecl ignored -> Optional.empty();
      case Declaration.SequenceDecl ignored -> Optional.empty();
    };
  }

  private static <D extends Declaration> Declared<D> with(D d, Declared<?> declared) {
    return new Declared<>(d, declared.namespace(), declared.name(), declared.place());
  }

  private Optional<SchemaObject> extension(Declared<Declaration.ExtensionDecl> declared) {
    var attributes = declared.declaration().header().attributes();
    var options = context.optionReader.read(attributes, OptionOwner.EXTENSION);
    if (context.target.isMySql()) {
      if (!context.optionReader.isForOtherDialectAlone(attributes)) {
        context.unavailable(
            declared.place(),
            "an extension",
            "write `extension " + declared.name() + " @postgres()`");
      }
      return Optional.empty();
    }
    SchemaObject.Extension extension =
        new SchemaObject.Extension(
            declared.name().name(), declared.declaration().header().doc(), options);
    context.places.put(extension.path(), declared.place());
    return Optional.of(extension);
  }

  private Optional<SchemaObject> role(Declared<Declaration.RoleDecl> declared) {
    context.optionReader.refuse(declared.declaration().header().attributes(), OptionOwner.OTHER);
    if (!declared.declaration().header().external()) {
      context.report.say(
          dev.schemac.diagnostic.Code.SC2090,
          declared.place(),
          "schemac makes no roles",
          "write `external role " + declared.name() + "`");
    }
    context.places.put(ObjectPath.of(ObjectKind.ROLE, declared.name()), declared.place());
    return Optional.of(new SchemaObject.Role(declared.name().name()));
  }

  /** MySQL has none; a column that uses one says so itself. */
  private Optional<SchemaObject> externalType(Declared<?> declared) {
    QName name = declared.name();
    context.places.put(ObjectPath.of(ObjectKind.TYPE, name), declared.place());
    return context.target.isPostgres()
        ? Optional.of(new SchemaObject.ExternalType(name))
        : Optional.empty();
  }
}
