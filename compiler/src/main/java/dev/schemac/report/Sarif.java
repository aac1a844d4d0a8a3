package dev.schemac.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Fix;
import dev.schemac.diagnostic.Severity;
import dev.schemac.diagnostic.Span;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Diagnostics as SARIF 2.1.0 (OASIS, "Static Analysis Results Interchange Format"). */
final class Sarif {
  private final SourceLines sources;
  private final List<Code> rules;

  private Sarif(List<Diagnostic> diagnostics, SourceLines sources) {
    this.sources = sources;
    TreeSet<Code> codes = new TreeSet<>();
    diagnostics.forEach(d -> codes.add(d.code()));
    this.rules = List.copyOf(codes);
  }

  static String report(List<Diagnostic> diagnostics, SourceLines sources, String version) {
    Sarif sarif = new Sarif(diagnostics, sources);
    JsonObject log = new JsonObject();
    log.addProperty("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    log.addProperty("version", "2.1.0");
    log.add("runs", array(sarif.run(diagnostics, version)));
    return DiagnosticJson.GSON.toJson(log) + "\n";
  }

  private JsonObject run(List<Diagnostic> diagnostics, String version) {
    JsonObject driver = new JsonObject();
    driver.addProperty("name", "schemac");
    driver.addProperty("version", version);
    JsonArray descriptors = new JsonArray();
    rules.forEach(r -> descriptors.add(rule(r)));
    driver.add("rules", descriptors);
    JsonObject tool = new JsonObject();
    tool.add("driver", driver);
    JsonObject run = new JsonObject();
    run.add("tool", tool);
    run.addProperty("columnKind", "utf16CodeUnits");
    JsonArray results = new JsonArray();
    diagnostics.forEach(d -> results.add(result(d)));
    run.add("results", results);
    return run;
  }

  private static JsonObject rule(Code code) {
    JsonObject rule = new JsonObject();
    rule.addProperty("id", code.name());
    rule.add("shortDescription", message(code.title()));
    JsonObject configuration = new JsonObject();
    configuration.addProperty("level", level(code.severity()));
    rule.add("defaultConfiguration", configuration);
    return rule;
  }

  private JsonObject result(Diagnostic diagnostic) {
    JsonObject result = new JsonObject();
    result.addProperty("ruleId", diagnostic.code().name());
    result.addProperty("ruleIndex", rules.indexOf(diagnostic.code()));
    result.addProperty("level", level(diagnostic.severity()));
    String help = diagnostic.help().map(h -> "\nhelp: " + h).orElse("");
    result.add("message", message(diagnostic.message() + help));
    if (diagnostic.span().line() > 0) {
      result.add("locations", array(location(diagnostic.span())));
    }
    related(diagnostic, result);
    fixes(diagnostic, result);
    return result;
  }

  private void related(Diagnostic diagnostic, JsonObject result) {
    JsonArray related = new JsonArray();
    for (Diagnostic.Label label : diagnostic.labels()) {
      if (label.span().line() > 0) {
        JsonObject location = location(label.span());
        location.addProperty("id", related.size() + 1);
        location.add("message", message(label.text()));
        related.add(location);
      }
    }
    if (!related.isEmpty()) {
      result.add("relatedLocations", related);
    }
  }

  private void fixes(Diagnostic diagnostic, JsonObject result) {
    JsonArray fixes = new JsonArray();
    for (Fix fix : diagnostic.fixes()) {
      JsonObject object = new JsonObject();
      object.add("description", message(fix.title()));
      JsonArray changes = new JsonArray();
      Map<String, List<Fix.Edit>> byFile = new LinkedHashMap<>();
      for (Fix.Edit edit : fix.edits()) {
        byFile.computeIfAbsent(edit.span().file(), f -> new ArrayList<>()).add(edit);
      }
      byFile.forEach((file, edits) -> changes.add(change(file, edits)));
      object.add("artifactChanges", changes);
      fixes.add(object);
    }
    if (!fixes.isEmpty()) {
      result.add("fixes", fixes);
    }
  }

  private JsonObject change(String file, List<Fix.Edit> edits) {
    JsonArray replacements = new JsonArray();
    for (Fix.Edit edit : edits) {
      JsonObject replacement = new JsonObject();
      replacement.add("deletedRegion", region(edit.span()));
      JsonObject content = new JsonObject();
      content.addProperty("text", edit.replacement());
      replacement.add("insertedContent", content);
      replacements.add(replacement);
    }
    JsonObject change = new JsonObject();
    change.add("artifactLocation", artifact(file));
    change.add("replacements", replacements);
    return change;
  }

  private JsonObject location(Span span) {
    JsonObject physical = new JsonObject();
    physical.add("artifactLocation", artifact(span.file()));
    physical.add("region", region(span));
    JsonObject location = new JsonObject();
    location.add("physicalLocation", physical);
    return location;
  }

  private JsonObject region(Span span) {
    SourceLines.End end = sources.end(span);
    JsonObject region = new JsonObject();
    region.addProperty("startLine", span.line());
    region.addProperty("startColumn", span.column());
    region.addProperty("endLine", end.line());
    region.addProperty("endColumn", end.column());
    return region;
  }

  private static JsonObject artifact(String file) {
    JsonObject artifact = new JsonObject();
    artifact.addProperty("uri", uri(file));
    return artifact;
  }

  private static String uri(String file) {
    try {
      return new URI(null, null, file, null).toASCIIString();
    } catch (URISyntaxException e) {
      return file;
    }
  }

  private static JsonObject message(String text) {
    JsonObject message = new JsonObject();
    message.addProperty("text", text);
    return message;
  }

  private static JsonArray array(JsonObject only) {
    JsonArray array = new JsonArray();
    array.add(only);
    return array;
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case NOTE -> "note";
    };
  }
}
