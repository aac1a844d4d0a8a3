package dev.schemac.resolve;

import dev.schemac.model.DataType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The normal form of a PostgreSQL partition's bound: words in lower case, single blanks, and each
 * value as the server prints one of the key's type ({@code '2020-01-01 00:00:00+00'}).
 */
final class PostgresBound {
  private static final Set<String> NUMBERS = Set.of("smallint", "int", "bigint", "numeric");
  private static final Set<String> WORDS = Set.of("minvalue", "maxvalue", "null", "true", "false");
  private static final DateTimeFormatter READ =
      new DateTimeFormatterBuilder()
          .appendPattern("yyyy-M-d")
          .optionalStart()
          .appendPattern("[ ]['T']H:mm")
          .optionalStart()
          .appendPattern(":ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 6, true)
          .optionalEnd()
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HH:mm", "Z")
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HH", "Z")
          .optionalEnd()
          .toFormatter(Locale.ROOT);
  private static final DateTimeFormatter WRITTEN =
      new DateTimeFormatterBuilder()
          .appendPattern("yyyy-MM-dd HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 6, true)
          .toFormatter(Locale.ROOT);

  private final List<Optional<DataType>> types;

  private PostgresBound(List<Optional<DataType>> types) {
    this.types = types;
  }

  /**
   * The normal form.
   *
   * @param types of the partition key, empty where it is an expression
   */
  static String normal(String bound, List<Optional<DataType>> types) {
    return new PostgresBound(types).text(bound.strip());
  }

  private String text(String bound) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    boolean list = false;
    while (at < bound.length()) {
      int open = bound.indexOf('(', at);
      if (open < 0) {
        return out.append(words(bound.substring(at))).toString().strip();
      }
      String before = words(bound.substring(at, open));
      int close = closing(bound, open);
      list = before.endsWith("in");
      boolean modulus = before.endsWith("with");
      out.append(out.isEmpty() ? "" : " ").append(before).append(" (");
      out.append(values(bound.substring(open + 1, close), list, modulus)).append(")");
      at = close + 1;
    }
    return out.toString();
  }

  private static String words(String text) {
    return text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
  }

  private String values(String text, boolean list, boolean modulus) {
    List<String> found = new ArrayList<>();
    for (String value : split(text)) {
      Optional<DataType> type =
          list ? typeAt(0) : modulus ? Optional.empty() : typeAt(found.size());
      found.add(modulus ? words(value) : value(value.strip(), type));
    }
    return String.join(", ", found);
  }

  private Optional<DataType> typeAt(int place) {
    return place < types.size() ? types.get(place) : Optional.empty();
  }

  private static String value(String written, Optional<DataType> type) {
    String lower = written.toLowerCase(Locale.ROOT);
    if (WORDS.contains(lower)) {
      return lower;
    }
    String bare = literal(written).orElse(written);
    if (!(type.orElse(null) instanceof DataType.Builtin builtin)) {
      return written;
    }
    String name = builtin.name();
    if (NUMBERS.contains(name)) {
      return scaled(bare, builtin);
    }
    return switch (name) {
      case "bool" -> truth(bare.strip().toLowerCase(Locale.ROOT)).orElse(written);
      case "date", "timestamp", "timestamptz" -> quoted(moment(bare, name).orElse(bare));
      default ->
          literal(written)
              .map(PostgresBound::quoted)
              .orElse(isNumber(written) ? quoted(written) : written);
    };
  }

  /** What the server takes for a boolean: also {@code y}, {@code of}, {@code 0}. */
  private static Optional<String> truth(String word) {
    boolean yes = word.equals("1") || word.equals("on") || begins(word, "true", "yes");
    boolean no = word.equals("0") || word.equals("of") || begins(word, "false", "no", "off");
    return yes ? Optional.of("true") : no ? Optional.of("false") : Optional.empty();
  }

  private static boolean begins(String start, String... words) {
    return !start.isEmpty()
        && !start.equals("o")
        && Stream.of(words).anyMatch(w -> w.startsWith(start));
  }

  /** A number of as many digits behind the point as the type has. */
  private static String scaled(String number, DataType.Builtin type) {
    return type.arguments().size() == 2 && isNumber(number)
        ? new BigDecimal(number)
            .setScale(Integer.parseInt(type.arguments().get(1)), RoundingMode.HALF_UP)
            .toPlainString()
        : number;
  }

  private static boolean isNumber(String text) {
    return text.matches("[-+]?[0-9]+([.][0-9]+)?");
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** The text of {@code 'x'}, {@code 'x'::date} or {@code date 'x'}. */
  private static Optional<String> literal(String written) {
    int open = written.indexOf('\'');
    int close = written.lastIndexOf('\'');
    boolean whole =
        open >= 0
            && close > open
            && written.substring(0, open).matches("[A-Za-z ]*")
            && written.substring(close + 1).matches("(::[A-Za-z ]+)?");
    return whole
        ? Optional.of(written.substring(open + 1, close).replace("''", "'"))
        : Optional.empty();
  }

  private static Optional<String> moment(String text, String type) {
    try {
      var parsed =
          READ.parseBest(text.strip(), OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
      LocalDateTime time =
          switch (parsed) {
            case OffsetDateTime o ->
                type.equals("timestamptz")
                    ? o.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()
                    : o.toLocalDateTime();
            case LocalDateTime t -> t;
            case LocalDate d -> d.atStartOfDay();
            default -> throw new DateTimeException(text);
          };
      return Optional.of(
          type.equals("date")
              ? time.toLocalDate().toString()
              : WRITTEN.format(time) + (type.equals("timestamptz") ? "+00" : ""));
    } catch (DateTimeException e) {
      return Optional.empty(); // 'infinity', a year before Christ: as it is
    }
  }

  private static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\'') {
        i = text.indexOf('\'', i + 1);
      } else if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth--;
      } else if (c == ',' && depth == 0) {
        parts.add(text.substring(start, i));
        start = i + 1;
      }
      if (i < 0) {
        break;
      }
    }
    parts.add(text.substring(start));
    return parts;
  }

  private static int closing(String text, int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\'') {
        int end = text.indexOf('\'', i + 1);
        i = end < 0 ? text.length() : end;
      } else if (c == '(') {
        depth++;
      } else if (c == ')' && --depth == 0) {
        return i;
      }
    }
    return text.length();
  }
}
