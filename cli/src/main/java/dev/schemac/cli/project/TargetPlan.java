package dev.schemac.cli.project;

import dev.schemac.diagnostic.Span;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.Target;
import dev.schemac.plan.CostModel;
import dev.schemac.plan.Plan;
import java.util.Map;
import java.util.Optional;

/**
 * A plan for one target.
 *
 * @param from how people see the source that it starts from
 * @param to how people see the source that it leads to
 * @param costs present where the sizes of the tables are known
 * @param places where the objects are declared that the plan leads to
 */
public record TargetPlan(
    Target target,
    String from,
    String to,
    Plan plan,
    Optional<CostModel> costs,
    Map<ObjectPath, Span> places) {}
