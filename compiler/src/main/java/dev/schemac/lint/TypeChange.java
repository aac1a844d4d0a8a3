package dev.schemac.lint;

import dev.schemac.lint.TypeShape.ArrayOf;
import dev.schemac.lint.TypeShape.Bool;
import dev.schemac.lint.TypeShape.Bytes;
import dev.schemac.lint.TypeShape.Date;
import dev.schemac.lint.TypeShape.Decimal;
import dev.schemac.lint.TypeShape.Floating;
import dev.schemac.lint.TypeShape.Json;
import dev.schemac.lint.TypeShape.LabelSet;
import dev.schemac.lint.TypeShape.Labels;
import dev.schemac.lint.TypeShape.Other;
import dev.schemac.lint.TypeShape.Text;
import dev.schemac.lint.TypeShape.Time;
import dev.schemac.lint.TypeShape.Timestamp;
import dev.schemac.lint.TypeShape.Uuid;
import dev.schemac.lint.TypeShape.Whole;
import dev.schemac.model.Column;
import dev.schemac.model.Schema;
import java.math.BigInteger;
import java.util.List;
import java.util.Set;

/**
 * What becomes of the values when a column's type changes. PostgreSQL casts by itself only where an
 * assignment cast exists (manual, "CREATE CAST"), so never from text to anything else; MySQL
 * converts nearly everything in {@code ALTER TABLE} and refuses in strict mode what does not fit,
 * but rounds silently (manual, "ALTER TABLE", "Server SQL Modes").
 */
sealed interface TypeChange {

  /** Every value stays what it is. */
  record Lossless() implements TypeChange {}

  /** Some values may not fit, or would become others. */
  record Lossy(String why) implements TypeChange {}

  /** The server knows no conversion that it would make by itself. */
  record NeedsUsing(String why) implements TypeChange {}

  /**
   * Classifies a change.
   *
   * @param oldValues the closed set of values that the column could hold, where it was one
   */
  static TypeChange of(Schema before, Column was, Schema after, Column is, List<String> oldValues) {
    if (was.type().equals(is.type())) {
      return charset(was, is);
    }
    TypeShape from = TypeShape.of(before, was);
    TypeShape to = TypeShape.of(after, is);
    if (from instanceof Text && !oldValues.isEmpty()) {
      from = new Labels(oldValues);
    }
    return new Rules(after.target().isPostgres(), was.type() + " to " + is.type()).of(from, to);
  }

  private static TypeChange charset(Column was, Column is) {
    String from = was.options().getOrDefault("charset", "utf8mb4");
    String to = is.options().getOrDefault("charset", "utf8mb4");
    boolean narrower = !from.equals(to) && !Set.of("utf8mb4", "utf16", "utf32").contains(to);
    return narrower && !from.equals("ascii")
        ? new Lossy("characters outside " + to + " would be lost")
        : new Lossless();
  }

  /** The rules of one dialect. */
  record Rules(boolean postgres, String both) {

    TypeChange of(TypeShape from, TypeShape to) {
      if (from.equals(to)) {
        return new Lossless();
      }
      return switch (to) {
        case Text text -> toText(from, text);
        case Labels labels -> toLabels(from, labels);
        case LabelSet set -> toSet(from, set);
        case Whole whole -> toWhole(from, whole);
        case Decimal decimal -> toDecimal(from, decimal);
        case Floating floating -> toFloating(from, floating);
        case Timestamp timestamp -> toTimestamp(from, timestamp);
        case Date ignored -> toDate(from);
        case Time time -> toTime(from, time);
        case Bytes bytes -> toBytes(from, bytes);
        case ArrayOf(var element) -> from instanceof ArrayOf(var old) ? of(old, element) : none();
        case Bool ignored -> none();
        case Json ignored -> from instanceof Json ? new Lossless() : none();
        case Uuid ignored -> none();
        case Other other -> toOther(from, other);
      };
    }

    /** Where no rule knows a conversion. */
    private TypeChange none() {
      return postgres
          ? new NeedsUsing("PostgreSQL does not convert " + both + " by itself")
          : new Lossy("MySQL converts " + both + " as far as each value allows");
    }

    private static TypeChange when(boolean fits, String otherwise) {
      return fits ? new Lossless() : new Lossy(otherwise);
    }

    private TypeChange toText(TypeShape from, Text to) {
      if (from instanceof Text text) {
        boolean bytes = to.bytes() == TypeShape.UNLIMITED || text.bytes() <= to.bytes();
        boolean sameFamily = to.bytes() != to.characters();
        return when(text.characters() <= to.characters() && (sameFamily || bytes), longer(to));
      }
      if (from instanceof Bytes && !postgres) {
        return new Lossy("bytes that are no text in the column's character set would be lost");
      }
      return when(width(from) <= to.characters(), longer(to));
    }

    private static String longer(Text to) {
      return "values longer than " + to.characters() + " characters do not fit";
    }

