package dev.schemac.resolve;

import dev.schemac.diagnostic.Span;
import dev.schemac.model.QName;
import dev.schemac.syntax.Declaration;
import dev.schemac.syntax.Ident;
import dev.schemac.syntax.QualifiedIdent;
import dev.schemac.syntax.SourceTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Everything that the sources declare, by name. */
final class Declarations {
  final List<Declared<Declaration.NamespaceDecl>> namespaces = new ArrayList<>();
  final Map<QName, Declared<Declaration.TableDecl>> tables = new LinkedHashMap<>();
  final Map<QName, Declared<Declaration.ViewDecl>> views = new LinkedHashMap<>();
  final Map<QName, Declared<Declaration.SequenceDecl>> sequences = new LinkedHashMap<>();
  final Map<QName, Declared<Declaration.EnumDecl>> enums = new LinkedHashMap<>();
  final Map<QName, Declared<Declaration.TypeDecl>> aliases = new LinkedHashMap<>();
  final Map<QName, Declared<Declaration.DomainDecl>> domains = new LinkedHashMap<>();
  final Map<QName, Declared<Declaration.MixinDecl>> mixins = new LinkedHashMap<>();
  final Map<QName, Declared<Declaration.ExternalTypeDecl>> externalTypes = new LinkedHashMap<>();
  final Map<QName, Declared<Declaration.NativeDecl>> nativeTypes = new LinkedHashMap<>();
  final Set<QName> foreignTables = new HashSet<>();
  final List<Declared<Declaration.RoutineDecl>> routines = new ArrayList<>();
  final List<Declared<?>> inOrder = new ArrayList<>();

  /** What each shared space of names holds: relations, types, mixins. */
  private final Map<QName, Span> relations = new LinkedHashMap<>();

  private final Map<QName, Span> types = new LinkedHashMap<>();
  private final Report report;

  private Declarations(Report report) {
    this.report = report;
  }

  static Declarations of(List<SourceTree> trees, Report report) {
    Declarations found = new Declarations(report);
    for (SourceTree tree : trees) {
      String namespace = "";
      for (Declaration declaration : tree.declarations()) {
        if (declaration instanceof Declaration.NamespaceDecl d) {
          namespace = d.name().text();
        }
        found.add(declaration, namespace);
      }
    }
    return found;
  }

  /** The full name of what is declared as {@code name} in {@code namespace}. */
  static QName declaredName(QualifiedIdent name, String namespace) {
    return new QName(name.namespace().map(Ident::text).orElse(namespace), name.name().text());
  }

  /** What a name means in a namespace: the own one first, then the default one. */
  static <T> Optional<T> find(Map<QName, T> map, QualifiedIdent name, String namespace) {
    return find(map, name.namespace().map(Ident::text), name.name().text(), namespace);
  }

  static <T> Optional<T> find(
      Map<QName, T> map, Optional<String> qualifier, String name, String namespace) {
    if (qualifier.isPresent()) {
      return Optional.ofNullable(map.get(new QName(qualifier.get(), name)));
    }
    T own = map.get(new QName(namespace, name));
    return Optional.ofNullable(own != null ? own : map.get(QName.of(name)));
  }

  /** The names, as written in {@code namespace}, for suggestions. */
  static List<String> namesIn(Map<QName, ?> map, String namespace) {
    List<String> names = new ArrayList<>(map.size());
    for (QName name : map.keySet()) {
      boolean bare = !name.hasNamespace() || name.namespace().equals(namespace);
      names.add(bare ? name.name() : name.toString());
    }
    return names;
  }

  private void add(Declaration declaration, String namespace) {
    switch (declaration) {
      case Declaration.NamespaceDecl d ->
          namespaces.add(new Declared<>(d, "", QName.of(d.name().text()), d.name().span()));
      case Declaration.TableDecl d -> put(tables, relations, d, d.name(), namespace);
      case Declaration.ViewDecl d -> put(views, relations, d, d.name(), namespace);
      case Declaration.SequenceDecl d -> put(sequences, relations, d, d.name(), namespace);
      case Declaration.EnumDecl d -> addEnum(d, namespace);
      case Declaration.TypeDecl d -> put(aliases, types, d, d.name(), namespace);
      case Declaration.DomainDecl d -> put(domains, types, d, d.name(), namespace);
      case Declaration.ExternalTypeDecl d -> put(externalTypes, types, d, d.name(), namespace);
      case Declaration.MixinDecl d -> addMixin(d, namespace);
      case Declaration.NativeDecl d -> addNative(d, namespace);
      case Declaration.RoutineDecl d -> {
        Declared<Declaration.RoutineDecl> routine =
            new Declared<>(d, namespace, declaredName(d.name(), namespace), d.name().span());
        routines.add(routine);
        inOrder.add(routine);
      }
      case Declaration.ExtensionDecl d -> inOrder.add(global(d, d.name(), namespace));
      case Declaration.RoleDecl d -> inOrder.add(global(d, d.name(), namespace));
      case Declaration.TriggerDecl d -> inOrder.add(global(d, d.name(), namespace));
      case Declaration.PolicyDecl d -> inOrder.add(global(d, d.name(), namespace));
      case Declaration.GrantDecl d ->
          inOrder.add(new Declared<>(d, namespace, QName.of(d.on()), d.header().span()));
      case Declaration.RetireDecl d ->
          inOrder.add(
              new Declared<>(d, namespace, declaredName(d.name(), namespace), d.name().span()));
    }
  }

  private static <D extends Declaration> Declared<D> global(D d, Ident name, String namespace) {
    return new Declared<>(d, namespace, QName.of(name.text()), name.span());
  }

  private <D extends Declaration> void put(
      Map<QName, Declared<D>> map,
      Map<QName, Span> space,
      D declaration,
      QualifiedIdent name,
      String namespace) {
    QName full = declaredName(name, namespace);
    Span first = space.putIfAbsent(full, name.span());
    if (first != null) {
      report.twice(full.toString(), name.span(), first);
      return;
    }
    Declared<D> declared = new Declared<>(declaration, namespace, full, name.span());
    map.put(full, declared);
    inOrder.add(declared);
  }

  /** A lookup table takes a table's name too. */
  private void addEnum(Declaration.EnumDecl d, String namespace) {
    if (d.storage() instanceof Declaration.EnumStorage.AsTable) {
      QName full = declaredName(d.name(), namespace);
      Span first = relations.putIfAbsent(full, d.name().span());
      if (first != null) {
        report.twice(full.toString(), d.name().span(), first);
        return;
      }
    }
    put(enums, types, d, d.name(), namespace);
  }

  private void addMixin(Declaration.MixinDecl d, String namespace) {
    QName full = new QName(namespace, d.name().text());
    Declared<Declaration.MixinDecl> declared = new Declared<>(d, namespace, full, d.name().span());
    Declared<Declaration.MixinDecl> first = mixins.putIfAbsent(full, declared);
    if (first != null) {
      report.twice(full.toString(), d.name().span(), first.place());
    }
  }

  private void addNative(Declaration.NativeDecl d, String namespace) {
    if (d.kind().equals("type")) {
      put(nativeTypes, types, d, d.name(), namespace);
      return;
    }
    if (d.kind().equals("foreign table")) {
      foreignTables.add(declaredName(d.name(), namespace));
    }
    inOrder.add(new Declared<>(d, namespace, declaredName(d.name(), namespace), d.name().span()));
  }
}
