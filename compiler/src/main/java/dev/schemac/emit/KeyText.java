package dev.schemac.emit;

import dev.schemac.model.Constraint;
import dev.schemac.model.Constraint.Action;
import dev.schemac.model.Constraint.Deferral;
import dev.schemac.model.Constraint.Enforcement;
import dev.schemac.model.Dialect;
import dev.schemac.model.Expression;
import dev.schemac.model.Index;
import dev.schemac.model.KeyPart;
import dev.schemac.sql.ExpressionWriter;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Constraints and indexes as members, each on a line of its own. */
final class KeyText {
  private final Dialect dialect;
  private final boolean bareCalls;
  private final ExpressionWriter expressions;

  KeyText(Dialect dialect) {
    this(dialect, false);
  }

  /**
   * Keys for people or in the canonical form.
   *
   * @param bareCalls whether a call stands without parentheses of its own
   */
  KeyText(Dialect dialect, boolean bareCalls) {
    this.bareCalls = bareCalls;
    this.dialect = dialect;
    this.expressions = ExpressionWriter.source(dialect);
  }

  /** With its comment above. */
  String constraint(Constraint constraint) {
    String text =
        switch (constraint) {
          case Constraint.PrimaryKey c ->
              "primary key"
                  + (dialect == Dialect.MYSQL ? "" : " " + Lines.keyName(c.name()))
                  + parts(c.parts())
                  + using(c.options(), "btree")
                  + include(c.include())
                  + deferral(c.deferral())
                  + attribute(c.options());
          case Constraint.Unique c ->
              "unique "
                  + Lines.keyName(c.name())
                  + parts(c.parts())
                  + include(c.include())
                  + (c.nullsNotDistinct() ? " nulls not distinct" : "")
                  + deferral(c.deferral())
                  + attribute(c.options());
          case Constraint.Check c ->
              "check "
                  + Lines.keyName(c.name())
                  + " ("
                  + expressions.text(c.condition())
                  + ")"
                  + (c.noInherit() ? " no inherit" : "")
                  + enforcement(c.enforcement());
          case Constraint.ForeignKey c -> foreignKey(c);
          case Constraint.Exclusion c ->
              "exclude "
                  + Lines.keyName(c.name())
                  + parts(c.parts())
                  + method(c.method())
                  + include(c.include())
                  + predicate(c.predicate())
                  + deferral(c.deferral())
                  + attribute(c.options());
        };
    return Lines.doc(constraint.comment(), "  ") + "  " + text + "\n";
  }

  String index(Index index) {
    return Lines.doc(index.comment(), "  ")
        + (index.unique() ? "  unique index " : "  index ")
        + Lines.keyName(index.name())
        + parts(index.parts())
        + using(index.options(), index.method())
        + include(index.include())
        + (index.nullsNotDistinct() ? " nulls not distinct" : "")
        + predicate(index.predicate())
        + attribute(index.options())
        + "\n";
  }

  /**
   * The method of an index, and of MySQL's that its author wrote although it goes without saying.
   */
  private String using(SortedMap<String, String> options, String method) {
    boolean written = dialect == Dialect.MYSQL && options.containsKey("using");
    return written ? " using " + options.get("using") : method(method);
  }

  private String attribute(SortedMap<String, String> options) {
    if (dialect != Dialect.MYSQL || !options.containsKey("using")) {
      return Lines.attribute(dialect, options);
    }
    SortedMap<String, String> written = new TreeMap<>(options);
    written.remove("using");
    return Lines.attribute(dialect, written);
  }

  private String foreignKey(Constraint.ForeignKey c) {
    return "foreign key "
        + Lines.keyName(c.name())
        + " "
        + columns(c.columns(), c.period())
        + " -> "
        + Lines.name(c.referencedTable())
        + " "
        + columns(c.referencedColumns(), c.period())
        + clauses(c);
  }

  /** What stands behind a foreign key or a {@code ref}, with a blank in front of each. */
  static String clauses(Constraint.ForeignKey c) {
    return action(" on delete ", c.onDelete())
        + (c.setColumns().isEmpty() ? "" : " " + Lines.names(c.setColumns()))
        + action(" on update ", c.onUpdate())
        + (c.matchFull() ? " match full" : "")
        + deferral(c.deferral())
        + enforcement(c.enforcement());
  }

  private static String columns(List<String> columns, boolean period) {
    if (!period) {
      return Lines.names(columns);
    }
    int last = columns.size() - 1;
    return columns.stream()
        .map(c -> columns.indexOf(c) == last ? "period " + Lines.name(c) : Lines.name(c))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String action(String event, Action action) {
    return switch (action) {
      case NO_ACTION -> "";
      case RESTRICT -> event + "restrict";
      case CASCADE -> event + "cascade";
      case SET_NULL -> event + "set null";
      case SET_DEFAULT -> event + "set default";
    };
  }

  private static String deferral(Deferral deferral) {
    return switch (deferral) {
      case NOT_DEFERRABLE -> "";
      case INITIALLY_IMMEDIATE -> " deferrable";
      case INITIALLY_DEFERRED -> " deferrable initially deferred";
    };
  }

  private static String enforcement(Enforcement enforcement) {
    return switch (enforcement) {
      case ENFORCED -> "";
      case NOT_VALID -> " not valid";
      case NOT_ENFORCED -> " not enforced";
    };
  }

  private static String include(List<String> columns) {
    return columns.isEmpty() ? "" : " include " + Lines.names(columns);
  }

  private static String method(String method) {
    return method.equals("btree") ? "" : " using " + Lines.name(method);
  }

  private String predicate(Optional<Expression> predicate) {
    return predicate.map(e -> " where (" + expressions.text(e) + ")").orElse("");
  }

  private String parts(List<KeyPart> parts) {
    return parts.stream().map(this::part).collect(Collectors.joining(", ", " (", ")"));
  }

  private String part(KeyPart part) {
    StringBuilder out = new StringBuilder(operand(part.expression()));
    part.prefixLength().ifPresent(n -> out.append("(").append(n).append(")"));
    part.collation().ifPresent(c -> out.append(" collate ").append(Lines.name(c)));
    part.operatorClass().ifPresent(c -> out.append(" ").append(c));
    out.append(part.direction() == KeyPart.Direction.DESC ? " desc" : "");
    part.nullsFirst().ifPresent(first -> out.append(first ? " nulls first" : " nulls last"));
    out.append(part.withoutOverlaps() ? " without overlaps" : "");
    part.operator().ifPresent(o -> out.append(" with ").append(o));
    return out.toString();
  }

  /** Anything but a column in parentheses: a call with one number would read as a prefix. */
  private String operand(Expression e) {
    return e instanceof Expression.ColumnRef || bareCalls && isPlainCall(e)
        ? expressions.text(e)
        : "(" + expressions.text(e) + ")";
  }

  private static boolean isPlainCall(Expression e) {
    return e instanceof Expression.Call call
        && !call.function().equals("extract")
        && !(call.arguments().size() == 1
            && call.arguments().get(0) instanceof Expression.NumberLiteral);
  }
}
