package dev.schemac.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A trigger's header to the last blank, which MariaDB keeps: all between the definer and the body.
 *
 * @param text {@code trigger t before insert on x for each row } as somebody typed it
 * @param name of the trigger
 * @param moment {@code BEFORE INSERT}
 * @param table that it stands on
 */
public record TypedHeader(String text, String name, String moment, String table) {
  private static final Pattern TOKEN = Pattern.compile("(?s)`((?:[^`]|``)*)`|[^\\s`.]+|\\.");

  /** Whether another text would not give the same, and this one is about the same trigger. */
  public boolean isUnusual() {
    return !text.equals(usual()) && isOfTrigger();
  }

  /** As schemac writes it. */
  private String usual() {
    SqlWriter sql = new SqlWriter(MySqlQuoting.INSTANCE).phrase("TRIGGER").identifier(name);
    sql.phrase(moment).phrase("ON").identifier(table).phrase("FOR EACH ROW");
    return sql.text().concat("\n");
  }

  /** Whether the text says what the other components say, and names no database. */
  public boolean isOfTrigger() {
    List<String> words = new ArrayList<>();
    Matcher token = TOKEN.matcher(text);
    while (token.find()) {
      boolean quoted = token.group(1) != null;
      words.add(quoted ? token.group(1).replace("``", "`") : token.group());
    }
    List<String> expected = new ArrayList<>(List.of("trigger", name));
    expected.addAll(List.of(moment.split(" ")));
    expected.addAll(List.of("on", table, "for", "each", "row"));
    if (words.size() == expected.size() + 3) {
      words.subList(1, 4).clear();
    }
    return lower(words).equals(lower(expected));
  }

  private static List<String> lower(List<String> words) {
    return words.stream().map(w -> w.toLowerCase(Locale.ROOT)).toList();
  }
}
