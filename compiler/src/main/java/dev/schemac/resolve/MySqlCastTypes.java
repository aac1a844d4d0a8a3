package dev.schemac.resolve;

import dev.schemac.model.DataType;
import dev.schemac.syntax.TypeExpr;
import java.util.List;

/**
 * The types of MySQL's casts, which have names of their own there (manual, "Cast Functions and
 * Operators"): {@code signed}, {@code unsigned}, and {@code array} behind a type in a multi-valued
 * index.
 */
final class MySqlCastTypes {
  private final TypeResolver types;

  MySqlCastTypes(TypeResolver types) {
    this.types = types;
  }

  ResolvedType resolve(TypeExpr written, String namespace) {
    if (written instanceof TypeExpr.ArrayOf(var of, var ignored)) {
      return multiValued(resolve(of, namespace));
    }
    if (!(written instanceof TypeExpr.Plain t)) {
      return types.resolve(written, namespace);
    }
    TypeSpelling spelling = TypeSpelling.of(t);
    if (spelling.modifiers().contains("array")) {
      List<String> rest = t.modifiers().stream().filter(m -> !m.equalsIgnoreCase("array")).toList();
      ResolvedType element =
          resolve(
              new TypeExpr.Plain(t.dialect(), t.name(), t.arguments(), rest, t.span()), namespace);
      return multiValued(element);
    }
    if (spelling.name().equals("json") && types.target().isMariaDb()) {
      return types.noCast(t, "MariaDB keeps `json` as text: leave the cast out");
    }
    return switch (spelling.name()) {
      case "signed" -> ResolvedType.of(DataType.Builtin.of("bigint"), "signed");
      case "unsigned" ->
          ResolvedType.of(
              new DataType.Builtin("bigint", List.of(), List.of("unsigned")), "unsigned");
      case "binary" ->
          ResolvedType.of(
              new DataType.Builtin("binary", spelling.arguments(), List.of()), "binary");
      case "char" ->
          ResolvedType.of(new DataType.Builtin("char", spelling.arguments(), List.of()), "char");
      default -> types.resolve(written, namespace);
    };
  }

  private static ResolvedType multiValued(ResolvedType element) {
    return element.isUnknown()
        ? element
        : ResolvedType.of(new DataType.Array(element.type()), element.written() + " array");
  }
}
