package dev.schemac.plan;

import dev.schemac.model.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PostgreSQL's composite types, and what their values are made of. */
public final class CompositeTypes {
  private static final Pattern COMPOSITE =
      Pattern.compile("(?is)\\s*CREATE\\s+TYPE\\s+\\S.*?\\sAS\\s*\\((.*)");
  private static final Pattern PIECE = Pattern.compile("\"(?:[^\"]|\"\")*\"|[^\"]");
  private static final Pattern ATTRIBUTE =
      Pattern.compile("(?is)\\s*(\"(?:[^\"]|\"\")+\"|\\S+)\\s+(.*?)(?:\\s+COLLATE\\s+\\S.*)?\\s*");

  /** An attribute: its name without quotes and its type as it is written. */
  public record Attribute(String name, String type) {}

  private CompositeTypes() {}

  /** Whether a type is a composite one. */
  public static boolean is(SchemaObject object) {
    return object instanceof SchemaObject.NativeObject type
        && type.nativeKind().equals("type")
        && COMPOSITE.matcher(type.create()).matches();
  }

  /** The attributes in their order. */
  public static List<Attribute> attributes(SchemaObject.NativeObject type) {
    Matcher list = COMPOSITE.matcher(type.create());
    return list.matches()
        ? parts(list.group(1)).stream()
            .map(ATTRIBUTE::matcher)
            .filter(Matcher::matches)
            .map(m -> new Attribute(unquoted(m.group(1)), m.group(2)))
            .toList()
        : List.of();
  }

  /** What stands between the commas of a list that is open, without those in parentheses. */
  private static List<String> parts(String list) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    int depth = 0;
    Matcher pieces = PIECE.matcher(list);
    while (depth >= 0 && pieces.find()) {
      String piece = pieces.group();
      depth += piece.equals("(") ? 1 : piece.equals(")") ? -1 : 0;
      if (depth == 0 && piece.equals(",")) {
        parts.add(part.toString());
        part.setLength(0);
      } else if (depth >= 0) {
        part.append(piece);
      }
    }
    parts.add(part.toString());
    return parts;
  }

  /** The name that an identifier stands for. */
  public static String unquoted(String identifier) {
    return identifier.startsWith("\"")
        ? identifier.substring(1, identifier.length() - 1).replace("\"\"", "\"")
        : identifier.toLowerCase(Locale.ROOT);
  }
}
