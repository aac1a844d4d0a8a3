package dev.schemac.plan;

import dev.schemac.model.DataType;
import dev.schemac.model.Expression;
import dev.schemac.model.ExpressionTree;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Collations, text search configurations, operators and casts that expressions use. */
final class NativeNames {
  private static final Set<String> NAMED =
      Set.of("collation", "text search configuration", "text search dictionary");

  private static final Pattern PARTS = Pattern.compile("\"((?:[^\"]|\"\")*)\"|[^.\"]+");

  private static final Pattern REGCONFIG =
      Pattern.compile("'((?:[^']|'')+)'::reg(?:config|dictionary)");

  private final Map<QName, List<ObjectPath>> named = new HashMap<>();
  private final Map<String, List<ObjectPath>> operators = new HashMap<>();
  private final Map<QName, List<ObjectPath>> casts = new HashMap<>();

  NativeNames(Schema schema) {
    for (SchemaObject.NativeObject each : schema.all(SchemaObject.NativeObject.class)) {
      if (NAMED.contains(each.nativeKind())) {
        put(named, each.name(), each.path());
      } else if (each.nativeKind().equals("operator")) {
        String symbol = DependantClosure.local(each.path());
        operators.computeIfAbsent(symbol, s -> new ArrayList<>()).add(each.path());
      } else if (each.nativeKind().equals("cast")) {
        each.dependsOn().stream()
            .filter(DependantClosure::isType)
            .forEach(type -> put(casts, type.owner(), each.path()));
      }
    }
  }

  private static void put(Map<QName, List<ObjectPath>> map, QName name, ObjectPath path) {
    map.computeIfAbsent(name, n -> new ArrayList<>()).add(path);
  }

  boolean isEmpty() {
    return named.isEmpty() && operators.isEmpty() && casts.isEmpty();
  }

  /** What an expression uses, at any depth. */
  void of(Expression expression, Set<ObjectPath> found) {
    if (isEmpty()) {
      return;
    }
    switch (expression) {
      case Expression.Binary(var operator, var left, var right) -> operator(operator, found);
      case Expression.Unary(var operator, var operand) -> operator(operator, found);
      case Expression.Collate(var operand, var collation) -> named(collation, found);
      case Expression.StringLiteral(var text) -> named(text, found);
      case Expression.Cast(var operand, var type) -> castsTo(type, found);
      case Expression.Sql(var text) -> text(text, found);
      case Expression ignored -> {}
    }
    ExpressionTree.operands(expression).forEach(e -> of(e, found));
  }

  private void operator(String symbol, Set<ObjectPath> found) {
    found.addAll(operators.getOrDefault(symbol, List.of()));
  }

  private void text(String text, Set<ObjectPath> found) {
    operators.forEach(
        (symbol, paths) -> {
          if (text.contains(symbol)) {
            found.addAll(paths);
          }
        });
    REGCONFIG.matcher(text).results().forEach(m -> named(m.group(1), found));
    Set<String> words = SqlWords.of(text);
    named.forEach(
        (name, paths) -> {
          if (words.contains(name.name())) {
            found.addAll(paths);
          }
        });
    casts.forEach(
        (type, paths) -> {
          if (words.contains(type.name())) {
            found.addAll(paths);
          }
        });
  }

  /** {@code german}, {@code "shop"."german"}: a name as a clause or a literal has it. */
  void named(String name, Set<ObjectPath> found) {
    if (!named.isEmpty()) {
      found.addAll(named.getOrDefault(QName.of(name), List.of()));
      Matcher parts = PARTS.matcher(name);
      List<String> words =
          parts
              .results()
              .map(m -> m.group(1) == null ? m.group() : m.group(1).replace("\"\"", "\""))
              .toList();
      if (words.size() == 2) {
        found.addAll(named.getOrDefault(new QName(words.get(0), words.get(1)), List.of()));
      }
    }
  }

  /** The casts that may have made a value one of the type. */
  void castsTo(DataType type, Set<ObjectPath> found) {
    switch (type) {
      case DataType.Named(var name) -> found.addAll(casts.getOrDefault(name, List.of()));
      case DataType.Array(var element) -> castsTo(element, found);
      case DataType.Builtin ignored -> {}
      case DataType.InlineEnum ignored -> {}
      case DataType.InlineSet ignored -> {}
    }
  }
}
