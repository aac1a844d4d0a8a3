package dev.schemac.dialect.mysql;

import dev.schemac.model.Column;
import dev.schemac.model.DataType;
import dev.schemac.model.DataType.Builtin;
import dev.schemac.model.Expression;
import dev.schemac.model.KeyPart;
import dev.schemac.model.QName;
import dev.schemac.model.Table;
import dev.schemac.plan.Guard;
import dev.schemac.sql.MySqlQuoting;
import dev.schemac.sql.SqlWriter;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether every value fits the new type. Strict mode alone would round decimals, cut fractions of
 * seconds and turn times into dates without an error (measured), so every narrowing is asked for
 * before.
 */
final class FitGuards {
  private static final Map<String, Integer> INTEGERS =
      Map.of("tinyint", 8, "smallint", 16, "mediumint", 24, "int", 32, "bigint", 64);
  private static final Map<String, Long> TEXT_BYTES =
      Map.of(
          "tinytext", 255L,
          "tinyblob", 255L,
          "text", 65_535L,
          "blob", 65_535L,
          "mediumtext", 16_777_215L,
          "mediumblob", 16_777_215L);
  private static final Set<String> STRINGS =
      Set.of("char", "varchar", "tinytext", "text", "mediumtext", "longtext");

  /** What takes the bytes of a vector; nothing else takes one (error 1366, measured). */
  private static final Set<String> HOLDERS =
      Set.of("binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob");

  private static final Set<String> MOMENTS = Set.of("datetime", "timestamp", "time");

  private FitGuards() {}

  static List<Guard> of(Situation s, QName table, Column from, Column to) {
    List<Guard> guards = new ArrayList<>();
    Expression value = Conditions.column(to.name());
    if (isVector(from) && !isVector(to) && !HOLDERS.contains(name(to))) {
      return List.of(DropColumn.allNull(table, to));
    }
    if (!from.type().equals(to.type())) {
      violation(s, from.type(), to.type(), value)
          .ifPresent(
              v ->
                  guards.add(
                      Conditions.noRow(
                          "fits", to.name().concat(" does not fit in some rows"), table, v)));
    }
    // Under another character set the old values cannot be compared; the server stops by itself.
    boolean sameCharset =
        TableTraits.charset(s.was(table), from).equals(TableTraits.charset(s.is(table), to));
    if (sameCharset && !from.collation().equals(to.collation())) {
      to.collation().ifPresent(c -> guards.addAll(collisions(s.was(table), to.name(), c)));
    }
    return guards;
  }

  static boolean isVector(Column column) {
    return name(column).equals("vector");
  }

  private static String name(Column column) {
    return column.type() instanceof Builtin type ? type.name() : "";
  }

  /** What is true of a value that the other type cannot hold. */
  static Optional<Expression> violation(Situation s, DataType from, DataType to, Expression value) {
    return switch (to) {
      case Builtin target -> violation(s, from, target, value);
      case DataType.InlineEnum(var labels) ->
          Optional.of(
              isNumber(from)
                  ? outside(BigInteger.ONE, BigInteger.valueOf(labels.size()), value)
                  : Conditions.not(Conditions.labels(value, labels)));
      case DataType.InlineSet ignored -> Optional.empty();
      case DataType.Named ignored -> Optional.empty();
      case DataType.Array ignored -> Optional.empty();
    };
  }

