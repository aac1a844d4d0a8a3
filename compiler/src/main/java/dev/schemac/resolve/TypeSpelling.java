package dev.schemac.resolve;

import dev.schemac.syntax.TypeExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A server type as written, its many spellings folded into one: {@code character varying} → {@code
 * varchar}, {@code integer} → {@code int}, {@code timestamp with time zone} → {@code timestamptz}.
 *
 * @param modifiers {@code unsigned}, {@code zerofill} and whatever else was written, lower case
 */
record TypeSpelling(String name, List<String> arguments, List<String> modifiers) {

  private static final Map<String, String> ALIASES =
      Map.ofEntries(
          Map.entry("integer", "int"),
          Map.entry("int4", "int"),
          Map.entry("int2", "smallint"),
          Map.entry("int8", "bigint"),
          Map.entry("float4", "real"),
          Map.entry("float8", "double"),
          Map.entry("double precision", "double"),
          Map.entry("numeric", "decimal"),
          Map.entry("dec", "decimal"),
          Map.entry("fixed", "decimal"),
          Map.entry("boolean", "bool"),
          Map.entry("character", "char"),
          Map.entry("bpchar", "char"),
          Map.entry("character varying", "varchar"),
          Map.entry("char varying", "varchar"),
          Map.entry("bit varying", "varbit"),
          Map.entry("timestamp with time zone", "timestamptz"),
          Map.entry("timestamp without time zone", "timestamp"),
          Map.entry("time with time zone", "timetz"),
          Map.entry("time without time zone", "time"),
          Map.entry("serial4", "serial"),
          Map.entry("serial2", "smallserial"),
          Map.entry("serial8", "bigserial"),
          Map.entry("geomcollection", "geometrycollection"));

  static TypeSpelling of(TypeExpr.Plain written) {
    if (written.modifiers().isEmpty()) {
      String spelled = fold(written.name().name().text());
      return new TypeSpelling(
          ALIASES.getOrDefault(spelled, spelled), written.arguments(), List.of());
    }
    StringBuilder name = new StringBuilder(fold(written.name().name().text()));
    List<String> modifiers = new ArrayList<>();
    for (String modifier : written.modifiers()) {
      String word = fold(modifier);
      if (isPartOfName(word)) {
        name.append(' ').append(word);
      } else if (!word.equals("signed")) {
        modifiers.add(word);
      }
    }
    String spelled = name.toString();
    return new TypeSpelling(
        ALIASES.getOrDefault(spelled, spelled), written.arguments(), List.copyOf(modifiers));
  }

  /** The canonical name of a bare type name, for signatures. */
  static String canonicalName(String name) {
    String folded = fold(name);
    return ALIASES.getOrDefault(folded, folded);
  }

  private static boolean isPartOfName(String word) {
    return switch (word) {
      case "precision", "varying", "with", "without", "time", "zone" -> true;
      default -> word.startsWith("with time") || word.startsWith("without time");
    };
  }

  private static String fold(String text) {
    if (text.indexOf(' ') < 0) {
      return text.toLowerCase(Locale.ROOT);
    }
    return text.toLowerCase(Locale.ROOT).strip().replaceAll("\\s+", " ");
  }
}
