package dev.schemac.cli.project;

import dev.schemac.model.Target;
import dev.schemac.plan.CostModel;
import dev.schemac.plan.Plan;
import java.util.Optional;

/**
 * A plan for one target.
 *
 * @param from how people see the source that it starts from
 * @param to how people see the source that it leads to
 * @param costs present where the sizes of the tables are known
 */
public record TargetPlan(
    Target target, String from, String to, Plan plan, Optional<CostModel> costs) {}
