package dev.schemac.dialect.mysql;

import dev.schemac.ddl.TableAction;
import dev.schemac.model.Constraint;
import dev.schemac.model.Constraint.Enforcement;
import dev.schemac.model.DataType.Builtin;
import dev.schemac.model.Expression;
import dev.schemac.model.ExpressionTree;
import dev.schemac.model.QName;
import dev.schemac.model.Table;
import dev.schemac.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Check constraints: enforcing one copies the table while writers wait, everything else about them
 * is instant (measured; manual, "Online DDL Operations").
 */
final class Checks {
  private static final Set<String> BYTES =
      Set.of("binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob");
  private static final Set<String> TIMES = Set.of("date", "time", "datetime", "timestamp", "year");

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

  /**
   * The checks that a copy of the table spells otherwise: MySQL then writes their texts in the
   * character set of the columns that they are compared with, and numbers beside dates and times as
   * such (measured on 9.7).
   */
  static Set<String> respelled(AtOnce all) {
    Set<String> names = new TreeSet<>();
    if (all.target().isMariaDb()) {
      return names;
    }
    for (Constraint constraint : all.is().constraints()) {
      if (constraint instanceof Constraint.Check check
          && all.was().constraint(check.name()).filter(check::equals).isPresent()
          && isSpelledAnew(all.is(), check.condition())) {
        names.add(check.name());
      }
    }
    return names;
  }

  private static boolean isSpelledAnew(Table table, Expression condition) {
    Set<String> columns = ColumnUse.columns(condition);
    boolean texts =
        quotes(condition)
            && columns.stream().anyMatch(c -> isOfOtherCharset(table, c) || isOf(table, c, BYTES));
    return texts || counts(condition) && columns.stream().anyMatch(c -> isOf(table, c, TIMES));
  }

  private static boolean isOf(Table table, String column, Set<String> types) {
    return table.column(column).stream()
        .anyMatch(c -> c.type() instanceof Builtin type && types.contains(type.name()));
  }

  private static boolean isOfOtherCharset(Table table, String name) {
    return table
        .column(name)
        .filter(AlterTableOptions::isText)
        .filter(c -> !TableTraits.charset(table, c).equals("utf8mb4"))
        .isPresent();
  }

  private static boolean quotes(Expression condition) {
    return condition instanceof Expression.StringLiteral
        || condition instanceof Expression.Sql(var text) && text.contains("'")
        || ExpressionTree.operands(condition).stream().anyMatch(Checks::quotes);
  }

  private static boolean counts(Expression condition) {
    return condition instanceof Expression.NumberLiteral
        || condition instanceof Expression.Sql(var text) && text.matches("(?s).*\\b[0-9].*")
        || ExpressionTree.operands(condition).stream().anyMatch(Checks::counts);
  }

  private static boolean enforced(Constraint.Check check) {
    return check.enforcement() != Enforcement.NOT_ENFORCED;
  }

  private static String title(String verb, QName table, Constraint.Check check) {
    return String.join(" ", verb, check.name(), "of", table.toString());
  }
}
