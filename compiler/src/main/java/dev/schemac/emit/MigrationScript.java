package dev.schemac.emit;

import dev.schemac.ddl.Statement;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import dev.schemac.plan.Guard;
import dev.schemac.plan.Phase;
import dev.schemac.plan.Plan;
import dev.schemac.plan.SqlPrinter;
import dev.schemac.plan.Step;
import dev.schemac.plan.Strategy;
import dev.schemac.plan.Undo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A plan as SQL text, up and down. The text of a plan that was refused must not be asked for.
 *
 * <p>The way down undoes the steps in reverse. What an undo loses stands in a comment before it; a
 * step that cannot be undone stops the whole script at its start, before anything was undone.
 */
public final class MigrationScript {
  private final Plan plan;
  private final SqlPrinter printer;
  private final ScriptFlavour flavour;
  private final ScriptFrame frame;
  private final List<String> lines = new ArrayList<>();
  private int unitsWritten;

  private MigrationScript(Plan plan, SqlPrinter printer, ScriptFlavour flavour) {
    this.plan = plan;
    this.printer = printer;
    this.flavour = flavour;
    this.frame =
        switch (plan.after().target().dialect()) {
          case POSTGRES -> new PostgresFrame();
          case MYSQL -> new MySqlFrame(plan.strategy());
        };
  }

  /** A part of a plan that is a migration of its own. */
  public record Part(String name, Plan plan) {}

  /** One file of a tool whose unit is the file. */
  public record Unit(boolean transactional, Phase phase, String sql) {}

  /** The SQL that makes the change. */
  public static String up(Plan plan, SqlPrinter printer, ScriptFlavour flavour) {
    MigrationScript script = new MigrationScript(plan, printer, flavour);
    script.header("up");
    ScriptUnit.up(plan).forEach(script::up);
    return script.text();
  }

  /** The SQL that takes the change back. */
  public static String down(Plan plan, SqlPrinter printer, ScriptFlavour flavour) {
    MigrationScript script = new MigrationScript(plan, printer, flavour);
    script.header("down");
    script.refuseImpossible();
    ScriptUnit.down(plan).forEach(script::down);
    return script.text();
  }

  /** The change as one text per transaction, for tools whose unit is the file. */
  public static List<Unit> units(Plan plan, SqlPrinter printer) {
    List<Unit> units = new ArrayList<>();
    for (ScriptUnit unit : ScriptUnit.up(plan)) {
      MigrationScript script = new MigrationScript(plan, printer, ScriptFlavour.UNIT);
      script.lines.addAll(script.frame.opening(ScriptFlavour.UNIT));
      script.up(unit);
      units.add(new Unit(unit.transactional(), unit.phase(), script.text()));
    }
    return units;
  }

  /** The way back as one text per transaction, in the order in which they run. */
  public static List<Unit> undoUnits(Plan plan, SqlPrinter printer) {
    List<Unit> units = new ArrayList<>();
    MigrationScript refusal = new MigrationScript(plan, printer, ScriptFlavour.UNIT);
    refusal.refuseImpossible();
    if (!refusal.lines.isEmpty()) {
      units.add(new Unit(true, Phase.CONTRACT, refusal.text()));
    }
    for (ScriptUnit unit : ScriptUnit.down(plan)) {
      MigrationScript script = new MigrationScript(plan, printer, ScriptFlavour.UNIT);
      script.lines.addAll(script.frame.opening(ScriptFlavour.UNIT));
      script.down(unit);
      units.add(new Unit(unit.transactional(), unit.phase(), script.text()));
    }
    return units;
  }

  /**
   * The migrations that a plan is: what runs before the deploy (expand and backfill), and what runs
   * after it (contract). One part without a name where all steps are on one side, and in strategy
   * {@code direct}, which is for a window in which nothing else runs. Between the two the schema is
   * {@code after} with the plan's temporary objects.
   */
  public static List<Part> parts(Plan plan) {
    List<Step> early = plan.steps().stream().filter(s -> s.phase() != Phase.CONTRACT).toList();
    List<Step> late = plan.steps().stream().filter(s -> s.phase() == Phase.CONTRACT).toList();
    if (plan.strategy() == Strategy.DIRECT || early.isEmpty() || late.isEmpty()) {
      return List.of(new Part("", plan));
    }
    return List.of(
        new Part("expand", part(plan, early, plan.temporaries())),
        new Part("contract", part(plan, late, List.of())));
  }

  private static Plan part(Plan plan, List<Step> steps, List<SchemaObject> temporaries) {
    return new Plan(
        plan.before(),
        plan.after(),
        plan.strategy(),
        plan.changes(),
        steps,
        plan.diagnostics(),
        temporaries);
  }

  /** The SQL of one step alone, for reports. */
  public static List<String> statements(Step step, SqlPrinter printer) {
    List<String> sql = new ArrayList<>();
    step.guards().forEach(g -> sql.addAll(printer.statements(g)));
    step.statements().forEach(s -> sql.addAll(printer.print(s)));
    return sql;
  }

