package dev.schemac.diff;

import dev.schemac.model.Options;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The character set that MySQL gives to what says none: the database's own. A newer schema that
 * does not name it lets it be, and with it the tables that have it and say nothing.
 */
final class DatabaseDefaults {
  private static final String CHARSET = "charset";
  private static final String COLLATE = "collate";

  private DatabaseDefaults() {}

  /** The older schema without what the newer one has no say in. */
  static Schema letBe(Schema before, Schema after, Renames renames) {
    SortedMap<String, String> defaults = of(before);
    if (defaults.isEmpty() || !of(after).isEmpty()) {
      return before;
    }
    List<SchemaObject> objects = new ArrayList<>();
    for (SchemaObject object : before.objects()) {
      if (object instanceof Table table) {
        boolean says =
            after
                .table(renames.relation(table.name()))
                .filter(t -> t.options().containsKey(CHARSET))
                .isPresent();
        objects.add(says || !has(table, defaults) ? table : without(table));
      } else if (!object.path().equals(SchemaObject.Namespace.DEFAULT)) {
        objects.add(object);
      } else if (after.object(object.path()).isPresent()) {
        objects.add(without(object));
      }
    }
    return Schema.of(before.target(), objects);
  }

  /** The character set, and its collation where it is not the set's own; empty where unsaid. */
  static SortedMap<String, String> of(Schema schema) {
    return schema
        .object(SchemaObject.Namespace.DEFAULT)
        .map(o -> only(ObjectOptions.of(o)))
        .orElse(Options.none());
  }

  /** Whether a table has what the database gives. */
  static boolean has(Table table, SortedMap<String, String> defaults) {
    return only(table.options()).equals(defaults);
  }

  private static SortedMap<String, String> only(SortedMap<String, String> options) {
    SortedMap<String, String> some = new TreeMap<>(options);
    some.keySet().retainAll(List.of(CHARSET, COLLATE));
    return some;
  }

  private static SchemaObject without(SchemaObject object) {
    SortedMap<String, String> rest = new TreeMap<>(ObjectOptions.of(object));
    rest.keySet().removeAll(List.of(CHARSET, COLLATE));
    return ObjectOptions.with(object, rest);
  }
}
