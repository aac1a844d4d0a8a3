package dev.schemac.diff;

import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.Index;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A declared schema with everything that is ignored as the live database has it, so that neither a
 * comparison nor a plan has anything to say about it.
 */
public final class IgnoredParts {
  private final Schema live;
  private final List<IgnoreRule> rules;

  private IgnoredParts(Schema live, List<IgnoreRule> rules) {
    this.live = live;
    this.rules = rules;
  }

  /** The declared schema, where no rule applies unchanged. */
  public static Schema asTheyAre(Schema live, Schema declared, List<IgnoreRule> rules) {
    return rules.isEmpty() ? declared : new IgnoredParts(live, rules).of(declared);
  }

  private Schema of(Schema declared) {
    List<SchemaObject> objects = new ArrayList<>();
    for (SchemaObject object : declared.objects()) {
      if (!isIgnored(object.path())) {
        objects.add(object instanceof Table table ? table(table) : object);
      }
    }
    live.objects().stream().filter(o -> isIgnored(o.path())).forEach(objects::add);
    return Schema.of(declared.target(), objects);
  }

  private boolean isIgnored(ObjectPath path) {
    return rules.stream().anyMatch(rule -> rule.covers(path));
  }

  private Table table(Table declared) {
    return live.table(declared.name()).map(is -> table(declared, is)).orElse(declared);
  }

  private Table table(Table declared, Table is) {
    QName name = declared.name();
    Function<Column, ObjectPath> column = c -> ObjectPath.column(name, c.name());
    Function<Constraint, ObjectPath> key = c -> new ObjectPath(c.kind(), name, c.name());
    Function<Index, ObjectPath> index = i -> new ObjectPath(ObjectKind.INDEX, name, i.name());
    return declared
        .withColumns(mixed(declared.columns(), is.columns(), column))
        .withConstraints(mixed(declared.constraints(), is.constraints(), key))
        .withIndexes(mixed(declared.indexes(), is.indexes(), index));
  }

  /** What is ignored keeps its place among the declared ones where it has one there. */
  private <T> List<T> mixed(List<T> declared, List<T> live, Function<T, ObjectPath> path) {
    List<T> all = new ArrayList<>();
    List<T> ignored = new ArrayList<>(live.stream().filter(t -> isIgnored(path.apply(t))).toList());
    for (T part : declared) {
      ObjectPath at = path.apply(part);
      if (!isIgnored(at)) {
        all.add(part);
        continue;
      }
      for (T is : List.copyOf(ignored)) {
        if (path.apply(is).equals(at)) {
          all.add(is);
          ignored.remove(is);
        }
      }
    }
    all.addAll(ignored);
    return all;
  }
}
