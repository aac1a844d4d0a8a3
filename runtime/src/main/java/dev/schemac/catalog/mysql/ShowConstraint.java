package dev.schemac.catalog.mysql;

import dev.schemac.model.Constraint;
import dev.schemac.model.Constraint.Action;
import dev.schemac.model.Expression;
import dev.schemac.model.QName;
import java.util.List;
import java.util.Optional;

/** A foreign key or a check, behind {@code CONSTRAINT} and its name. */
final class ShowConstraint {
  private ShowConstraint() {}

  /** {@code FOREIGN KEY} was taken. */
  static Constraint.ForeignKey foreignKey(
      ShowText show, String name, ShowFacts facts, ShowGaps gaps) {
    if (!show.peek().is("(")) {
      show.name();
    }
    List<String> columns = show.names();
    show.expect("REFERENCES");
    QName table = QName.of(show.name());
    if (show.accept(".")) {
      table = new QName(table.name(), show.name());
    }
    List<String> referenced = show.names();
    Action onDelete = Action.NO_ACTION;
    Action onUpdate = Action.NO_ACTION;
    while (!show.isAtElementEnd()) {
      if (show.accept("ON", "DELETE")) {
        onDelete = action(show, facts);
      } else if (show.accept("ON", "UPDATE")) {
        onUpdate = action(show, facts);
      } else {
        gaps.add("foreign key " + name, show.skipElement());
      }
    }
    return new Constraint.ForeignKey(
        name,
        columns,
        table,
        referenced,
        onDelete,
        onUpdate,
        List.of(),
        false,
        false,
        Constraint.Deferral.NOT_DEFERRABLE,
        Constraint.Enforcement.ENFORCED,
        Optional.empty());
  }

  /**
   * MySQL is silent about NO ACTION, MariaDB about RESTRICT, and both mean the same by them: the
   * one that a server is silent about is NO ACTION here, and the other one RESTRICT.
   */
  private static Action action(ShowText show, ShowFacts facts) {
    if (show.accept("CASCADE")) {
      return Action.CASCADE;
    }
    if (show.accept("RESTRICT")) {
      return facts.mariaDb() ? Action.NO_ACTION : Action.RESTRICT;
    }
    if (show.accept("SET", "NULL")) {
      return Action.SET_NULL;
    }
    if (show.accept("SET", "DEFAULT")) {
      return Action.SET_DEFAULT;
    }
    show.expect("NO");
    show.expect("ACTION");
    return facts.mariaDb() ? Action.RESTRICT : Action.NO_ACTION;
  }

  /** {@code CHECK} was taken. */
  static Constraint.Check check(ShowText show, String name, ShowGaps gaps) {
    Expression condition = new Expression.Sql(show.parenthesized());
    ShowLoss.check(condition, "check " + name, gaps);
    boolean enforced = !show.accept("NOT", "ENFORCED");
    if (!show.isAtElementEnd()) {
      gaps.add("check " + name, show.skipElement());
    }
    return new Constraint.Check(
        name,
        condition,
        false,
        enforced ? Constraint.Enforcement.ENFORCED : Constraint.Enforcement.NOT_ENFORCED,
        Optional.empty());
  }
}