  private void header(String direction) {
    if (flavour == ScriptFlavour.CLIENT) {
      boolean postgres = plan.after().target().isPostgres();
      comment(
          plan.after().target()
              + ", "
              + plan.strategy().name().toLowerCase(java.util.Locale.ROOT)
              + ", "
              + direction
              + ": "
              + plan.steps().size()
              + (plan.steps().size() == 1 ? " step" : " steps"));
      comment("run with: " + (postgres ? "psql -f FILE" : "mysql < FILE"));
    }
    lines.addAll(frame.opening(flavour));
    if (plan.steps().isEmpty()) {
      comment("nothing to do");
    }
  }

  private void up(ScriptUnit unit) {
    open(unit);
    for (ScriptUnit.Part part : unit.parts()) {
      Step step = part.step();
      title(part, step.title(), unit);
      for (Guard guard : step.guards()) {
        if (flavour == ScriptFlavour.FILE) {
          lines.add("-- schemac: guard " + oneLine(guard.id()));
        }
        printer.statements(guard).forEach(this::add);
      }
      step.statements().forEach(this::add);
    }
    close(unit);
  }

  private void down(ScriptUnit unit) {
    boolean empty = unit.parts().stream().allMatch(p -> !hasStatements(p.step().undo()));
    if (!empty) {
      open(unit);
    } else {
      blank();
    }
    for (ScriptUnit.Part part : unit.parts()) {
      Step step = part.step();
      title(part, "undo: " + step.title(), unit);
      switch (step.undo()) {
        case Undo.Nothing(var reason) -> comment("nothing to undo: " + reason);
        case Undo.Impossible(var reason) -> comment("cannot be undone: " + reason);
        case Undo.Statements(var statements, var loses) -> {
          loses.ifPresent(l -> comment("loses " + l));
          statements.forEach(this::add);
        }
      }
    }
    if (!empty) {
      close(unit);
    }
  }

  private static boolean hasStatements(Undo undo) {
    return undo instanceof Undo.Statements(var statements, var ignored) && !statements.isEmpty();
  }

  private void refuseImpossible() {
    Map<Integer, String> impossible = new LinkedHashMap<>();
    for (int i = plan.steps().size() - 1; i >= 0; i--) {
      if (plan.steps().get(i).undo() instanceof Undo.Impossible(var reason)) {
        impossible.put(
            i + 1, "step " + (i + 1) + " (" + plan.steps().get(i).title() + "): " + reason);
      }
    }
    if (impossible.isEmpty()) {
      return;
    }
    blank();
    comment("this migration cannot be undone as a whole, so nothing of it is:");
    impossible.values().forEach(this::comment);
    String message = "cannot be undone: " + String.join("; ", impossible.values());
    add(printer.print(new Guard("no-undo", oneLine(message), new Guard.Condition.Never())));
  }

  private void open(ScriptUnit unit) {
    unitsWritten++;
    blank();
    lines.addAll(frame.before(unit, flavour));
  }

  private void close(ScriptUnit unit) {
    lines.addAll(frame.after(unit, flavour));
  }

  private void title(ScriptUnit.Part part, String title, ScriptUnit unit) {
    String phase = part.step().phase().word();
    switch (flavour) {
      case FILE -> {
        if (unit.parts().getFirst() != part) {
          blank();
        }
        lines.add("-- schemac: step " + part.number() + " " + phase + " " + oneLine(title));
        mode(part, unit).ifPresent(m -> lines.add("-- schemac: transaction=" + m));
      }
      case CLIENT, UNIT -> comment("step " + part.number() + " (" + phase + "): " + title);
    }
  }

  /**
   * How the runner has to treat the step. Unmarked steps go on in the open transaction, {@code new}
   * commits it and begins another, {@code none} commits it and runs outside any. MySQL commits each
   * statement by itself, so nothing is marked there.
   */
  private Optional<String> mode(ScriptUnit.Part part, ScriptUnit unit) {
    if (plan.after().target().isMySql()) {
      return Optional.empty();
    }
    if (!unit.transactional()) {
      return Optional.of("none");
    }
    boolean begins = unit.parts().getFirst() == part && unitsWritten > 1;
    return begins ? Optional.of("new") : Optional.empty();
  }

  private void add(Statement statement) {
    if (flavour == ScriptFlavour.FILE) {
      switch (statement) {
        case Statement.Backfill rows -> batches(rows.id(), rows.table(), rows.batchRows());
        case Statement.CopyRows rows -> batches(rows.id(), rows.table(), rows.batchRows());
        case Statement ignored -> {}
      }
    }
    printer.print(statement).forEach(this::add);
  }

  private void batches(String id, Table table, int rows) {
    String name = oneLine(table.path().name());
    lines.add("-- schemac: backfill " + oneLine(id) + " " + name + " " + rows);
  }

  private void add(String sql) {
    lines.addAll(frame.statement(sql, printer.isCompound(sql), flavour));
  }

  private void comment(String text) {
    lines.add("-- " + oneLine(text));
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s*[\\r\\n]+\\s*", " ");
  }

  private void blank() {
    if (!lines.isEmpty()) {
      lines.add("");
    }
  }

  private String text() {
    return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
  }
}
