package dev.schemac.resolve;

import dev.schemac.syntax.Ident;
import dev.schemac.syntax.TypeExpr;
import java.util.List;
import java.util.stream.Collectors;

/** A type as its author wrote it, for messages. */
final class WrittenType {
  private WrittenType() {}

  static String of(TypeExpr type) {
    return switch (type) {
      case TypeExpr.Plain t -> plain(t);
      case TypeExpr.InlineLabels t -> (t.set() ? "set" : "enum") + labels(t.values());
      case TypeExpr.ArrayOf t -> of(t.element()) + "[]";
      case TypeExpr.Ref t ->
          "ref " + t.table() + t.column().map(c -> "(" + c.text() + ")").orElse("");
      case TypeExpr.PerDialect t ->
          t.alternatives().stream().map(WrittenType::of).collect(Collectors.joining(" | "));
    };
  }

  private static String plain(TypeExpr.Plain t) {
    String dialect = t.dialect().map(d -> d.label() + ".").orElse("");
    String arguments = t.arguments().isEmpty() ? "" : "(" + String.join(", ", t.arguments()) + ")";
    String modifiers = t.modifiers().isEmpty() ? "" : " " + String.join(" ", t.modifiers());
    return dialect + t.name() + arguments + modifiers;
  }

  private static String labels(List<Ident> values) {
    return values.stream()
        .map(v -> "'" + v.text().replace("'", "''") + "'")
        .collect(Collectors.joining(", ", "(", ")"));
  }
}
