package dev.schemac.sql;

import dev.schemac.model.Dialect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The functions that schemac understands: their arguments, their result and how each dialect spells
 * them. The meaning is PostgreSQL's where the dialects differ ({@code length} counts characters);
 * published as {@code docs/functions.md}.
 */
public final class FunctionTable {

  /** A family of types, as far as functions and operators tell them apart. */
  public enum TypeFamily {
    ANY,
    INTEGER,
    DECIMAL,
    FLOAT,
    /** An argument of any numeric family. */
    NUMBER,
    TEXT,
    BYTES,
    BOOL,
    DATE,
    TIME,
    TIMESTAMP,
    TIMESTAMPTZ,
    /** An argument that is a point in time. */
    MOMENT,
    INTERVAL,
    UUID,
    JSON,
    /** A result of the first argument's type. */
    SAME
  }

  /**
   * A function.
   *
   * @param parameters the last one repeats where {@code variadic}
   * @param required how many arguments there must be
   * @param postgres its name there; empty where the server has no equal
   */
  public record Function(
      String name,
      List<TypeFamily> parameters,
      int required,
      boolean variadic,
      TypeFamily result,
      Optional<String> postgres,
      Optional<String> mysql) {
    public Function {
      parameters = List.copyOf(parameters);
    }

    /** The name on a dialect; empty where it has no equal. */
    public Optional<String> spelling(Dialect dialect) {
      return switch (dialect) {
        case POSTGRES -> postgres;
        case MYSQL -> mysql;
      };
    }

    /** Whether a call with so many arguments is one of this function. */
    public boolean takes(int arguments) {
      return arguments >= required && (variadic || arguments <= parameters.size());
    }
  }

  /**
   * Name and arguments, result, name on PostgreSQL and on MySQL; {@code =} the same, {@code -}
   * none.
   */
  private static final String TABLE =
      """
      now([integer])                          | timestamptz | =               | =
      today()                                 | date        | current_date    | curdate
      current_time([integer])                 | time        | =               | curtime
      uuid()                                  | uuid        | gen_random_uuid | =
      uuidv7()                                | uuid        | =               | -
      lower(text)                             | text        | =               | =
      upper(text)                             | text        | =               | =
      initcap(text)                           | text        | =               | -
      length(text)                            | integer     | =               | char_length
      octet_length(any)                       | integer     | =               | =
      bit_length(any)                         | integer     | =               | =
      trim(text, [text])                      | text        | btrim           | trim
      ltrim(text)                             | text        | =               | =
      rtrim(text)                             | text        | =               | =
      substring(text, any, [integer])         | text        | =               | =
      left(text, integer)                     | text        | =               | =
      right(text, integer)                    | text        | =               | =
      lpad(text, integer, text)               | text        | =               | =
      rpad(text, integer, text)               | text        | =               | =
      repeat(text, integer)                   | text        | =               | =
      replace(text, text, text)               | text        | =               | =
      reverse(text)                           | text        | =               | =
      strpos(text, text)                      | integer     | =               | instr
      concat(any...)                          | text        | =               | =
      concat_ws(text, any...)                 | text        | =               | =
      split_part(text, text, integer)         | text        | =               | -
      starts_with(text, text)                 | bool        | =               | -
      chr(integer)                            | text        | =               | char
      ascii(text)                             | integer     | =               | =
      md5(any)                                | text        | =               | =
      regexp_replace(text, text, text, [any]) | text        | =               | =
      to_char(any, text)                      | text        | =               | -
      to_tsvector(any, [any])                 | any         | =               | -
      setweight(any, any)                     | any         | =               | -
      date_format(moment, text)               | text        | -               | =
      abs(number)                             | same        | =               | =
      ceil(number)                            | same        | =               | =
      floor(number)                           | same        | =               | =
      round(number, [integer])                | same        | =               | =
      trunc(number, [integer])                | same        | =               | truncate
      sign(number)                            | same        | =               | =
      power(number, number)                   | any         | =               | =
      sqrt(number)                            | float       | =               | =
      exp(number)                             | float       | =               | =
      ln(number)                              | float       | =               | =
      log(number)                             | float       | =               | log10
      random()                                | float       | =               | rand
      coalesce(any, any...)                   | same        | =               | =
      nullif(any, any)                        | same        | =               | =
      greatest(any, any...)                   | same        | =               | =
      least(any, any...)                      | same        | =               | =
      extract(text, moment)                   | decimal     | =               | =
      date_part(text, moment)                 | float       | =               | -
      date_trunc(text, any, [text])           | timestamptz | =               | -
      age(moment, [moment])                   | interval    | =               | -
      year(moment)                            | integer     | -               | =
      month(moment)                           | integer     | -               | =
      day(moment)                             | integer     | -               | =
      to_days(moment)                         | integer     | -               | =
      unix_timestamp([moment])                | integer     | -               | =
      date_add(moment, interval)              | any         | -               | =
      date_sub(moment, interval)              | any         | -               | =
      jsonb_typeof(json)                      | text        | =               | -
      jsonb_array_length(json)                | integer     | =               | json_length
      jsonb_build_object(any...)              | json        | =               | json_object
      jsonb_build_array(any...)               | json        | =               | json_array
      json_valid(any)                         | bool        | -               | =
      json_extract(json, text...)             | json        | -               | =
      json_unquote(any)                       | text        | -               | =
      json_length(json, [text])               | integer     | -               | =
      json_object(any...)                     | json        | -               | =
      json_array(any...)                      | json        | -               | =
      json_contains(json, any, [text])        | bool        | -               | =
      array_length(any, integer)              | integer     | =               | -
      cardinality(any)                        | integer     | =               | -
      current_setting(text, [bool])           | text        | =               | -
      uuid_to_bin(any, [any])                 | bytes       | -               | =
      bin_to_uuid(bytes, [any])               | text        | -               | =
      count(any)                              | integer     | =               | =
      sum(number)                             | any         | =               | =
      min(any)                                | same        | =               | =
      max(any)                                | same        | =               | =
      avg(number)                             | any         | =               | =
      """;

