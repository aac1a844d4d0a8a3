package dev.schemac.dialect.postgres;

import dev.schemac.model.Expression;
import dev.schemac.model.ExpressionTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Which columns an expression reads, and the same expression over other columns. */
final class ColumnReferences {
  private ColumnReferences() {}

  /** The expression with every column replaced; text that is not understood stays as it is. */
  static Expression replace(Expression expression, Function<String, Expression> by) {
    return ExpressionTree.rewrite(
        expression, e -> e instanceof Expression.ColumnRef(var name) ? by.apply(name) : e);
  }

  /** Visits the expression and all below it. */
  static void walk(Expression expression, Consumer<Expression> visitor) {
    visitor.accept(expression);
    ExpressionTree.operands(expression).forEach(child -> walk(child, visitor));
  }

  /** Whether the expression reads the column; text that is not understood is searched for it. */
  static boolean reads(Expression expression, String column) {
    Set<String> found = new TreeSet<>();
    walk(
        expression,
        e -> {
          switch (e) {
            case Expression.ColumnRef(var name) when name.equals(column) -> found.add(name);
            case Expression.QualifiedRef(var parts) when parts.getLast().equals(column) ->
                found.add(column);
            case Expression.Sql(var text) when mentions(text, column) -> found.add(column);
            case Expression ignored -> {}
          }
        });
    return !found.isEmpty();
  }

  /** Whether the column is all that is read, so that NULL stays NULL in a plain conversion. */
  static boolean readsOnly(Expression expression, String column) {
    List<Expression> others = new ArrayList<>();
    walk(
        expression,
        e -> {
          switch (e) {
            case Expression.ColumnRef(var name) when !name.equals(column) -> others.add(e);
            case Expression.Sql text -> others.add(text);
            case Expression.Call call -> others.add(call);
            case Expression.IsNull test -> others.add(test);
            case Expression.IsTruth test -> others.add(test);
            case Expression ignored -> {}
          }
        });
    return others.isEmpty();
  }

  /** Whether SQL text holds the word, quoted or not. */
  static boolean mentions(String text, String word) {
    return Pattern.compile(
            "(?i)(?<![\\p{L}\\p{N}_$])".concat(Pattern.quote(word)).concat("(?![\\p{L}\\p{N}_$])"))
        .matcher(text)
        .find();
  }

  /** Whether SQL text in it speaks of a column as {@code namespace.table.column}. */
  static boolean hasNamespaceBefore(Expression expression, String table) {
    Pattern qualified =
        Pattern.compile("(?i)\\.\\s*\"?".concat(Pattern.quote(table)).concat("\"?\\s*\\."));
    List<Expression> found = new ArrayList<>();
    walk(
        expression,
        e -> {
          if (e instanceof Expression.Sql(var text) && qualified.matcher(text).find()) {
            found.add(e);
          }
        });
    return !found.isEmpty();
  }

  /** Whether parts of the expression are text that is not understood. */
  static boolean hasText(Expression expression) {
    List<Expression> found = new ArrayList<>();
    walk(
        expression,
        e -> {
          if (e instanceof Expression.Sql) {
            found.add(e);
          }
        });
    return !found.isEmpty();
  }

  /** Whether the expression holds a subquery, as far as its text tells. */
  static boolean hasSubquery(Expression expression) {
    List<Expression> found = new ArrayList<>();
    walk(
        expression,
        e -> {
          if (e instanceof Expression.Sql(var text) && mentions(text, "select")) {
            found.add(e);
          }
        });
    return !found.isEmpty();
  }

  static Optional<Expression> renamed(Optional<Expression> expression, String from, String to) {
    return expression.map(e -> renamed(e, from, to));
  }

  /** The same with one column under another name. */
  static Expression renamed(Expression expression, String from, String to) {
    return replace(expression, name -> new Expression.ColumnRef(name.equals(from) ? to : name));
  }
}
