package dev.schemac.cli.project;

import dev.schemac.model.Target;
import dev.schemac.plan.Plan;

/**
 * A plan for one target.
 *
 * @param from how people see the source that it starts from
 * @param to how people see the source that it leads to
 */
public record TargetPlan(Target target, String from, String to, Plan plan) {}