  /**
   * Other spellings of the same functions. What a server calls {@code length} is not always what
   * the language does: MySQL's own counts bytes, which is {@code octet_length} here.
   */
  private static final Map<String, String> SYNONYMS =
      Map.ofEntries(
          Map.entry("current_timestamp", "now"),
          Map.entry("transaction_timestamp", "now"),
          Map.entry("current_date", "today"),
          Map.entry("curdate", "today"),
          Map.entry("curtime", "current_time"),
          Map.entry("gen_random_uuid", "uuid"),
          Map.entry("char_length", "length"),
          Map.entry("character_length", "length"),
          Map.entry("lcase", "lower"),
          Map.entry("ucase", "upper"),
          Map.entry("ceiling", "ceil"),
          Map.entry("pow", "power"),
          Map.entry("truncate", "trunc"),
          Map.entry("btrim", "trim"),
          Map.entry("substr", "substring"),
          Map.entry("mid", "substring"),
          Map.entry("instr", "strpos"),
          Map.entry("ifnull", "coalesce"),
          Map.entry("log10", "log"),
          Map.entry("rand", "random"));

  private static final class Loaded {
    static final Map<String, Function> FUNCTIONS = load();
  }

  private FunctionTable() {}

  /** The function of that canonical name. */
  public static Optional<Function> function(String name) {
    return Optional.ofNullable(Loaded.FUNCTIONS.get(name));
  }

  /** All functions, in the order of the table. */
  public static List<Function> all() {
    return List.copyOf(Loaded.FUNCTIONS.values());
  }

  /** The canonical name of a function written in lower case. */
  public static String canonical(String written) {
    return SYNONYMS.getOrDefault(written, written);
  }

  /** Synonym → canonical name. */
  public static Map<String, String> synonyms() {
    return SYNONYMS;
  }

  private static Map<String, Function> load() {
    Map<String, Function> functions = new LinkedHashMap<>();
    TABLE
        .lines()
        .map(line -> parse(line.split("\\|")))
        .forEach(function -> functions.put(function.name(), function));
    return functions;
  }

  private static Function parse(String[] cells) {
    String signature = cells[0].strip();
    int open = signature.indexOf('(');
    String name = signature.substring(0, open);
    String list = signature.substring(open + 1, signature.length() - 1);
    List<TypeFamily> parameters = new ArrayList<>();
    int required = 0;
    boolean variadic = false;
    for (String parameter : list.isEmpty() ? new String[0] : list.split(", ")) {
      variadic = parameter.endsWith("...");
      required += parameter.startsWith("[") || variadic ? 0 : 1;
      parameters.add(family(parameter.replaceAll("[\\[\\].]", "")));
    }
    return new Function(
        name,
        parameters,
        required,
        variadic,
        family(cells[1].strip()),
        spelling(name, cells[2].strip()),
        spelling(name, cells[3].strip()));
  }

  private static TypeFamily family(String word) {
    return TypeFamily.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static Optional<String> spelling(String name, String cell) {
    return switch (cell) {
      case "=" -> Optional.of(name);
      case "-" -> Optional.empty();
      default -> Optional.of(cell);
    };
  }
}