  private static Optional<Expression> violation(
      Situation s, DataType from, Builtin to, Expression value) {
    if (Set.of("char", "varchar").contains(to.name())) {
      return longerThan(from, ColumnCost.length(to), value);
    }
    if (Set.of("binary", "varbinary").contains(to.name())) {
      return Optional.of(greater(Expression.Call.of("octet_length", value), ColumnCost.length(to)));
    }
    if (TEXT_BYTES.containsKey(to.name())) {
      return Optional.of(
          greater(Expression.Call.of("octet_length", value), TEXT_BYTES.get(to.name())));
    }
    if (INTEGERS.containsKey(to.name())) {
      return integer(from, to, value);
    }
    return switch (to.name()) {
      case "decimal" ->
          Optional.of(
              Conditions.not(
                  Conditions.same(
                      Conditions.cast(value, "decimal", to.arguments().toArray(String[]::new)),
                      value)));
      case "float" -> imprecise(s, from, value, "float");
      case "double" -> imprecise(s, from, value, "double");
      case "date" -> notADate(from, value);
      case "datetime", "timestamp", "time" -> fraction(from, to, value);
      case "json" ->
          Optional.of(
              Conditions.and(
                  Conditions.not(Conditions.isNull(value)),
                  Conditions.not(Expression.Call.of("json_valid", value))));
      default -> Optional.empty();
    };
  }

  private static Optional<Expression> longerThan(DataType from, int length, Expression value) {
    boolean fits =
        switch (from) {
          case Builtin b ->
              Set.of("char", "varchar").contains(b.name()) && ColumnCost.length(b) <= length;
          case DataType.InlineEnum(var labels) ->
              labels.stream().allMatch(l -> l.length() <= length);
          case DataType.InlineSet ignored -> false;
          case DataType.Named ignored -> false;
          case DataType.Array ignored -> false;
        };
    return fits
        ? Optional.empty()
        : Optional.of(greater(Expression.Call.of("length", value), length));
  }

  private static Expression greater(Expression value, long limit) {
    return new Expression.Binary(">", value, Conditions.number(limit));
  }

  private static Optional<Expression> integer(DataType from, Builtin to, Expression value) {
    if (!(from instanceof Builtin source)) {
      return Optional.empty();
    }
    if (STRINGS.contains(source.name())) {
      Expression digits = new Expression.StringLiteral("^-?[0-9]+$");
      Expression matches = new Expression.Binary("regexp", value, digits);
      return Optional.of(Conditions.or(Conditions.not(matches), outside(to, value)));
    }
    boolean isInteger = INTEGERS.containsKey(source.name());
    if (isInteger && low(source).compareTo(low(to)) >= 0 && high(source).compareTo(high(to)) <= 0) {
      return Optional.empty();
    }
    if (isInteger) {
      return Optional.of(outside(to, value));
    }
    boolean number = Set.of("decimal", "float", "double").contains(source.name());
    Expression whole = Expression.Call.of("round", value);
    return number
        ? Optional.of(
            Conditions.or(Conditions.not(Conditions.same(whole, value)), outside(to, value)))
        : Optional.empty();
  }

  private static Expression outside(Builtin type, Expression value) {
    return outside(low(type), high(type), value);
  }

  private static Expression outside(BigInteger low, BigInteger high, Expression value) {
    return Conditions.or(
        new Expression.Binary("<", value, literal(low)),
        new Expression.Binary(">", value, literal(high)));
  }

  /** A number is taken for a label's place in the list. */
  private static boolean isNumber(DataType type) {
    return type instanceof Builtin source
        && (INTEGERS.containsKey(source.name())
            || Set.of("decimal", "float", "double", "year").contains(source.name()));
  }

  private static Expression literal(BigInteger value) {
    Expression digits = new Expression.NumberLiteral(value.abs().toString());
    return value.signum() < 0 ? new Expression.Unary("-", digits) : digits;
  }

  private static BigInteger low(Builtin type) {
    return isUnsigned(type)
        ? BigInteger.ZERO
        : BigInteger.TWO.pow(INTEGERS.get(type.name()) - 1).negate();
  }

  private static BigInteger high(Builtin type) {
    int bits = INTEGERS.get(type.name()) - (isUnsigned(type) ? 0 : 1);
    return BigInteger.TWO.pow(bits).subtract(BigInteger.ONE);
  }

  private static boolean isUnsigned(Builtin type) {
    return type.modifiers().contains("unsigned");
  }

