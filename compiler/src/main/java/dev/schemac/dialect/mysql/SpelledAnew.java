package dev.schemac.dialect.mysql;

import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.DataType.Builtin;
import dev.schemac.model.Expression;
import dev.schemac.model.ExpressionTree;
import dev.schemac.model.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The checks that MySQL spells otherwise as soon as their table is altered, be it instantly: texts
 * in the character set of the columns that they meet, numbers and texts beside times as such, texts
 * beside large numbers as numbers (measured on 9.7). A check that comes in the last statement keeps
 * its words.
 */
final class SpelledAnew {
  private static final Set<String> BYTES =
      Set.of(
          "binary",
          "varbinary",
          "tinyblob",
          "blob",
          "mediumblob",
          "longblob",
          "bit",
          "vector",
          "geometry",
          "point",
          "linestring",
          "polygon",
          "multipoint",
          "multilinestring",
          "multipolygon",
          "geometrycollection",
          "geomcollection");
  private static final Set<String> TIMES = Set.of("date", "time", "datetime", "timestamp");
  private static final Set<String> COUNTED = Set.of("time", "year", "bigint", "bigint unsigned");
  private static final Pattern TEXT =
      Pattern.compile("(\\w*)'((?:[^'\\\\]|\\\\.|'')*)'", Pattern.DOTALL);
  private static final Pattern NAME = Pattern.compile("`(?:[^`]|``)*`");
  private static final Pattern NUMBER = Pattern.compile("\\b[0-9][0-9.]*");
  private static final String USUAL = "utf8mb4";

  private final List<Table> sides;
  private final Set<String> charsets = new HashSet<>();
  private final Set<String> numbers = new HashSet<>();
  private final Set<String> types = new HashSet<>();

  private SpelledAnew(List<Table> sides, Expression condition) {
    this.sides = sides;
    collect(condition);
  }

  /** Those of them that stay as they are. */
  static Set<String> of(Table was, Table is) {
    Set<String> names = new TreeSet<>();
    for (Constraint constraint : is.constraints()) {
      if (constraint instanceof Constraint.Check check
          && was.constraint(check.name()).filter(check::equals).isPresent()
          && new SpelledAnew(List.of(was, is), check.condition()).isMet(check.condition())) {
        names.add(check.name());
      }
    }
    return names;
  }

  private boolean isMet(Expression condition) {
    Set<String> columns = ColumnUse.columns(condition);
    Set<String> wanted = new HashSet<>();
    boolean counted = false;
    for (Table side : sides) {
      for (String name : columns) {
        side.column(name).map(c -> charset(side, c)).ifPresent(wanted::add);
        counted = counted || side.column(name).filter(this::counts).isPresent();
      }
    }
    boolean several = wanted.size() > 1;
    wanted.remove(USUAL);
    boolean texts =
        wanted.isEmpty()
            ? charsets.stream().anyMatch(c -> !c.equals(USUAL))
            : several && !charsets.isEmpty() || !wanted.containsAll(charsets);
    return texts || counted;
  }

  /** In what the server writes a text that meets the column. */
  private static String charset(Table table, Column column) {
    if (column.type() instanceof Builtin type && BYTES.contains(type.name())) {
      return "binary";
    }
    return AlterTableOptions.isText(column) ? TableTraits.charset(table, column) : USUAL;
  }

  /** Whether what meets the column is written as the column's own kind of value. */
  private boolean counts(Column column) {
    if (!(column.type() instanceof Builtin type)) {
      return false;
    }
    boolean time = type.name().equals("time");
    boolean moments = types.stream().anyMatch(t -> !time || !t.equals("time"));
    boolean text = COUNTED.contains(type.name()) && (!charsets.isEmpty() || moments);
    boolean number = TIMES.contains(type.name()) && !numbers.isEmpty();
    boolean year =
        type.name().equals("year") && numbers.stream().anyMatch(n -> !n.matches("[12][0-9]{3}"));
    return text || number || year;
  }

  private void collect(Expression condition) {
    switch (condition) {
      case Expression.StringLiteral ignored -> charsets.add(USUAL);
      case Expression.NumberLiteral(var text) -> numbers.add(text);
      case Expression.TypedLiteral(var type, var value) -> types.add(type.toLowerCase(Locale.ROOT));
      case Expression.Sql(var text) -> collect(text);
      case Expression other -> ExpressionTree.operands(other).forEach(this::collect);
    }
  }

  private void collect(String sql) {
    Matcher text = TEXT.matcher(NAME.matcher(sql).replaceAll(""));
    StringBuilder rest = new StringBuilder();
    while (text.find()) {
      String word = text.group(1).toLowerCase(Locale.ROOT);
      if (word.isEmpty() || word.startsWith("_")) {
        charsets.add(word.isEmpty() ? USUAL : word.substring(1));
      } else {
        types.add(word);
      }
      text.appendReplacement(rest, "");
    }
    text.appendTail(rest);
    NUMBER.matcher(rest).results().forEach(n -> numbers.add(n.group()));
  }
}
