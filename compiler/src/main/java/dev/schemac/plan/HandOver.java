package dev.schemac.plan;

import java.util.Optional;

/** A tool that changes a table by copying it while everybody works on. */
public interface HandOver {

  /** As people call it. */
  String tool();

  /** What it takes to hand a step over; empty where the step needs no tool. */
  Optional<Offer> of(Plan plan, Step step);

  /** A step for a tool. */
  sealed interface Offer {
    /** The exact command, for a shell; what the plan cannot know stands in variables. */
    record Command(String text) implements Offer {}

    /** Why the tool cannot, or must not, do it. */
    record Refused(String why) implements Offer {}
  }
}
