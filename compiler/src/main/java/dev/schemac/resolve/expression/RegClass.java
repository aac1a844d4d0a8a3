package dev.schemac.resolve.expression;

import dev.schemac.model.QName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** PostgreSQL's {@code regclass} text: {@code shop."Order_id_seq"}. */
final class RegClass {
  private RegClass() {}

  static QName read(String text) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean doubled = quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"';
      if (doubled) {
        part.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == '.' && !quoted) {
        parts.add(part.toString());
        part.setLength(0);
      } else {
        part.append(quoted ? String.valueOf(c) : String.valueOf(c).toLowerCase(Locale.ROOT));
      }
    }
    return parts.isEmpty()
        ? QName.of(part.toString())
        : new QName(parts.get(parts.size() - 1), part.toString());
  }
}
