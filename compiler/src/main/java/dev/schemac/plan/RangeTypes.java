package dev.schemac.plan;

import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PostgreSQL's range types, each of which brings a multirange type along. */
public final class RangeTypes {
  private static final String NAME = "(\"(?:[^\"]|\"\")+\"|\\w+)";
  private static final Pattern MULTIRANGE =
      Pattern.compile("(?i)multirange_type_name\\s*=\\s*(?:" + NAME + "\\.)?" + NAME);
  private static final Pattern RANGE =
      Pattern.compile("(?is)\\s*CREATE\\s+TYPE\\s+\\S.*?\\sAS\\s+RANGE\\s*\\(.*");

  private static final Pattern SUBTYPE =
      Pattern.compile("(?is)\\bsubtype\\s*=\\s*((?:\"(?:[^\"]|\"\")+\"|\\([^)]*\\)|[^,()\"])+)");

  private RangeTypes() {}

  /** Whether a type is a range type. */
  public static boolean is(SchemaObject.NativeObject type) {
    return type.nativeKind().equals("type") && RANGE.matcher(type.create()).matches();
  }

  /** The multirange type of a range type: the one that it names, else what the server calls it. */
  public static Optional<QName> multirange(SchemaObject.NativeObject type) {
    if (!is(type)) {
      return Optional.empty();
    }
    Matcher m = MULTIRANGE.matcher(type.create());
    if (m.find()) {
      String space = unquoted(m.group(1), type.name().namespace());
      return Optional.of(new QName(space, unquoted(m.group(2), "")));
    }
    String name = type.name().name();
    return Optional.of(
        type.name()
            .withName(
                name.contains("range")
                    ? name.replaceFirst("range", "multirange")
                    : name + "_multirange"));
  }

  /** What its bounds are of, as it is written. */
  public static Optional<String> subtype(SchemaObject.NativeObject type) {
    Matcher m = SUBTYPE.matcher(type.create());
    return is(type) && m.find() ? Optional.of(m.group(1).strip()) : Optional.empty();
  }

  private static String unquoted(String name, String otherwise) {
    String bare = name == null ? otherwise : name;
    return bare.startsWith("\"")
        ? bare.substring(1, bare.length() - 1).replace("\"\"", "\"")
        : bare;
  }
}
