package dev.schemac.dialect.mysql;

import dev.schemac.model.SchemaObject;
import dev.schemac.sql.MySqlHeader;
import dev.schemac.sql.TypedHeader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A user's trigger as it is sent: MariaDB keeps the header to the last blank. */
final class TriggerText {
  private static final Pattern HEAD =
      Pattern.compile(
          "(?s)(CREATE (?:DEFINER = .*? )?)TRIGGER .*? ((?:BEFORE|AFTER) [A-Z]+) ON .*? FOR EACH"
              + " ROW((?: (?:FOLLOWS|PRECEDES) `(?:[^`]|``)*`)?)\n(.*)");

  private TriggerText() {}

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
