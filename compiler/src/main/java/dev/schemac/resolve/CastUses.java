package dev.schemac.resolve;

import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import dev.schemac.resolve.DependencyGraph.Strength;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which texts may convert by which casts. A cast has no name that a text could mention, and an
 * implicit one leaves no word at all: what reaches one of its types may need it.
 */
final class CastUses {
  private static final Set<String> WITH_EXPRESSIONS = Set.of("rule", "statistics");

  private static final Set<ObjectKind> TYPE_KINDS =
      Set.of(ObjectKind.ENUM, ObjectKind.DOMAIN, ObjectKind.TYPE, ObjectKind.TABLE);

  private static final Pattern TYPES =
      Pattern.compile("(?i)CREATE CAST \\((.+?) AS (.+?)\\).*?(AS IMPLICIT)?$", Pattern.DOTALL);

  private final Schema schema;
  private final Map<ObjectPath, Map<ObjectPath, Strength>> edges;

  CastUses(Schema schema, Map<ObjectPath, Map<ObjectPath, Strength>> edges) {
    this.schema = schema;
    this.edges = edges;
  }

  void add() {
    List<SchemaObject.NativeObject> casts =
        schema.all(SchemaObject.NativeObject.class).stream()
            .filter(n -> n.nativeKind().equals("cast"))
            .toList();
    if (casts.isEmpty()) {
      return;
    }
    Map<ObjectPath, Set<ObjectPath>> reached = new HashMap<>();
    for (SchemaObject object : schema.objects()) {
      if (converts(object)) {
        for (SchemaObject.NativeObject cast : casts) {
          boolean needed =
              reached.computeIfAbsent(cast.path(), this::reach).contains(object.path());
          if (!needed && uses(object, cast, reached)) {
            edges
                .computeIfAbsent(object.path(), o -> new LinkedHashMap<>())
                .putIfAbsent(cast.path(), Strength.LIKELY);
          }
        }
      }
    }
  }

  private boolean uses(
      SchemaObject object,
      SchemaObject.NativeObject cast,
      Map<ObjectPath, Set<ObjectPath>> reached) {
    List<ObjectPath> types =
        edges.getOrDefault(cast.path(), Map.of()).keySet().stream()
            .filter(CastUses::isType)
            .toList();
    Matcher written = TYPES.matcher(cast.create().strip());
    if (!types.isEmpty() || !written.matches()) {
      Set<ObjectPath> all = reached.computeIfAbsent(object.path(), this::reach);
      return types.stream().anyMatch(all::contains);
    }
    return written.group(3) != null || text(object).contains("::" + written.group(2));
  }

  private static boolean isType(ObjectPath path) {
    return TYPE_KINDS.contains(path.kind()) || path.member().equals("type");
  }

  /** Whether the server looks up casts when it makes the object. */
  private static boolean converts(SchemaObject object) {
    return switch (object) {
      case SchemaObject.View ignored -> true;
      case SchemaObject.Policy ignored -> true;
      case SchemaObject.Trigger ignored -> true;
      case SchemaObject.Routine ignored -> true;
      case SchemaObject.NativeObject o -> WITH_EXPRESSIONS.contains(o.nativeKind());
      case SchemaObject ignored -> false;
    };
  }

  private static String text(SchemaObject object) {
    return switch (object) {
      case SchemaObject.View o -> o.query();
      case SchemaObject.Policy o -> o.definition();
      case SchemaObject.Trigger o -> o.definition();
      case SchemaObject.Routine o -> o.definition();
      case SchemaObject.NativeObject o -> o.create();
      case SchemaObject ignored -> "";
    };
  }

  private Set<ObjectPath> reach(ObjectPath from) {
    Set<ObjectPath> seen = new HashSet<>();
    Deque<ObjectPath> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      for (ObjectPath to : edges.getOrDefault(open.poll(), Map.of()).keySet()) {
        if (seen.add(to)) {
          open.add(to);
        }
      }
    }
    return seen;
  }
}
