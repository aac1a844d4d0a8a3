package dev.schemac.catalog.mysql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A routine's parameters as they were written, taken apart.
 *
 * @param written between the parentheses
 * @param each one parameter each, without blanks around it
 */
record RoutineParameters(String written, List<String> each) {
  private static final Set<String> MODES = Set.of("in", "out", "inout");

  static RoutineParameters of(String written) {
    List<String> each = new ArrayList<>();
    CodeReading text = new CodeReading(written);
    while (!text.isAtEnd()) {
      each.add(text.takeUntil(',').strip());
      text.take(",");
    }
    return new RoutineParameters(
        written, each.size() == 1 && each.getFirst().isEmpty() ? List.of() : each);
  }

  /** As the model has them. */
  String joined() {
    return String.join(", ", each);
  }

  /** The written text where the model's would not give the same. */
  Optional<String> unusual() {
    return joined().equals(written) ? Optional.empty() : Optional.of(written);
  }

  /** {@code (int, varchar(10))}: the types alone. */
  String signature() {
    return each.stream()
        .map(RoutineParameters::type)
        .collect(java.util.stream.Collectors.joining(", ", "(", ")"));
  }

  private static String type(String parameter) {
    String rest = parameter;
    int blank = rest.indexOf(' ');
    if (blank > 0 && MODES.contains(rest.substring(0, blank).toLowerCase(Locale.ROOT))) {
      rest = rest.substring(blank).strip();
    }
    CodeReading name = new CodeReading(rest);
    if (name.takeName().isEmpty()) {
      name.takeUntil(' ');
    }
    return name.rest().strip();
  }
}
