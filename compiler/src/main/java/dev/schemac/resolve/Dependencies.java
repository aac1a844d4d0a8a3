package dev.schemac.resolve;

import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import dev.schemac.resolve.SqlScanner.Kind;
import dev.schemac.resolve.SqlScanner.Piece;
import dev.schemac.syntax.Declaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a text depends on, as far as its words tell: tables, views, sequences, types and routines
 * that it names. Too much does no harm beyond the order of creation.
 */
final class Dependencies {
  private final Map<String, List<ObjectPath>> byName = new HashMap<>();
  private final Map<String, Boolean> namespaces = new HashMap<>();

  Dependencies(ResolveContext context, Iterable<SchemaObject> tablesAndTypes) {
    for (SchemaObject object : tablesAndTypes) {
      add(object.path(), object.path().owner().name());
    }
    Declarations declarations = context.declarations;
    declarations.views.forEach((n, d) -> add(ObjectPath.of(viewKind(d), n), n.name()));
    declarations.nativeTypes.forEach(
        (n, d) -> add(new ObjectPath(ObjectKind.NATIVE, n, "type"), n.name()));
    for (Declared<Declaration.RoutineDecl> routine : declarations.routines) {
      add(RoutineBuilder.path(routine, context.target), routine.name().name());
    }
  }

  private static ObjectKind viewKind(Declared<Declaration.ViewDecl> view) {
    return view.declaration().materialized() ? ObjectKind.MATERIALIZED_VIEW : ObjectKind.VIEW;
  }

  private void add(ObjectPath path, String name) {
    byName.computeIfAbsent(fold(name), n -> new ArrayList<>()).add(path);
    namespaces.put(fold(path.owner().namespace()), true);
  }

  /**
   * The declared objects that the text names.
   *
   * @param namespace where the text stands: a bare name means an object there or in the default one
   */
  Set<ObjectPath> of(String text, String namespace, ObjectPath self) {
    Set<ObjectPath> found = new LinkedHashSet<>();
    String qualifier = "";
    String before = "";
    for (Piece piece : SqlScanner.scan(text)) {
      if (piece.kind() == Kind.WORD || piece.kind() == Kind.QUOTED) {
        String owner = qualifier.isEmpty() || isNamespace(qualifier) ? qualifier : null;
        if (owner != null) {
          match(piece.name(), owner, namespace, found);
        }
        before = piece.name();
        qualifier = "";
      } else if (piece.text().equals(".")) {
        qualifier = before;
      } else {
        qualifier = "";
        before = "";
      }
    }
    found.remove(self);
    return found;
  }

  private boolean isNamespace(String name) {
    return namespaces.containsKey(fold(name));
  }

  private void match(String name, String qualifier, String namespace, Set<ObjectPath> found) {
    for (ObjectPath path : byName.getOrDefault(fold(name), List.of())) {
      QName owner = path.owner();
      boolean visible =
          qualifier.isEmpty()
              ? !owner.hasNamespace() || owner.namespace().equals(namespace)
              : fold(owner.namespace()).equals(fold(qualifier));
      if (visible) {
        found.add(path);
      }
    }
  }

  private static String fold(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
