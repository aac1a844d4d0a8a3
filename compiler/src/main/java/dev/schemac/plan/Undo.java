package dev.schemac.plan;

import dev.schemac.ddl.Statement;
import java.util.List;
import java.util.Optional;

/** How a step is taken back. */
public sealed interface Undo {

  /** Nothing to take back. */
  record Nothing(String reason) implements Undo {}

  /**
   * The inverse statements.
   *
   * @param loses what is lost by it where something is: {@code values written to nickname since};
   *     empty where it is exact
   */
  record Statements(List<Statement> statements, Optional<String> loses) implements Undo {
    public Statements {
      statements = List.copyOf(statements);
    }
  }

  /** There is no way back. */
  record Impossible(String reason) implements Undo {}

  /** An exact inverse. */
  static Undo exactly(Statement... statements) {
    return new Statements(List.of(statements), Optional.empty());
  }

  /** An inverse that gives the structure back but not what is named. */
  static Undo losing(String what, Statement... statements) {
    return new Statements(List.of(statements), Optional.of(what));
  }
}
