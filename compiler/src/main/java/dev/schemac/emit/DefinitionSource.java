package dev.schemac.emit;

import dev.schemac.model.Dialect;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.SchemaObject.Grant;
import dev.schemac.model.SchemaObject.Policy;
import dev.schemac.model.SchemaObject.Routine;
import dev.schemac.model.SchemaObject.Trigger;
import dev.schemac.sql.EmbeddedNames;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Objects that the model holds as {@code create} statements, back as the declarations they were
 * made of: the language's headers are SQL's without {@code create} (rule 10).
 */
final class DefinitionSource {
  private static final Pattern DEFINER =
      Pattern.compile("DEFINER = '((?:[^']|'')*)'@'((?:[^']|'')*)' ");
  private static final Pattern DOLLAR =
      Pattern.compile("(.*?) AS (\\$\\w*\\$)(.*)\\2", Pattern.DOTALL);
  private static final Pattern STANDARD =
      Pattern.compile("\n(BEGIN ATOMIC|RETURN )", Pattern.CASE_INSENSITIVE);
  private static final Pattern DEFAULTS =
      Pattern.compile(
          "ALTER DEFAULT PRIVILEGES(?: FOR ROLE (.*?))?(?: IN SCHEMA (.*?))? (GRANT|REVOKE) (.*) ON"
              + " (TABLES|SEQUENCES|FUNCTIONS|ROUTINES|TYPES|SCHEMAS|LARGE OBJECTS) (TO|FROM)"
              + " (.*)");

  private final Dialect dialect;

  DefinitionSource(Dialect dialect) {
    this.dialect = dialect;
  }

  String routine(Routine o) {
    if (o.external()) {
      String word = o.kind() == ObjectKind.PROCEDURE ? "procedure " : "function ";
      return "external " + word + ObjectText.routineName(o.name()) + "\n";
    }
    String definition = withoutCreate(o.definition());
    String attribute = attribute(definition, o.options());
    String text = DEFINER.matcher(definition).replaceFirst("");
    Matcher dollar = DOLLAR.matcher(text);
    if (dialect == Dialect.POSTGRES && dollar.matches()) {
      return header(dollar.group(1)) + attribute + " = " + Lines.exact(dollar.group(3)) + "\n";
    }
    return STANDARD.matcher(text).find() || dialect == Dialect.MYSQL
        ? withBody(text, attribute)
        : header(text) + attribute + "\n";
  }

  /** A header on one line, the body below it. */
  private String withBody(String text, String attribute) {
    int end = text.indexOf('\n');
    return end < 0
        ? header(text) + attribute + "\n"
        : header(text.substring(0, end))
            + attribute
            + " = "
            + Lines.raw(text.substring(end + 1))
            + "\n";
  }

  /** On MySQL a trigger's name carries its database; the language has the table's. */
  String trigger(Trigger o) {
    String definition = withoutCreate(o.definition());
    String attribute = attribute(definition, o.options());
    String text = DEFINER.matcher(definition).replaceFirst("");
    if (dialect == Dialect.POSTGRES) {
      return header(text) + attribute + "\n";
    }
    if (dialect == Dialect.MYSQL && o.table().hasNamespace()) {
      String namespace = "`" + o.table().namespace().replace("`", "``") + "`.";
      text = text.replaceFirst("TRIGGER " + Pattern.quote(namespace), "TRIGGER ");
    }
    return withBody(text, attribute);
  }

  String policy(Policy o) {
    return header(withoutCreate(o.definition())) + "\n";
  }

  String grant(Grant o) {
    Matcher defaults = DEFAULTS.matcher(o.definition());
    if (!defaults.matches()) {
      return header(o.definition()) + "\n";
    }
    String by = defaults.group(1) == null ? "" : " granted by " + defaults.group(1);
    String in = defaults.group(2) == null ? "" : " in schema " + defaults.group(2);
    return header(
            lower(defaults.group(3))
                + " "
                + defaults.group(4)
                + " on new "
                + lower(defaults.group(5))
                + in
                + " "
                + lower(defaults.group(6))
                + " "
                + defaults.group(7)
                + by)
        + "\n";
  }

  private static String lower(String words) {
    return words.toLowerCase(java.util.Locale.ROOT);
  }

  private static String withoutCreate(String definition) {
    return definition.startsWith("CREATE ") ? definition.substring("CREATE ".length()) : definition;
  }

  private String header(String sql) {
    return EmbeddedNames.toSource(sql);
  }

  /** The definer stands in the text of the statement, the other options beside it. */
  private String attribute(String definition, SortedMap<String, String> beside) {
    SortedMap<String, String> options = new TreeMap<>(beside);
    Matcher m = DEFINER.matcher(definition);
    if (m.find()) {
      options.put("definer", (m.group(1) + "@" + m.group(2)).replace("''", "'"));
    }
    return Lines.attribute(dialect, options);
  }
}
