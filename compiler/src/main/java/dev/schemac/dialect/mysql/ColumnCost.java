package dev.schemac.dialect.mysql;

import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.DataType;
import dev.schemac.model.DataType.Builtin;
import dev.schemac.model.DataType.InlineEnum;
import dev.schemac.model.DataType.InlineSet;
import dev.schemac.model.KeyPart;
import dev.schemac.model.Table;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What {@code MODIFY COLUMN} costs: the dearest of what it changes (measured, catalogue 4.4–4.7).
 */
final class ColumnCost {
  private static final Set<String> VARIABLE = Set.of("varchar", "varbinary");

  private final TableCost tables;
  private final Capabilities capabilities;

  ColumnCost(Capabilities capabilities) {
    this.tables = new TableCost(capabilities);
    this.capabilities = capabilities;
  }

  Cost of(Table table, Column before, Column after) {
    Cost cost =
        type(table, before, after).or(charset(table, before, after)).or(tables.redefine(table));
    if (before.nullable() != after.nullable()) {
      cost =
          cost.or(tables.changeNullability(table, after.nullable()))
              .or(tables.promotion(table, before));
    }
    boolean copied =
        isCounterCopied(table, before, after)
            || !before.generated().equals(after.generated())
            || capabilities.provesLabelsAnew() && TableTraits.hasCheckOfLabels(table)
            || isUuid(before) && !capabilities.redefinesUuid()
            || before.nullable() && !after.nullable() && !capabilities.provesBesideStored(table)
            || differs(before, after, "srid")
            || differs(before, after, "storage")
            || differs(before, after, "column_format")
            || differs(before, after, "compressed");
    cost = copied ? Cost.COPY : cost;
    return cost != Cost.INSTANT && !TableTraits.isInnoDb(table) ? Cost.COPY : cost;
  }

  /**
   * MariaDB forgets a counter at no cost, in a table whose primary key it has not chosen itself.
   */
  private boolean isCounterCopied(Table table, Column before, Column after) {
    boolean forgotten =
        capabilities.isMariaDb() && after.identity().isEmpty() && table.primaryKey().isPresent();
    return before.identity().isPresent() != after.identity().isPresent() && !forgotten;
  }

  /** Likewise where the table's own character set changes, which the column may inherit. */
  Cost of(Table was, Table is, Column before, Column after) {
    boolean same = TableTraits.sameCharset(was, is);
    return same ? of(was, before, after) : of(was, saying(was, before), saying(is, after));
  }

  private static Column saying(Table table, Column column) {
    if (!AlterTableOptions.inheritsCharset(column)) {
      return column;
    }
    SortedMap<String, String> options = new TreeMap<>(column.options());
    options.put("charset", TableTraits.charset(table, column));
    Optional<String> collate = Optional.ofNullable(table.options().get("collate"));
    return collate
        .map(c -> column.withOptions(options).withCollation(Optional.of(c)))
        .orElse(column.withOptions(options));
  }

  static boolean isUuid(Column column) {
    return column.type() instanceof Builtin type && type.name().equals("uuid");
  }

  private Cost type(Table table, Column before, Column after) {
    DataType from = before.type();
    DataType to = after.type();
    if (from.equals(to)) {
      return Cost.INSTANT;
    }
    if (from instanceof InlineEnum(var old) && to instanceof InlineEnum(var now)) {
      return appends(old, now) && enumBytes(old) == enumBytes(now) ? Cost.INSTANT : Cost.COPY;
    }
    if (from instanceof InlineSet(var old) && to instanceof InlineSet(var now)) {
      return appends(old, now) && setBytes(old) == setBytes(now) ? Cost.INSTANT : Cost.COPY;
    }
    boolean widened =
        from instanceof Builtin a
            && to instanceof Builtin b
            && a.name().equals(b.name())
            && VARIABLE.contains(a.name())
            && length(a) <= length(b)
            && (lengthBytes(table, before, a) == lengthBytes(table, after, b)
                || capabilities.isMariaDb() && bytes(table, before, a) < 128);
    return widened ? Cost.METADATA : Cost.COPY;
  }

