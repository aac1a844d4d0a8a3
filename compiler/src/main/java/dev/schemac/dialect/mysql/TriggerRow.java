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

  /** Whether two triggers are of one table, time and event. */
  static boolean isBeside(Trigger a, Trigger b) {
    return a.table().equals(b.table()) && moment(a).equals(moment(b));
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

  /** The triggers beside one, in their order. */
  static List<Trigger> row(Trigger trigger, Schema schema) {
    List<Trigger> waiting = new ArrayList<>();
    for (Trigger other : schema.all(Trigger.class)) {
      if (isBeside(other, trigger)) {
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

  static Trigger preceding(Trigger trigger, String next) {
    return placed(trigger, " PRECEDES ".concat(MySqlQuoting.INSTANCE.identifier(next)));
  }

  static Trigger following(Trigger trigger, String previous) {
    return placed(trigger, " FOLLOWS ".concat(MySqlQuoting.INSTANCE.identifier(previous)));
  }

  /** Without a word about others. */
  static Trigger alone(Trigger trigger) {
    return placed(trigger, "");
  }

  private static Trigger placed(Trigger t, String place) {
    Matcher m = HEADER.matcher(t.definition());
    if (!m.lookingAt()) {
      return t;
    }
    String said = m.group("follows");
    int end = said == null ? m.end() : m.start("follows") - " FOLLOWS `".length();
    return new Trigger(
        t.table(),
        t.name(),
        t.definition().substring(0, end).concat(place).concat(t.definition().substring(m.end())),
        t.dependsOn(),
        t.comment(),
        t.options());
  }
}
