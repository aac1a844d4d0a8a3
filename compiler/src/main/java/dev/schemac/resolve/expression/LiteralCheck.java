package dev.schemac.resolve.expression;

import dev.schemac.model.Target;
import dev.schemac.sql.FunctionTable.TypeFamily;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which strings a server reads as a value of another type. */
final class LiteralCheck {
  private static final Pattern NUMBER =
      Pattern.compile("\\s*[+-]?(\\d[\\d_]*(\\.\\d*)?|\\.\\d+)(e[+-]?\\d+)?\\s*");
  private static final Pattern UUID =
      Pattern.compile("\\{?[0-9a-f]{4}-?([0-9a-f]{4}-?){6}[0-9a-f]{4}}?");
  private static final Pattern JSON =
      Pattern.compile("\\s*([{\\[\"].*|-?\\d.*|true|false|null)\\s*", Pattern.DOTALL);
  private static final Set<String> BOOLS =
      Set.of("t", "true", "y", "yes", "on", "1", "f", "false", "n", "no", "off", "0");
  private static final Set<String> MOMENTS =
      Set.of("now", "today", "tomorrow", "yesterday", "epoch", "infinity", "-infinity", "allballs");

  private LiteralCheck() {}

  static boolean canBe(String value, TypeFamily family, Target target) {
    String folded = value.strip().toLowerCase(Locale.ROOT);
    return switch (family) {
      case INTEGER, DECIMAL, FLOAT, NUMBER -> isNumber(folded, target);
      case BOOL -> target.isPostgres() ? BOOLS.contains(folded) : NUMBER.matcher(folded).matches();
      case DATE, TIME, TIMESTAMP, TIMESTAMPTZ, MOMENT -> isMoment(folded, target);
      case UUID -> UUID.matcher(folded).matches();
      // MariaDB's is a text.
      case JSON -> target.isMariaDb() || JSON.matcher(folded).matches();
      case ANY, TEXT, BYTES, INTERVAL, SAME -> true;
    };
  }

  private static boolean isNumber(String folded, Target target) {
    boolean special =
        target.isPostgres() && Set.of("nan", "infinity", "-infinity", "inf").contains(folded);
    return special || NUMBER.matcher(folded).matches();
  }

  private static boolean isMoment(String folded, Target target) {
    return folded.chars().anyMatch(Character::isDigit)
        || target.isPostgres() && MOMENTS.contains(folded);
  }
}
