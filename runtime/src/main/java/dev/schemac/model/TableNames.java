package dev.schemac.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names of tables as the value of an option: {@code parent, archive.`Old One`}. */
public final class TableNames {
  private static final Pattern PART = Pattern.compile("`((?:[^`]|``)*)`|([^.,`\\s]+)|([.,])");
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private TableNames() {}

  /** The names in the value, in their order. */
  public static List<QName> read(String value) {
    List<QName> names = new ArrayList<>();
    List<String> parts = new ArrayList<>();
    Matcher m = PART.matcher(value);
    while (m.find()) {
      if (",".equals(m.group(3))) {
        names.add(name(parts));
        parts.clear();
      } else if (m.group(3) == null) {
        parts.add(m.group(1) == null ? m.group(2) : m.group(1).replace("``", "`"));
      }
    }
    if (!parts.isEmpty()) {
      names.add(name(parts));
    }
    return names;
  }

  private static QName name(List<String> parts) {
    return parts.size() < 2
        ? QName.of(String.join("", parts))
        : new QName(parts.get(0), parts.get(1));
  }

  /** The value of the names. */
  public static String write(List<QName> names) {
    return names.stream()
        .map(n -> (n.hasNamespace() ? quoted(n.namespace()) + "." : "") + quoted(n.name()))
        .collect(Collectors.joining(", "));
  }

  private static String quoted(String name) {
    return PLAIN.matcher(name).matches() ? name : "`" + name.replace("`", "``") + "`";
  }
}
