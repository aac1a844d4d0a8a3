package dev.schemac.golden;

import dev.schemac.plan.Step;
import java.util.Set;

/** Runs the steps of one plan, and says what each did to the tables that are in use. */
interface Measurement extends AutoCloseable {

  /** Tables and views that the plan did not make itself, under their names of now. */
  Set<String> names();

  /** Runs a step behind its guards. */
  Measured run(Step step);

  @Override
  default void close() {}
}
