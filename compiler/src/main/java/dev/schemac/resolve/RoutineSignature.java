package dev.schemac.resolve;

import dev.schemac.model.RoutineName;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The identity of a routine: its name and the types of its parameters, {@code f(int, text)}. */
final class RoutineSignature {
  private RoutineSignature() {}

  static String of(String name, List<String> types) {
    return types.stream()
        .map(RoutineSignature::type)
        .collect(Collectors.joining(", ", name + "(", ")"));
  }

  /** The same from {@code f(integer,text)} as written; without parentheses it has none. */
  static String canonical(String written) {
    String text = written.strip();
    int open = RoutineName.signature(text);
    if (open < 0) {
      return of(text, List.of());
    }
    String types = text.substring(open + 1, text.length() - 1).replaceAll("\\([^()]*\\)", "");
    return of(
        text.substring(0, open).strip(),
        types.isBlank() ? List.of() : Stream.of(types.split(",")).toList());
  }

  /** The name alone. */
  static String name(String signature) {
    return RoutineName.bare(signature);
  }

  /** Without the length, which is no part of the identity, and in its usual spelling. */
  private static String type(String written) {
    String text = written.strip().replaceAll("\\s+", " ");
    String array = "";
    while (text.endsWith("[]")) {
      array = "[]";
      text = text.substring(0, text.length() - 2).strip();
    }
    String bare = text.replaceAll("\\s*\\([^)]*\\)", "");
    return (bare.indexOf('`') < 0 ? TypeSpelling.canonicalName(bare) : bare) + array;
  }
}
