package dev.schemac.plan;

import dev.schemac.ddl.Statement;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.RoutineName;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import dev.schemac.plan.DependantRecreation.Touch;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What PostgreSQL does not let an object go without, or takes away with it, to any depth: views of
 * a table, a view or a function, triggers, policies and privileges on it, rules and statistics,
 * routines whose head or whose body in SQL's own syntax names it.
 */
final class DependantClosure {
  /** Nothing hangs on these. */
  private static final Set<ObjectKind> LEAVES =
      EnumSet.of(ObjectKind.TRIGGER, ObjectKind.POLICY, ObjectKind.GRANT, ObjectKind.NAMESPACE);

  private static final Pattern STRING_BODY = Pattern.compile("(?i)\\bAS\\s+(?:\\$|E?')");

  private DependantClosure() {}

  /** The objects that the steps drop or replace by others. */
  static Map<ObjectPath, Touch> going(List<StepOrder.Entry> entries) {
    Map<ObjectPath, Touch> going = new LinkedHashMap<>();
    for (StepOrder.Entry entry : entries) {
      Touch touch = new Touch(entry.rank(), entry.step().phase());
      for (Statement statement : entry.step().statements()) {
        if (statement instanceof Statement.Drop(var object)) {
          going.merge(object.path(), touch, Touch::earlier);
        }
      }
      for (ObjectPath path : entry.step().removes()) {
        if (isType(path) || isCollation(path)) {
          going.merge(path, touch, Touch::earlier);
        }
      }
    }
    going.keySet().removeIf(p -> LEAVES.contains(p.kind()));
    return going;
  }

  /** What hangs on them, each with the first change that it stands in the way of. */
  static Map<ObjectPath, Touch> of(Schema before, Map<ObjectPath, Touch> going) {
    if (going.isEmpty()) {
      return Map.of();
    }
    Map<ObjectPath, List<ObjectPath>> dependants = dependants(before);
    Map<ObjectPath, Touch> all = new LinkedHashMap<>(going);
    Map<ObjectPath, Touch> found = new LinkedHashMap<>();
    Deque<ObjectPath> open = new ArrayDeque<>(going.keySet());
    Set<ObjectPath> seen = new HashSet<>();
    while (!open.isEmpty()) {
      ObjectPath path = open.poll();
      if (seen.add(path)) {
        for (ObjectPath dependant : dependants.getOrDefault(path, List.of())) {
          Touch touch = all.get(path);
          all.merge(dependant, touch, Touch::earlier);
          found.merge(dependant, touch, Touch::earlier);
          open.add(dependant);
        }
      }
    }
    return found;
  }

  private static Map<ObjectPath, List<ObjectPath>> dependants(Schema before) {
    Needs needs = new Needs(before);
    Map<ObjectPath, List<ObjectPath>> found = new HashMap<>();
    for (SchemaObject object : before.objects()) {
      for (ObjectPath need : hard(object, needs)) {
        found.computeIfAbsent(need, n -> new ArrayList<>()).add(object.path());
      }
    }
    return found;
  }

  private static Set<ObjectPath> hard(SchemaObject object, Needs needs) {
    return switch (object) {
      case SchemaObject.View o -> needs.of(o);
      case SchemaObject.Trigger o -> needs.of(o);
      case SchemaObject.Policy o -> needs.of(o);
      case SchemaObject.Grant o -> o.isDefault() ? Set.of() : needs.of(o);
      case SchemaObject.NativeObject o -> needs.of(o);
      case SchemaObject.Routine o -> named(o, needs);
      case SchemaObject.Domain o -> types(needs.of(o));
      // These are altered, not made anew.
      case Table ignored -> Set.of();
      case SchemaObject.Sequence ignored -> Set.of();
      case SchemaObject.EnumType ignored -> Set.of();
      case SchemaObject.Namespace ignored -> Set.of();
      case SchemaObject.Extension ignored -> Set.of();
      case SchemaObject.Role ignored -> Set.of();
      case SchemaObject.ExternalType ignored -> Set.of();
    };
  }

  /** Its default and its checks come and go by themselves. */
  private static Set<ObjectPath> types(Set<ObjectPath> needs) {
    Set<ObjectPath> found = new LinkedHashSet<>(needs);
    found.removeIf(p -> !isType(p) && !isCollation(p));
    return found;
  }

  private static boolean isCollation(ObjectPath path) {
    return path.kind() == ObjectKind.NATIVE && path.member().equals("collation");
  }

  /** What can stand behind a column's name. */
  static boolean isType(ObjectPath path) {
    return path.kind() == ObjectKind.ENUM
        || path.kind() == ObjectKind.DOMAIN
        || path.kind() == ObjectKind.NATIVE && path.member().equals("type");
  }

  /** The server keeps a body in a string as text, and looks up its names only when it runs. */
  private static Set<ObjectPath> named(SchemaObject.Routine routine, Needs needs) {
    Matcher body = STRING_BODY.matcher(routine.definition());
    Set<ObjectPath> found = new LinkedHashSet<>(needs.of(routine));
    if (body.find()) {
      Set<String> head = SqlWords.of(routine.definition().substring(0, body.start()));
      found.removeIf(p -> !head.contains(local(p)));
    }
    return found;
  }

  /** Whether the server keeps a body as text. */
  static boolean hasTextBody(SchemaObject.Routine routine) {
    return STRING_BODY.matcher(routine.definition()).find();
  }

  /** The name without a routine's parameters. */
  static String local(ObjectPath path) {
    return RoutineName.bare(path.owner().name());
  }
}
