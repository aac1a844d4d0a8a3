package dev.schemac.resolve;

import dev.schemac.model.DataType;
import dev.schemac.model.Dialect;
import dev.schemac.resolve.TableDraft.ColumnDraft;
import dev.schemac.syntax.Attribute;
import dev.schemac.syntax.Clause;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * The character set and collation that MySQL stores a string column in; empty means the server's or
 * database's default, which the sources do not tell.
 */
record StringStorage(Optional<String> charset, Optional<String> collation) {
  private static final Set<String> STRINGS =
      Set.of("char", "varchar", "tinytext", "text", "mediumtext", "longtext");

  static boolean isString(DataType type) {
    return switch (type) {
      case DataType.Builtin b -> STRINGS.contains(b.name());
      case DataType.InlineEnum ignored -> true;
      case DataType.InlineSet ignored -> true;
      case DataType.Named ignored -> false;
      case DataType.Array ignored -> false;
    };
  }

  /** Of a column whose table's options are known; empty where it holds no string. */
  static Optional<StringStorage> of(ColumnDraft column, ResolvedType type) {
    if (!isString(type.type())) {
      return Optional.empty();
    }
    Optional<String> collation =
        column.clause(Clause.Collate.class).map(c -> c.name().text()).or(type::collation);
    Optional<String> charset =
        attribute(column, "charset")
            .or(() -> Optional.ofNullable(type.options().get("charset")))
            .or(() -> collation.map(StringStorage::charsetOf));
    if (charset.isPresent() || collation.isPresent()) {
      return Optional.of(spelled(charset, collation));
    }
    return Optional.of(ofTable(column.table));
  }

  static StringStorage ofTable(TableDraft table) {
    return spelled(
        Optional.ofNullable(table.options.get("charset")),
        Optional.ofNullable(table.options.get("collate")));
  }

  /** The character set always, its collation where it is not the set's own. */
  private static StringStorage spelled(Optional<String> charset, Optional<String> collation) {
    Charsets charsets = Charsets.of(charset, collation);
    return new StringStorage(
        charsets.charset().or(() -> charsets.collation().map(StringStorage::charsetOf)),
        charsets.collation());
  }

  /** Sets what a column in {@code table} needs to be stored like this. */
  void carryTo(TableDraft table, SortedMap<String, String> options) {
    if (!ofTable(table).equals(this)) {
      charset.ifPresent(c -> options.put("charset", c));
    }
  }

  static Optional<String> collationFor(ColumnDraft target, ResolvedType type, TableDraft table) {
    return of(target, type)
        .flatMap(
            s -> ofTable(table).collation.equals(s.collation) ? Optional.empty() : s.collation);
  }

  /** {@code utf8mb4} of {@code utf8mb4_bin}. */
  static String charsetOf(String collation) {
    int end = collation.indexOf('_');
    return end < 0 ? collation : collation.substring(0, end);
  }

  /**
   * Whether {@code 'x'} and {@code 'X'} are equal: MySQL's default collations are case-insensitive
   * (manual, "Collation Naming Conventions": {@code _ci}, {@code _cs}, {@code _bin}).
   */
  boolean ignoresCase() {
    return collation
        .map(c -> c.endsWith("_ci"))
        .orElseGet(() -> !charset.equals(Optional.of("binary")));
  }

  private static Optional<String> attribute(ColumnDraft column, String key) {
    for (Attribute attribute : column.declaration.attributes()) {
      if (attribute.dialect() == Dialect.MYSQL) {
        for (Attribute.Option option : attribute.options()) {
          if (option.key().equals(key)) {
            return option.value();
          }
        }
      }
    }
    return Optional.empty();
  }
}
