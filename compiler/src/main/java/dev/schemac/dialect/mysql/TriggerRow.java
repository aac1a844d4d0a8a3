package dev.schemac.dialect.mysql;

import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.SchemaObject.Trigger;
import dev.schemac.sql.MySqlQuoting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The triggers of one table, time and event in the order in which the server runs them. In the
 * model each but the first says which one it follows.
 */
final class TriggerRow {
  private static final Pattern HEADER =
      Pattern.compile(
          "CREATE (?:DEFINER = \\S.*? )?TRIGGER (?:`[^`]+`\\.)?`(?:[^`]|``)+` (?<moment>\\w+ \\w+)"
              + " ON .*? FOR EACH ROW(?: FOLLOWS `(?<follows>(?:[^`]|``)+)`)?");

  private TriggerRow() {}

  /**
   * The trigger with a definition that brings it to its place whatever stands there already: the
   * first of a row has to say whom it precedes.
   *
   * @param in the schema whose order counts
   * @param other the schema on the other side of the change
   */
  static Trigger placed(Trigger trigger, Schema in, Schema other) {
    if (follows(trigger).isPresent()) {
      return trigger;
    }
    for (Trigger next : behind(trigger, in)) {
      Optional<Trigger> there = other.object(next.path()).map(Trigger.class::cast);
      if (there.filter(t -> moment(t).equals(moment(trigger))).isPresent()) {
        return preceding(trigger, next.name());
      }
    }
    return trigger;
  }

  /**
   * What has to be made anew behind a trigger that is: where the order changes, those that follow
   * it and would stay where they are.
   */
  static List<Trigger> chain(Trigger trigger, Schema before, Schema after) {
    List<Trigger> chain = new ArrayList<>();
    if (keepsOrder(trigger, before, after)) {
      return chain;
    }
    for (Trigger next : behind(trigger, after)) {
      boolean stays = before.object(next.path()).filter(next::equals).isPresent();
      if (!stays) {
        return chain;
      }
      chain.add(next);
    }
    return chain;
  }

  /** The trigger that it follows, which has to be there first and goes later. */
  static List<ObjectPath> leansOn(SchemaObject object) {
    return object instanceof Trigger trigger
        ? follows(trigger)
            .map(name -> List.of(new ObjectPath(ObjectKind.TRIGGER, trigger.table(), name)))
            .orElse(List.of())
        : List.of();
  }

  private static boolean keepsOrder(Trigger trigger, Schema before, Schema after) {
    List<ObjectPath> now = paths(row(trigger, after));
    List<ObjectPath> then = paths(row(trigger, before));
    List<ObjectPath> both = now.stream().filter(then::contains).toList();
    return then.stream().filter(now::contains).toList().equals(both);
  }

  private static List<ObjectPath> paths(List<Trigger> row) {
    return row.stream().map(Trigger::path).toList();
  }

  private static List<Trigger> behind(Trigger trigger, Schema schema) {
    List<Trigger> row = row(trigger, schema);
    int at = paths(row).indexOf(trigger.path());
    return row.subList(at + 1, row.size());
  }

  private static List<Trigger> row(Trigger trigger, Schema schema) {
    List<Trigger> waiting = new ArrayList<>();
    for (Trigger other : schema.all(Trigger.class)) {
      if (other.table().equals(trigger.table()) && moment(other).equals(moment(trigger))) {
        waiting.add(other);
      }
    }
    List<Trigger> row = new ArrayList<>();
    Optional<Trigger> next = waiting.stream().filter(t -> follows(t).isEmpty()).findFirst();
    while (next.isPresent()) {
      String last = next.get().name();
      row.add(next.get());
      next = waiting.stream().filter(t -> follows(t).filter(last::equals).isPresent()).findFirst();
    }
    return row;
  }

  private static String moment(Trigger trigger) {
    Matcher m = HEADER.matcher(trigger.definition());
    return m.lookingAt() ? m.group("moment") : "";
  }

  private static Optional<String> follows(Trigger trigger) {
    Matcher m = HEADER.matcher(trigger.definition());
    return m.lookingAt()
        ? Optional.ofNullable(m.group("follows")).map(n -> n.replace("``", "`"))
        : Optional.empty();
  }

  private static Trigger preceding(Trigger t, String next) {
    int header = t.definition().indexOf('\n');
    String precedes = " PRECEDES ".concat(MySqlQuoting.INSTANCE.identifier(next));
    return new Trigger(
        t.table(),
        t.name(),
        t.definition()
            .substring(0, header)
            .concat(precedes)
            .concat(t.definition().substring(header)),
        t.dependsOn(),
        t.comment(),
        t.options());
  }
}
