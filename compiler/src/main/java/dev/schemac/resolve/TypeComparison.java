package dev.schemac.resolve;

import dev.schemac.model.DataType;
import dev.schemac.model.Target;
import java.util.List;
import java.util.Set;

/** Whether a foreign key can compare two columns. */
enum TypeComparison {
  SAME,
  /** Comparable but not alike. */
  DIFFERENT,
  INCOMPARABLE;

  /** Types within one family compare with each other on PostgreSQL (operator families of btree). */
  private static final List<Set<String>> FAMILIES =
      List.of(
          Set.of("smallint", "int", "bigint"),
          Set.of("real", "double"),
          Set.of("text", "varchar", "char", "name"),
          Set.of("date", "timestamp", "timestamptz"),
          Set.of("inet", "cidr"),
          Set.of("bit", "varbit"));

  private static final Set<String> EXACT = Set.of("smallint", "int", "bigint");
  private static final Set<String> STRINGS =
      Set.of("char", "varchar", "tinytext", "text", "mediumtext", "longtext");
  private static final Set<String> BINARIES =
      Set.of("binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob");

  /** Both types without domains; {@code from} is the referencing side. */
  static TypeComparison of(Target target, DataType from, DataType to) {
    if (from.equals(to)) {
      return SAME;
    }
    return target.isPostgres() ? onPostgres(from, to) : onMySql(from, to);
  }

  private static TypeComparison onPostgres(DataType from, DataType to) {
    if (!(from instanceof DataType.Builtin a) || !(to instanceof DataType.Builtin b)) {
      return INCOMPARABLE;
    }
    if (a.name().equals(b.name())) {
      return SAME;
    }
    if (isUnboundedText(a) && isUnboundedText(b)) {
      return SAME;
    }
    if (FAMILIES.stream().anyMatch(f -> f.contains(a.name()) && f.contains(b.name()))) {
      return DIFFERENT;
    }
    return castsImplicitly(a.name(), b.name()) ? DIFFERENT : INCOMPARABLE;
  }

  private static boolean isUnboundedText(DataType.Builtin type) {
    return type.name().equals("text") || type.name().equals("varchar");
  }

  /** The referencing value may be cast to the referenced type, never the other way round. */
  private static boolean castsImplicitly(String from, String to) {
    return switch (to) {
      case "numeric" -> EXACT.contains(from);
      case "real", "double" -> EXACT.contains(from) || from.equals("numeric");
      case "timetz" -> from.equals("time");
      case "interval" -> from.equals("time");
      case "text" -> from.equals("citext");
      default -> false;
    };
  }

  /**
   * MySQL manual, "FOREIGN KEY Constraints": size and sign of fixed-precision types must be the
   * same, the lengths of strings need not.
   */
  private static TypeComparison onMySql(DataType from, DataType to) {
    if (from instanceof DataType.InlineEnum && to instanceof DataType.InlineEnum) {
      return SAME;
    }
    if (!(from instanceof DataType.Builtin a) || !(to instanceof DataType.Builtin b)) {
      return INCOMPARABLE;
    }
    if (STRINGS.contains(a.name()) && STRINGS.contains(b.name())) {
      return SAME;
    }
    if (BINARIES.contains(a.name()) && BINARIES.contains(b.name())) {
      return SAME;
    }
    boolean alike =
        a.name().equals(b.name())
            && a.modifiers().contains("unsigned") == b.modifiers().contains("unsigned");
    boolean sized = a.name().equals("decimal");
    if (alike && (!sized || a.arguments().equals(b.arguments()))) {
      return SAME;
    }
    return EXACT.contains(a.name()) && EXACT.contains(b.name()) ? DIFFERENT : INCOMPARABLE;
  }
}
