package dev.schemac.emit;

import dev.schemac.diff.CheckOrder;
import dev.schemac.diff.KeyOrder;
import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.Dialect;
import dev.schemac.model.Expression;
import dev.schemac.model.Generated;
import dev.schemac.model.Identity;
import dev.schemac.model.Index;
import dev.schemac.model.NotNull;
import dev.schemac.model.Partitioning;
import dev.schemac.model.Table;
import dev.schemac.model.Target;
import dev.schemac.sql.ExpressionWriter;
import dev.schemac.sql.SourceTypes;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Tables as declarations: columns in their order, then keys, checks, foreign keys and indexes. */
final class TableText {
  private final Dialect dialect;
  private final ExpressionWriter expressions;
  private final SourceTypes types;
  private final KeyText keys;
  private final Target target;

  TableText(Target target) {
    this(target, new KeyText(target.dialect()));
  }

  TableText(Target target, KeyText keys) {
    this.target = target;
    this.dialect = target.dialect();
    this.expressions = ExpressionWriter.source(dialect);
    this.types = SourceTypes.of(dialect);
    this.keys = keys;
  }

  /**
   * The table in canonical form.
   *
   * @param partitions the lines of the tables that are its partitions
   */
  String text(Table table, String partitions) {
    return text(table, Map.of(), partitions);
  }

  /**
   * The table with some columns written in words of their own.
   *
   * @param words by the column's name
   */
  String text(Table table, Map<String, ColumnWords> words, String partitions) {
    if (!table.rows().isEmpty()) {
      return lookup(table);
    }
    StringBuilder out = new StringBuilder(Lines.doc(table.comment(), ""));
    out.append(table.external() ? "external table " : "table ").append(Lines.name(table.name()));
    out.append(attribute(table.options())).append(" {\n");
    table.columns().forEach(c -> out.append(column(c, words.get(c.name()))));
    table.columns().stream()
        .filter(c -> !NotNull.of(c).isEmpty())
        .forEach(c -> out.append(notNull(c)));
    boolean keysBelow = !table.constraints().isEmpty() || !table.indexes().isEmpty();
    out.append(!words.isEmpty() && keysBelow ? "\n" : "");
    out.append(keys(table));
    table.partitioning().ifPresent(p -> out.append(partitioning(p, partitions, false).indent(2)));
    return out.append("}\n").toString();
  }

  /** Constraints and indexes. */
  String keys(Table table) {
    StringBuilder out = new StringBuilder();
    table.constraints().stream()
        .sorted(Comparator.comparing(Constraint::kind).thenComparing(this::place))
        .forEach(c -> out.append(keys.constraint(c)));
    indexes(table).forEach(i -> out.append(keys.index(i)));
    return out.toString();
  }

  private String place(Constraint constraint) {
    return CheckOrder.isKept(target) && constraint instanceof Constraint.Check
        ? ""
        : constraint.name();
  }

  String attribute(SortedMap<String, String> options) {
    return Lines.attribute(dialect, options);
  }

  /** A NOT NULL on a line of its own: a partition's on its parent's column, or a special one. */
  String notNull(Column column) {
    String name = column.notNullName().map(n -> " " + Lines.keyName(n)).orElse("");
    return Lines.doc(NotNull.comment(column), "  ")
        + ("  not null" + name + " (" + Lines.name(column.name()) + ")")
        + (NotNull.isNoInherit(column) ? " no inherit" : "")
        + (NotNull.isNotValid(column) ? " not valid" : "")
        + "\n";
  }

  /** MySQL keeps an order of keys, and prints it. */
  private List<Index> indexes(Table table) {
    return dialect == Dialect.MYSQL
        ? KeyOrder.of(table, target)
        : table.indexes().stream().sorted(Comparator.comparing(Index::name)).toList();
  }

