package dev.schemac.resolve.expression;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.model.Expression;
import dev.schemac.model.Expression.Call;
import dev.schemac.model.Expression.ColumnRef;
import dev.schemac.model.Expression.StringLiteral;
import dev.schemac.model.QName;
import dev.schemac.syntax.Expr;
import dev.schemac.syntax.Ident;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a bare name means: a column first, then a function without parentheses, then a label. */
final class Names {
  private static final Set<String> KEYWORD_FUNCTIONS =
      Set.of(
          "current_date",
          "current_time",
          "current_timestamp",
          "localtime",
          "localtimestamp",
          "current_user",
          "session_user",
          "current_role",
          "current_catalog",
          "current_schema",
          "utc_timestamp",
          "utc_date");

  private final ExpressionScope scope;
  private final Expected expected;
  private final List<Diagnostic> diagnostics;

  Names(ExpressionScope scope, Expected expected, List<Diagnostic> diagnostics) {
    this.scope = scope;
    this.expected = expected;
    this.diagnostics = diagnostics;
  }

  Expression of(Expr.Name e, List<String> labels) {
    Optional<String> column = column(e);
    if (column.isPresent()) {
      checkPlace(e, column.get(), labels);
      return new ColumnRef(column.get());
    }
    if (e.parts().size() > 1) {
      return qualified(e);
    }
    String name = e.parts().get(0).text();
    String folded = name.toLowerCase(Locale.ROOT);
    if (KEYWORD_FUNCTIONS.contains(folded)) {
      return Call.of(folded);
    }
    if (labels.contains(name)) {
      return new StringLiteral(name);
    }
    if (!scope.open()) {
      diagnostics.add(unknown(e, name, labels));
    }
    return scope.open() || labels.isEmpty() ? new ColumnRef(name) : new StringLiteral(name);
  }

  /** The column of the row that the name stands for. */
  Optional<String> column(Expr.Name e) {
    List<Ident> parts = e.parts();
    String name = parts.get(parts.size() - 1).text();
    boolean own =
        parts.size() == 1
            || parts.size() == 2 && scope.tableName().equals(Optional.of(parts.get(0).text()));
    return own && (scope.column(name).isPresent() || parts.size() == 2 && scope.open())
        ? Optional.of(name)
        : Optional.empty();
  }

  /** PostgreSQL's DEFAULT sees no column, MySQL's sees the other ones. */
  private void checkPlace(Expr.Name e, String column, List<String> labels) {
    boolean isDefault = expected.place() == Expected.Place.DEFAULT;
    boolean ambiguous = isDefault && labels.contains(column);
    boolean blind = isDefault && scope.target().isPostgres();
    if (ambiguous || blind || expected.place() == Expected.Place.ON_UPDATE) {
      Diagnostic error =
          Diagnostic.of(Code.SC2007, e.span(), "a default cannot read column `" + column + "`");
      diagnostics.add(
          labels.contains(column)
              ? error.withHelp("write the value as a string: `'" + column + "'`")
              : error.withHelp("compute it with `generated (…) stored`"));
    }
  }

  private Expression qualified(Expr.Name e) {
    List<String> parts = e.parts().stream().map(Ident::text).toList();
    if (!scope.open()) {
      String name = String.join(".", parts);
      diagnostics.add(
          Diagnostic.of(Code.SC2001, e.span(), "unknown column `" + name + "`")
              .withHelp("only columns of the row itself can be read here"));
    }
    return new Expression.QualifiedRef(parts);
  }

  private Diagnostic unknown(Expr.Name e, String name, List<String> labels) {
    if (!labels.isEmpty()) {
      return notALabel(e, name, labels);
    }
    Diagnostic unknown = Diagnostic.of(Code.SC2001, e.span(), "unknown column `" + name + "`");
    return Suggestion.of(unknown, name, e.span(), scope.columnNames());
  }

  private static Diagnostic notALabel(Expr e, String label, List<String> labels) {
    Diagnostic error =
        Diagnostic.of(Code.SC2019, e.span(), "`" + label + "` is not a value of the enum")
            .withHelp("the values are " + listed(labels));
    return e instanceof Expr.Name ? Suggestion.of(error, label, e.span(), labels) : error;
  }

  private static String listed(List<String> labels) {
    List<String> shown = labels.size() > 8 ? labels.subList(0, 8) : labels;
    return "`" + String.join("`, `", shown) + "`" + (shown.size() < labels.size() ? ", …" : "");
  }

  /** A string that stands where a label is expected must be one. */
  Expression label(Expr.Text e, List<String> labels) {
    if (!labels.isEmpty() && !labels.contains(e.value())) {
      diagnostics.add(notALabel(e, e.value(), labels));
    }
    return new StringLiteral(e.value());
  }

  /** {@code nextval(N)}; empty where the call is another one. */
  Optional<Expression> sequence(Expr.Call e) {
    boolean nextval =
        e.function().size() == 1
            && e.function().get(0).text().equalsIgnoreCase("nextval")
            && e.arguments().size() == 1;
    if (!nextval || !(e.arguments().get(0) instanceof Expr.Name name)) {
      return Optional.empty();
    }
    Optional<QName> sequence = scope.sequence(name.parts());
    if (sequence.isEmpty()) {
      String written = String.join(".", name.parts().stream().map(Ident::text).toList());
      diagnostics.add(
          Diagnostic.of(Code.SC2001, name.span(), "unknown sequence `" + written + "`")
              .withHelp("declare it: `sequence " + written + "`"));
      return Optional.of(Call.of("nextval", new StringLiteral(written)));
    }
    return sequence.map(s -> Call.of("nextval", new Expression.SequenceRef(s)));
  }
}
