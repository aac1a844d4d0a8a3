package dev.schemac.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.schemac.model.ObjectPath;
import java.util.Collection;
import java.util.Optional;

/**
 * Drift as JSON of format 1: {@code project}, {@code target}, {@code database}, {@code schema},
 * {@code drift}, {@code summary}, {@code findings} ({@code status} missing, extra or different,
 * {@code objectKind}, {@code object}, {@code memberKind} and {@code member} where it is about a
 * part of a table, {@code detail}, {@code sides} with {@code property}, {@code database}, {@code
 * schema}, either absent where there is nothing), {@code notManaged} ({@code owners}, {@code
 * privileges}, {@code external}), {@code ignored} by rule and, with {@code --fix}, {@code plan}.
 * Fields are only ever added within a format.
 */
final class DriftJson {
  private DriftJson() {}

  static String report(DriftReport.Drift drift, Optional<PlanReport.Planned> plan) {
    JsonObject report = new JsonObject();
    report.addProperty("format", 1);
    report.addProperty("project", drift.project());
    report.addProperty("target", drift.target().toString());
    report.addProperty("database", drift.database());
    report.addProperty("schema", drift.schema());
    report.addProperty("drift", !drift.changes().isEmpty());
    report.addProperty("summary", DriftReport.summary(drift));
    JsonArray findings = new JsonArray();
    DriftReport.groups(drift)
        .forEach(group -> group.findings().forEach(f -> findings.add(finding(f))));
    report.add("findings", findings);
    report.add("notManaged", notManaged(drift));
    JsonObject ignored = new JsonObject();
    drift.ignored().forEach(ignored::addProperty);
    report.add("ignored", ignored);
    plan.ifPresent(p -> report.add("plan", PlanJson.plan(p)));
    return DiagnosticJson.GSON.toJson(report) + "\n";
  }

  private static JsonObject finding(DriftFinding finding) {
    JsonObject object = new JsonObject();
    object.addProperty("status", finding.status().word());
    object.addProperty("objectKind", finding.object().kind().word());
    object.addProperty("object", finding.object().name());
    finding
        .member()
        .ifPresent(
            m -> {
              object.addProperty("memberKind", m.kind().word());
              object.addProperty("member", m.member());
            });
    object.addProperty("detail", finding.detail());
    JsonArray sides = new JsonArray();
    finding.sides().forEach(s -> sides.add(side(s)));
    object.add("sides", sides);
    return object;
  }

  private static JsonObject side(DriftFinding.Side side) {
    JsonObject object = new JsonObject();
    object.addProperty("property", side.property());
    if (!side.database().isEmpty()) {
      object.addProperty("database", side.database());
    }
    if (!side.schema().isEmpty()) {
      object.addProperty("schema", side.schema());
    }
    return object;
  }

  private static JsonObject notManaged(DriftReport.Drift drift) {
    JsonObject object = new JsonObject();
    object.add("owners", names(drift.managed().owners()));
    JsonArray privileges = new JsonArray();
    drift.managed().privileges().forEach(p -> privileges.add(p.owner().toString()));
    object.add("privileges", privileges);
    object.add("external", names(drift.managed().others()));
    return object;
  }

  private static JsonArray names(Collection<ObjectPath> paths) {
    JsonArray array = new JsonArray();
    paths.forEach(p -> array.add(p.toString()));
    return array;
  }
}
