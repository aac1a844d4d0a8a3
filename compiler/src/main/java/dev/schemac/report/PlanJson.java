package dev.schemac.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.schemac.ddl.Statement;
import dev.schemac.diff.Change;
import dev.schemac.model.QName;
import dev.schemac.plan.Cost;
import dev.schemac.plan.Effect;
import dev.schemac.plan.Guard;
import dev.schemac.plan.HandOver;
import dev.schemac.plan.Plan;
import dev.schemac.plan.SqlPrinter;
import dev.schemac.plan.Step;
import dev.schemac.plan.Undo;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Plans as JSON of format 1. A plan has {@code project}, {@code target}, {@code from}, {@code to},
 * {@code strategy}, {@code refused}, {@code summary}, {@code changes} ({@code kind}, {@code
 * objectKind}, {@code object}, {@code sign}, {@code detail}), {@code steps} ({@code number}, {@code
 * phase}, {@code title}, {@code pattern}, {@code transaction}, {@code locks}, {@code scans}, {@code
 * rewrites}, {@code guards}, {@code sql}, {@code undo}) and {@code diagnostics}. Fields are only
 * ever added within a format.
 */
final class PlanJson {
  private PlanJson() {}

  static String report(List<PlanReport.Planned> planned) {
    JsonObject report = new JsonObject();
    report.addProperty("format", 1);
    JsonArray plans = new JsonArray();
    planned.forEach(p -> plans.add(plan(p)));
    report.add("plans", plans);
    return DiagnosticJson.GSON.toJson(report) + "\n";
  }

  static JsonObject plan(PlanReport.Planned planned) {
    Plan plan = planned.plan();
    JsonObject object = new JsonObject();
    object.addProperty("project", planned.heading().project());
    object.addProperty("target", plan.after().target().toString());
    object.addProperty("from", planned.heading().from());
    object.addProperty("to", planned.heading().to());
    object.addProperty("strategy", word(plan.strategy()));
    object.addProperty("refused", plan.isRefused());
    object.addProperty("summary", PlanReport.summary(plan));
    planned.costs().ifPresent(c -> object.addProperty("costBasis", c.basis()));
    JsonArray changes = new JsonArray();
    plan.changes().forEach(c -> changes.add(change(c)));
    object.add("changes", changes);
    JsonArray steps = new JsonArray();
    for (Step step : plan.steps()) {
      steps.add(step(planned, step, steps.size() + 1));
    }
    object.add("steps", steps);
    SourceLines none = new SourceLines(f -> Optional.empty());
    object.add("diagnostics", DiagnosticJson.array(plan.diagnostics(), none));
    return object;
  }

  private static JsonObject change(Change change) {
    ChangeText text = ChangeText.of(change);
    JsonObject object = new JsonObject();
    object.addProperty("kind", kind(change));
    object.addProperty("objectKind", change.path().kind().word());
    object.addProperty("object", change.path().name());
    object.addProperty("sign", text.sign().symbol());
    object.addProperty("detail", text.detail());
    return object;
  }

  private static String kind(Change change) {
    return switch (change) {
      case Change.AddObject ignored -> "add-object";
      case Change.DropObject ignored -> "drop-object";
      case Change.RenameObject ignored -> "rename-object";
      case Change.ModifyObject ignored -> "modify-object";
      case Change.ModifyTable ignored -> "modify-table";
      case Change.AddColumn ignored -> "add-column";
      case Change.DropColumn ignored -> "drop-column";
      case Change.RenameColumn ignored -> "rename-column";
      case Change.ModifyColumn ignored -> "modify-column";
      case Change.AddConstraint ignored -> "add-constraint";
      case Change.DropConstraint ignored -> "drop-constraint";
      case Change.RenameConstraint ignored -> "rename-constraint";
      case Change.ModifyConstraint ignored -> "modify-constraint";
      case Change.AddIndex ignored -> "add-index";
      case Change.DropIndex ignored -> "drop-index";
      case Change.RenameIndex ignored -> "rename-index";
      case Change.ModifyIndex ignored -> "modify-index";
    };
  }

  private static JsonObject step(PlanReport.Planned planned, Step step, int number) {
    SqlPrinter printer = planned.printer();
    JsonObject object = new JsonObject();
    object.addProperty("number", number);
    object.addProperty("phase", step.phase().word());
    object.addProperty("title", step.title());
    object.addProperty("pattern", step.pattern());
    object.addProperty("transaction", word(step.effect().transaction()));
    JsonArray locks = new JsonArray();
    step.effect().locks().forEach(l -> locks.add(lock(l)));
    object.add("locks", locks);
    object.add("scans", names(step.effect().scans()));
    object.add("rewrites", names(step.effect().rewrites()));
    planned.costs().flatMap(c -> c.of(step)).ifPresent(c -> object.add("cost", cost(c)));
    planned.offer(step).ifPresent(o -> object.add("handOver", offer(planned, o)));
    JsonArray guards = new JsonArray();
    step.guards().forEach(g -> guards.add(guard(g, printer)));
    object.add("guards", guards);
    object.add("sql", sql(step.statements(), printer));
    object.add("undo", undo(step.undo(), printer));
    return object;
  }

  private static JsonObject lock(Effect.Lock lock) {
    JsonObject object = new JsonObject();
    object.addProperty("table", lock.table().toString());
    object.addProperty("mode", lock.mode());
    object.addProperty("blocks", word(lock.blocks()));
    object.addProperty("held", word(lock.held()));
    return object;
  }

  private static JsonObject offer(PlanReport.Planned planned, HandOver.Offer offer) {
    JsonObject object = new JsonObject();
    object.addProperty("tool", planned.handOver().orElseThrow().tool());
    switch (offer) {
      case HandOver.Offer.Command(var text) -> object.addProperty("command", text);
      case HandOver.Offer.Refused(var why) -> object.addProperty("refused", why);
    }
    return object;
  }

  private static JsonObject cost(Cost cost) {
    JsonObject object = new JsonObject();
    object.addProperty("rows", cost.rows());
    object.addProperty("bytes", cost.bytes());
    object.addProperty("seconds", cost.seconds());
    return object;
  }

  private static JsonObject guard(Guard guard, SqlPrinter printer) {
    JsonObject object = new JsonObject();
    object.addProperty("id", guard.id());
    object.addProperty("message", guard.message());
    object.addProperty("sql", printer.print(guard));
    return object;
  }

  private static JsonObject undo(Undo undo, SqlPrinter printer) {
    JsonObject object = new JsonObject();
    switch (undo) {
      case Undo.Nothing(var reason) -> {
        object.addProperty("kind", "nothing");
        object.addProperty("reason", reason);
      }
      case Undo.Impossible(var reason) -> {
        object.addProperty("kind", "impossible");
        object.addProperty("reason", reason);
      }
      case Undo.Statements(var statements, var loses) -> {
        object.addProperty("kind", loses.isPresent() ? "lossy" : "exact");
        loses.ifPresent(l -> object.addProperty("loses", l));
        object.add("sql", sql(statements, printer));
      }
    }
    return object;
  }

  private static JsonArray sql(List<Statement> statements, SqlPrinter printer) {
    JsonArray array = new JsonArray();
    statements.forEach(s -> printer.print(s).forEach(array::add));
    return array;
  }

  private static JsonArray names(List<QName> names) {
    JsonArray array = new JsonArray();
    names.forEach(n -> array.add(n.toString()));
    return array;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