  /** {@code CAST(… AS DOUBLE)} is younger than the oldest server. */
  private static Optional<Expression> imprecise(
      Situation s, DataType from, Expression value, String type) {
    boolean exact =
        from instanceof Builtin source
            && (Set.of("tinyint", "smallint", "mediumint").contains(source.name())
                || source.name().equals("int") && type.equals("double")
                || source.name().equals("float"));
    return exact || !s.capabilities().castToDouble()
        ? Optional.empty()
        : Optional.of(Conditions.not(Conditions.same(Conditions.cast(value, type), value)));
  }

  private static Optional<Expression> notADate(DataType from, Expression value) {
    boolean moment =
        from instanceof Builtin source && Set.of("datetime", "timestamp").contains(source.name());
    return moment
        ? Optional.of(
            new Expression.Binary(
                "<>",
                Conditions.cast(value, "time", "6"),
                new Expression.StringLiteral("00:00:00")))
        : Optional.empty();
  }

  private static Optional<Expression> fraction(DataType from, Builtin to, Expression value) {
    List<Expression> violations = new ArrayList<>();
    if (from instanceof Builtin source && MOMENTS.contains(source.name())) {
      int digits = digits(to);
      if (digits < digits(source)) {
        String name = to.name().equals("time") ? "time" : "datetime";
        violations.add(
            Conditions.not(
                Conditions.same(Conditions.cast(value, name, Integer.toString(digits)), value)));
      }
      if (to.name().equals("timestamp") && source.name().equals("datetime")) {
        violations.add(outsideTimestamp(value));
      }
    }
    return violations.stream().reduce(Conditions::or);
  }

  private static int digits(Builtin type) {
    return type.arguments().isEmpty() ? 0 : Integer.parseInt(type.arguments().get(0));
  }

  /** A day's margin on both sides covers every time zone of a session. */
  private static Expression outsideTimestamp(Expression value) {
    return Conditions.or(
        new Expression.Binary("<", value, new Expression.StringLiteral("1970-01-02")),
        new Expression.Binary(">", value, new Expression.StringLiteral("2038-01-18")));
  }

  /** Values that differ under the old collation alone collide in a unique key (error 1062). */
  private static List<Guard> collisions(Table table, String column, String collation) {
    List<Guard> guards = new ArrayList<>();
    for (KeyCover.Key key : KeyCover.keys(table)) {
      boolean unique =
          key.path().kind() != dev.schemac.model.ObjectKind.INDEX
              || table.index(key.path().member()).filter(i -> i.unique()).isPresent();
      if (unique && Interference.names(key.parts(), column)) {
        List<KeyPart> parts =
            key.parts().stream().map(p -> collated(table, p, column, collation)).toList();
        guards.add(Conditions.noDuplicates(table.name(), key.path().member(), parts));
      }
    }
    return guards;
  }

  private static KeyPart collated(Table table, KeyPart part, String column, String collation) {
    boolean isIt = part.columnName().filter(column::equals).isPresent();
    String charset = collation.substring(0, collation.indexOf('_'));
    boolean same = table.column(column).filter(c -> has(table, c, charset)).isPresent();
    return isIt
        ? KeyPart.expression(
            new Expression.Collate(
                same ? part.expression() : converted(column, charset), collation))
        : part;
  }

  private static boolean has(Table table, Column column, String charset) {
    boolean text =
        !(column.type() instanceof Builtin type)
            || type.name().endsWith("char")
            || type.name().endsWith("text");
    return text && TableTraits.charset(table, column).equals(charset);
  }

  /** What is no text of this character set has none of its collations (error 1253). */
  private static Expression converted(String column, String charset) {
    SqlWriter sql = new SqlWriter(MySqlQuoting.INSTANCE).phrase("CONVERT").close("(");
    return new Expression.Sql(
        sql.identifier(column).phrase("USING").phrase(charset).close(")").text());
  }
}