    /** The most characters that a value takes as text. */
    private static int width(TypeShape shape) {
      return switch (shape) {
        case Labels(var values) -> values.stream().mapToInt(String::length).max().orElse(0);
        case LabelSet(var values) -> values.stream().mapToInt(v -> v.length() + 1).sum();
        case Whole(var least, var greatest) ->
            Math.max(least.toString().length(), greatest.toString().length());
        case Decimal(var precision, var ignored) ->
            precision == TypeShape.UNLIMITED ? precision : precision + 3;
        case Bool ignored -> 5;
        case Uuid ignored -> 36;
        case Date ignored -> 13;
        case Time ignored -> 21;
        case Timestamp ignored -> 35;
        case Floating ignored -> 25;
        case Text ignored -> TypeShape.UNLIMITED;
        case Bytes ignored -> TypeShape.UNLIMITED;
        case Json ignored -> TypeShape.UNLIMITED;
        case ArrayOf ignored -> TypeShape.UNLIMITED;
        case Other ignored -> TypeShape.UNLIMITED;
      };
    }

    /** Labels that are lost are reported one by one elsewhere. */
    private TypeChange toLabels(TypeShape from, Labels to) {
      if (from instanceof Labels) {
        return new Lossless();
      }
      if (from instanceof Text && !postgres) {
        return new Lossy("values that are no label of the enum do not fit");
      }
      return none();
    }

    private TypeChange toSet(TypeShape from, LabelSet to) {
      return from instanceof LabelSet(var values)
          ? when(to.values().containsAll(values), "members of the set disappear")
          : none();
    }

    private TypeChange toWhole(TypeShape from, Whole to) {
      if (from instanceof Whole whole) {
        return when(
            to.least().compareTo(whole.least()) <= 0
                && to.greatest().compareTo(whole.greatest()) >= 0,
            "values outside " + to.least() + " to " + to.greatest() + " do not fit");
      }
      if (from instanceof Decimal(var precision, var scale)) {
        boolean fits =
            scale == 0 && BigInteger.TEN.pow(Math.min(precision, 99)).compareTo(to.greatest()) <= 0;
        return when(fits, "digits behind the point would be rounded away");
      }
      if (from instanceof Floating) {
        return new Lossy("digits behind the point would be rounded away");
      }
      return none();
    }

    private TypeChange toDecimal(TypeShape from, Decimal to) {
      String otherwise = "values with more digits do not fit or would be rounded";
      if (from instanceof Whole whole) {
        int digits = whole.greatest().toString().length();
        return when(
            to.precision() == TypeShape.UNLIMITED || to.precision() - to.scale() >= digits,
            otherwise);
      }
      if (from instanceof Decimal(var precision, var scale)) {
        boolean fits =
            to.precision() == TypeShape.UNLIMITED
                || precision != TypeShape.UNLIMITED
                    && to.scale() >= scale
                    && to.precision() - to.scale() >= precision - scale;
        return when(fits, otherwise);
      }
      if (from instanceof Floating) {
        return when(to.precision() == TypeShape.UNLIMITED, otherwise);
      }
      return none();
    }

    private TypeChange toFloating(TypeShape from, Floating to) {
      String otherwise = "values with more digits would be rounded";
      if (from instanceof Whole whole) {
        return when(whole.greatest().bitLength() <= to.bits(), otherwise);
      }
      if (from instanceof Floating(var bits)) {
        return when(bits <= to.bits(), otherwise);
      }
      if (from instanceof Decimal) {
        return new Lossy(otherwise);
      }
      return none();
    }

    private TypeChange toTimestamp(TypeShape from, Timestamp to) {
      if (from instanceof Date) {
        return new Lossless();
      }
      if (from instanceof Timestamp(var precision, var zone)) {
        return zone == to.zone()
            ? when(precision <= to.precision(), "fractions of a second would be rounded")
            : new Lossy("the session's time zone would decide what the values mean");
      }
      return none();
    }

    private TypeChange toDate(TypeShape from) {
      return from instanceof Timestamp ? new Lossy("the time of day would be lost") : none();
    }

    private TypeChange toTime(TypeShape from, Time to) {
      if (from instanceof Time(var precision)) {
        return when(precision <= to.precision(), "fractions of a second would be rounded");
      }
      return from instanceof Timestamp ? new Lossy("the date would be lost") : none();
    }

    private TypeChange toBytes(TypeShape from, Bytes to) {
      String otherwise = "values longer than " + to.length() + " bytes do not fit";
      if (from instanceof Bytes(var length)) {
        return when(length <= to.length(), otherwise);
      }
      if (from instanceof Text(var characters, var bytes) && !postgres) {
        return when(bytes <= to.length(), otherwise);
      }
      return none();
    }

    private TypeChange toOther(TypeShape from, Other to) {
      if (from instanceof Other(var name, var arguments)) {
        if (name.equals("cidr") && to.name().equals("inet")
            || name.equals("macaddr") && to.name().equals("macaddr8")) {
          return new Lossless();
        }
        if (name.equals(to.name())) {
          return when(to.arguments().isEmpty(), "values that need more room do not fit");
        }
      }
      boolean textual = to.name().equals("xml") || to.name().equals("bit");
      return textual && !postgres ? new Lossy("values may not fit") : none();
    }
  }
}