  /** Rows that belong to the schema are the values of an enum that is stored as a table. */
  private static String lookup(Table table) {
    String values =
        table.rows().stream()
            .map(row -> (Expression.StringLiteral) row.get(0))
            .map(label -> "  " + Lines.label(label.value()) + "\n")
            .collect(Collectors.joining());
    return Lines.doc(table.comment(), "")
        + "enum "
        + Lines.name(table.name())
        + " as table {\n"
        + values
        + "}\n";
  }

  /** The table's options, with a blank in front; nothing where there are none. */
  String attribute(Table table) {
    return Lines.attribute(dialect, table.options());
  }

  /** A column's line alone. */
  String column(Column column) {
    return column(column, null);
  }

  private String column(Column c, ColumnWords words) {
    StringBuilder out = new StringBuilder(Lines.doc(c.comment(), "  "));
    out.append("  ").append(Lines.name(c.name())).append(" ");
    out.append(words == null ? types.text(c.type()) : words.type());
    out.append(c.nullable() ? "?" : "");
    out.append(words == null ? "" : words.keys());
    Optional<String> name = NotNull.of(c).isEmpty() ? c.notNullName() : Optional.empty();
    name.ifPresent(n -> out.append(" not null as ").append(Lines.keyName(n)));
    c.collation().ifPresent(n -> out.append(" collate ").append(Lines.name(n)));
    c.defaultValue()
        .map(e -> words == null ? expressions.defaultValue(e, c.type()) : words.defaultValue())
        .ifPresent(e -> out.append(" default ").append(e));
    c.onUpdate()
        .ifPresent(e -> out.append(" on update ").append(expressions.defaultValue(e, c.type())));
    c.identity().ifPresent(i -> out.append(identity(i)));
    c.generated().ifPresent(g -> out.append(generated(g)));
    out.append(words == null ? "" : words.checks());
    return out.append(Lines.attribute(dialect, NotNull.without(c.options())))
        .append("\n")
        .toString();
  }

  private String identity(Identity identity) {
    String words = SequenceWords.of(identity.sequenceOptions(), dialect).strip();
    return " identity"
        + (identity.always() ? " always" : "")
        + (words.isEmpty() ? "" : " (" + words + ")");
  }

  private String generated(Generated generated) {
    String storage =
        switch (generated.storage()) {
          case STORED -> "stored";
          case VIRTUAL -> "virtual";
        };
    return " generated (" + expressions.text(generated.expression()) + ") " + storage;
  }

  /**
   * {@code partition by …}.
   *
   * @param lines of partitions that are tables of their own
   * @param braces whether members follow, which empty braces keep apart
   */
  String partitioning(Partitioning p, String lines, boolean braces) {
    StringBuilder out = new StringBuilder("partition by ").append(by(p));
    out.append(p.count() > 0 ? " partitions " + p.count() : "");
    p.subpartitioning()
        .ifPresent(
            s ->
                out.append(" subpartition by ")
                    .append(by(s))
                    .append(s.count() > 0 ? " subpartitions " + s.count() : ""));
    out.append(p.external() ? " external" : "");
    String inner =
        p.partitions().stream().map(x -> partition(x, "")).collect(Collectors.joining()) + lines;
    if (!inner.isEmpty()) {
      out.append(" {\n").append(inner.indent(2)).append("}");
    } else if (braces) {
      out.append(" {}");
    }
    return out.toString();
  }

  private String by(Partitioning p) {
    return p.operands().stream()
        .map(expressions::text)
        .collect(Collectors.joining(", ", p.strategy() + " (", ")"));
  }

  private String partition(Partitioning.Partition p, String indent) {
    StringBuilder out = new StringBuilder(indent).append(Lines.name(p.name()));
    out.append(p.bound().isEmpty() ? "" : " " + p.bound());
    if (!p.subpartitions().isEmpty()) {
      out.append(" subpartitions {\n");
      p.subpartitions().forEach(s -> out.append(partition(s, indent + "  ")));
      out.append(indent).append("}");
    }
    return out.append(Lines.attribute(dialect, p.options())).append("\n").toString();
  }
}
