package dev.schemac.dialect.mysql;

import dev.schemac.model.Options;
import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import dev.schemac.sql.MySqlHeader;
import dev.schemac.sql.MySqlQuoting;
import dev.schemac.sql.SqlWriter;
import dev.schemac.sql.TypedHeader;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A user's trigger as it is sent: MariaDB keeps the header to the last blank. */
final class TriggerText {
  private static final Pattern HEAD =
      Pattern.compile(
          "(?s)(CREATE (?:DEFINER = .*? )?)TRIGGER .*? ((?:BEFORE|AFTER) [A-Z]+) ON .*? FOR EACH"
              + " ROW((?: (?:FOLLOWS|PRECEDES) `(?:[^`]|``)*`)?)\n(.*)");

  private TriggerText() {}

  /** Whether a trigger's text can be taken apart. */
  static boolean isKnown(SchemaObject.Trigger trigger) {
    return HEAD.matcher(trigger.definition()).matches();
  }

  /** The same trigger on another table, for as long as that has its own name. */
  static SchemaObject.Trigger on(SchemaObject.Trigger trigger, QName table) {
    return written(trigger, table, trigger.name(), body(trigger));
  }

  /**
   * A trigger on a copy, under another name, that passes over what a mirror trigger writes.
   *
   * @param mirror the mirror trigger's name
   */
  static SchemaObject.Trigger standingIn(
      SchemaObject.Trigger trigger, QName table, String name, String mirror) {
    String passing = String.join("", "IF NOT (", MirrorMark.isSet(mirror), ") THEN\n");
    return written(trigger, table, name, passing.concat(body(trigger)).concat("\n;\nEND IF"));
  }

  private static SchemaObject.Trigger written(
      SchemaObject.Trigger trigger, QName table, String name, String body) {
    Matcher head = HEAD.matcher(trigger.definition());
    if (!head.matches()) {
      throw new IllegalArgumentException(trigger.name());
    }
    SqlWriter sql = new SqlWriter(MySqlQuoting.INSTANCE).phrase("TRIGGER");
    sql.name(table.withName(name)).phrase(head.group(2)).phrase("ON").name(table);
    String text = head.group(1).concat(sql.phrase("FOR EACH ROW").line(0).raw(body).text());
    return new SchemaObject.Trigger(
        table, name, text, trigger.dependsOn(), Optional.empty(), Options.none());
  }

  private static String body(SchemaObject.Trigger trigger) {
    Matcher head = HEAD.matcher(trigger.definition());
    return head.matches() ? head.group(4) : "";
  }

  /** With the typed header where it is still about the same trigger. */
  static String of(SchemaObject.Trigger trigger) {
    String typed = trigger.options().get("header");
    Matcher head = HEAD.matcher(trigger.definition());
    if (typed == null || !head.matches()) {
      return trigger.definition();
    }
    TypedHeader header =
        new TypedHeader(
            MySqlHeader.unescaped(typed), trigger.name(), head.group(2), trigger.table().name());
    // The server cuts the place out with the blank before it.
    String bare = header.text().stripTrailing();
    String rest = header.text().substring(bare.length());
    return header.isOfTrigger()
        ? head.group(1) + bare + head.group(3) + rest + head.group(4)
        : trigger.definition();
  }
}
