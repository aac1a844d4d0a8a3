package dev.schemac.catalog.mysql;

import dev.schemac.sql.MySqlHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A routine's parameters as they were written, taken apart.
 *
 * @param written between the parentheses
 * @param each in the one spelling
 */
record RoutineParameters(String written, List<String> each) {
  static RoutineParameters of(String written) {
    List<String> each = new ArrayList<>();
    CodeReading text = new CodeReading(written);
    while (!text.isAtEnd()) {
      each.add(MySqlHeader.parameter(text.takeUntil(',')));
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
    return joined().equals(written) ? Optional.empty() : Optional.of(MySqlHeader.escaped(written));
  }
}
