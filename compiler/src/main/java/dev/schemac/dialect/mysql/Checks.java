package dev.schemac.dialect.mysql;

import dev.schemac.ddl.TableAction;
import dev.schemac.model.Constraint;
import dev.schemac.model.Constraint.Enforcement;
import dev.schemac.model.QName;
import dev.schemac.plan.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * Check constraints: enforcing one copies the table while writers wait, everything else about them
 * is instant (measured; manual, "Online DDL Operations").
 */
final class Checks {
  private Checks() {}

  static Step add(Situation s, QName table, Constraint.Check check) {
    Cost cost = enforced(check) ? Cost.COPY : Cost.INSTANT;
    Draft draft =
        Draft.of("AddCheck", title("add check", table, check))
            .alter(table, cost, new TableAction.AddConstraint(check))
            .provides(FreedNames.of(s, table, check))
            .undoBy(table, Cost.INSTANT, new TableAction.DropConstraint(check));
    if (enforced(check)) {
      draft.guard(Conditions.holds(table, check));
    }
    return draft.step();
  }

  static Step drop(Situation s, QName table, Constraint.Check check) {
    Cost back = enforced(check) ? Cost.COPY : Cost.INSTANT;
    return Draft.of("DropCheck", title("drop check", table, check))
        .alter(table, Cost.INSTANT, new TableAction.DropConstraint(check))
        .undoBy(table, back, new TableAction.AddConstraint(OldNames.constraint(s, table, check)))
        // A column that a check reads cannot be renamed (error 3959).
        .releases(OldNames.of(s, table, ColumnUse.columns(check.condition())))
        .step();
  }

  static List<Step> change(
      Situation s, QName table, Constraint.Check before, Constraint.Check after) {
    if (before.condition().equals(after.condition()) && enforced(before) != enforced(after)) {
      return List.of(enforce(table, before, after));
    }
    List<Step> steps = new ArrayList<>();
    steps.add(drop(s, table, before));
    steps.add(add(s, table, after));
    return steps;
  }

  private static Step enforce(QName table, Constraint.Check before, Constraint.Check after) {
    Cost cost = enforced(after) ? Cost.COPY : Cost.INSTANT;
    Cost back = enforced(before) ? Cost.COPY : Cost.INSTANT;
    Draft draft =
        Draft.of("EnforceCheck", title("change enforcement of", table, after))
            .alter(table, cost, new TableAction.EnforceCheck(after.name(), enforced(after)))
            .undoBy(table, back, new TableAction.EnforceCheck(after.name(), enforced(before)))
            .alters(Paths.constraint(table, after));
    if (enforced(after)) {
      draft.guard(Conditions.holds(table, after));
    }
    return draft.step();
  }

  private static boolean enforced(Constraint.Check check) {
    return check.enforcement() != Enforcement.NOT_ENFORCED;
  }

  private static String title(String verb, QName table, Constraint.Check check) {
    return String.join(" ", verb, check.name(), "of", table.toString());
  }
}
