package dev.schemac.plan;

import dev.schemac.ddl.OnlineMode;
import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.diff.Change;
import dev.schemac.model.Constraint;
import dev.schemac.model.QName;
import dev.schemac.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The plainest step for each change, none of which says what it needs or makes. */
public final class PlainPatterns implements PatternCatalogue {

  @Override
  public Lowered lower(Change change, PlanContext context) {
    return switch (change) {
      case Change.AddObject(Table table) -> create(table);
      case Change.AddObject(var object) ->
          Lowered.of(
              step(
                  "create " + object.path(),
                  Phase.EXPAND,
                  new Statement.Create(object),
                  new Statement.Drop(object)));
      case Change.DropObject(var object, var ignored) ->
          Lowered.of(
              step(
                  "drop " + object.path(),
                  Phase.CONTRACT,
                  new Statement.Drop(object),
                  new Statement.Create(object)));
      case Change.RenameObject(var before, var after) ->
          Lowered.of(
              step(
                  "rename " + before.path() + " to " + after.path().owner(),
                  Phase.EXPAND,
                  new Statement.Rename(before, after.path().owner()),
                  new Statement.Rename(after, before.path().owner())));
      case Change.ModifyObject(var before, var after, var ignored) ->
          Lowered.of(
              step(
                  "replace " + after.path(),
                  Phase.EXPAND,
                  new Statement.Replace(after),
                  new Statement.Replace(before)));
      case Change.AddColumn(var table, var column, var ignored) ->
          alter(
              "add " + change.path(),
              Phase.EXPAND,
              table,
              new TableAction.AddColumn(column, Optional.empty()),
              new TableAction.DropColumn(column.name()));
      case Change.DropColumn(var table, var column, var ignored) ->
          alter(
              "drop " + change.path(),
              Phase.CONTRACT,
              table,
              new TableAction.DropColumn(column.name()),
              new TableAction.AddColumn(column, Optional.empty()));
      case Change.RenameColumn(var table, var from, var to) ->
          alter(
              "rename column " + table + "." + from + " to " + to,
              Phase.EXPAND,
              table,
              new TableAction.RenameColumn(from, to),
              new TableAction.RenameColumn(to, from));
      case Change.ModifyColumn c ->
          alter(
              "retype " + change.path(),
              Phase.EXPAND,
              c.table(),
              new TableAction.SetType(
                  c.after().name(), c.after().type(), Optional.empty(), Optional.empty()),
              new TableAction.SetType(
                  c.after().name(), c.before().type(), Optional.empty(), Optional.empty()));
      case Change.AddConstraint(var table, var constraint) -> add(table, constraint);
      case Change.DropConstraint(var table, var constraint) ->
          alter(
              "drop " + change.path(),
              Phase.EXPAND,
              table,
              new TableAction.DropConstraint(constraint),
              new TableAction.AddConstraint(constraint));
      case Change.AddIndex(var table, var index) ->
          Lowered.of(
              step(
                  "create " + change.path(),
                  Phase.EXPAND,
                  new Statement.CreateIndex(
                      table, index, Statement.Build.CONCURRENTLY, OnlineMode.DEFAULT),
                  new Statement.DropIndex(
                      table, index, Statement.Build.CONCURRENTLY, OnlineMode.DEFAULT)));
      case Change.DropIndex ignored -> nothing();
      case Change.ModifyTable ignored -> nothing();
      case Change.RenameConstraint ignored -> nothing();
      case Change.ModifyConstraint ignored -> nothing();
      case Change.RenameIndex ignored -> nothing();
      case Change.ModifyIndex ignored -> nothing();
    };
  }

  private static Lowered nothing() {
    return Lowered.of();
  }

  private static Lowered create(Table table) {
    List<Step> steps = new ArrayList<>();
    steps.add(
        step(
            "create " + table.path(),
            Phase.EXPAND,
            new Statement.Create(table),
            new Statement.Drop(table)));
    for (Constraint.ForeignKey key : table.foreignKeys()) {
      steps.addAll(add(table.name(), key).steps());
    }
    return Lowered.of(steps);
  }

  private static Lowered add(QName table, Constraint constraint) {
    return alter(
        "add " + constraint.kind().word() + " " + constraint.name(),
        Phase.EXPAND,
        table,
        new TableAction.AddConstraint(constraint),
        new TableAction.DropConstraint(constraint));
  }

  private static Lowered alter(
      String title, Phase phase, QName table, TableAction action, TableAction undo) {
    return Lowered.of(
        step(
            title,
            phase,
            new Statement.AlterTable(table, List.of(action), OnlineMode.DEFAULT),
            new Statement.AlterTable(table, List.of(undo), OnlineMode.DEFAULT)));
  }

  static Step step(String title, Phase phase, Statement statement, Statement undo) {
    return new Step(
        title,
        "Plain",
        phase,
        List.of(statement),
        Effect.catalogueOnly(Effect.Transaction.SHARED),
        List.of(),
        Undo.exactly(undo),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of());
  }
}