  private Cost charset(Table table, Column before, Column after) {
    boolean same =
        before.collation().equals(after.collation()) && !differs(before, after, "charset");
    if (same) {
      return Cost.INSTANT;
    }
    if (capabilities.isMariaDb()) {
      return charsetOnMariaDb(table, before, after);
    }
    if (before.type() instanceof InlineEnum) {
      return Cost.INSTANT;
    }
    String from = TableTraits.charset(table, before);
    String to = TableTraits.charset(table, after);
    boolean widened = Set.of("utf8", "utf8mb3").contains(from) && to.equals("utf8mb4");
    boolean crosses =
        before.type() instanceof Builtin a
            && after.type() instanceof Builtin b
            && VARIABLE.contains(a.name())
            && lengthBytes(table, before, a) != lengthBytes(table, after, b);
    boolean cheap = (from.equals(to) || widened) && !crosses && !isIndexed(table, before.name());
    return cheap ? Cost.METADATA : Cost.COPY;
  }

  /**
   * MariaDB builds the keys over the column anew in place, but not the primary key and none over
   * the beginning of a text (measured on 10.11 and 11.8).
   */
  private Cost charsetOnMariaDb(Table table, Column before, Column after) {
    String from = TableTraits.charset(table, before);
    String to = TableTraits.charset(table, after);
    boolean widened = Set.of("utf8", "utf8mb3").contains(from) && to.equals("utf8mb4");
    boolean crosses =
        before.type() instanceof Builtin a
            && after.type() instanceof Builtin b
            && VARIABLE.contains(a.name())
            && lengthBytes(table, before, a) != lengthBytes(table, after, b);
    boolean stays = from.equals(to) || widened && !crosses;
    if (isOfLabels(before) || !stays || isInFirmKey(table, before.name())) {
      return Cost.COPY;
    }
    boolean fulltext =
        table.indexes().stream()
            .filter(i -> i.method().equals("fulltext"))
            .flatMap(i -> i.parts().stream())
            .anyMatch(p -> ColumnUse.columns(p.expression()).contains(before.name()));
    return fulltext
        ? Cost.BUILD_SHARED
        : isIndexed(table, before.name()) ? Cost.BUILD : Cost.METADATA;
  }

  private static boolean isInFirmKey(Table table, String column) {
    Stream<KeyPart> primary = table.primaryKey().stream().flatMap(k -> k.parts().stream());
    Stream<KeyPart> beginnings =
        table.indexes().stream()
            .flatMap(i -> i.parts().stream())
            .filter(p -> p.prefixLength().isPresent());
    return Stream.concat(primary, beginnings)
        .anyMatch(p -> ColumnUse.columns(p.expression()).contains(column));
  }

  /** MariaDB takes labels of another collation for another type. */
  static boolean isOfLabels(Column column) {
    return column.type() instanceof InlineEnum || column.type() instanceof InlineSet;
  }

  static boolean isIndexed(Table table, String column) {
    Stream<List<KeyPart>> keys =
        Stream.concat(
            table.indexes().stream().map(i -> i.parts()),
            table.constraints().stream()
                .flatMap(
                    c ->
                        switch (c) {
                          case Constraint.PrimaryKey k -> Stream.of(k.parts());
                          case Constraint.Unique k -> Stream.of(k.parts());
                          case Constraint.ForeignKey k ->
                              Stream.of(k.columns().stream().map(KeyPart::column).toList());
                          case Constraint.Check ignored -> Stream.empty();
                          case Constraint.Exclusion ignored -> Stream.empty();
                        }));
    return keys.flatMap(List::stream)
        .anyMatch(p -> ColumnUse.columns(p.expression()).contains(column));
  }

  /**
   * A length of up to 255 bytes is stored in one byte, a longer one in two. MariaDB goes from the
   * one to the other at no cost where 127 were enough before.
   */
  private static int lengthBytes(Table table, Column column, Builtin type) {
    return bytes(table, column, type) <= 255 ? 1 : 2;
  }

  private static int bytes(Table table, Column column, Builtin type) {
    int each = type.name().equals("varchar") ? TableTraits.bytesPerCharacter(table, column) : 1;
    return length(type) * each;
  }

  static int length(Builtin type) {
    return type.arguments().isEmpty() ? 1 : Integer.parseInt(type.arguments().get(0));
  }

  static boolean appends(List<String> old, List<String> now) {
    return now.size() >= old.size() && now.subList(0, old.size()).equals(old);
  }

  private static int enumBytes(List<String> values) {
    return values.size() <= 255 ? 1 : 2;
  }

  private static int setBytes(List<String> values) {
    int bytes = (values.size() + 7) / 8;
    return bytes > 4 ? 8 : bytes;
  }

  private static boolean differs(Column before, Column after, String option) {
    return !Objects.equals(before.options().get(option), after.options().get(option));
  }
}
