package dev.schemac.plan;

import dev.schemac.diff.Change;
import java.util.List;

/** What a dialect brings to the planner: a pattern for every kind of change. */
public interface PatternCatalogue {

  /**
   * The steps of one change, in the order in which they must run among themselves.
   *
   * @return the steps, or why there are none
   */
  Lowered lower(Change change, PlanContext context);

  /** The steps in their order, with what depends on it. */
  default List<Step> settled(List<Step> ordered, PlanContext context) {
    return ordered;
  }

  /** The context with what the server adds to both schemas by itself; patterns see this one. */
  default PlanContext completed(PlanContext context) {
    return context;
  }
}
