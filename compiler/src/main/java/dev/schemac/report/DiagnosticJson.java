package dev.schemac.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Fix;
import dev.schemac.diagnostic.Span;
import java.util.List;

/**
 * Diagnostics as JSON of format 1. A diagnostic has {@code code}, {@code severity}, {@code
 * message}, its place ({@code file}, {@code line}, {@code column}, {@code endLine}, {@code
 * endColumn}, {@code start}, {@code end}; absent where there is none), {@code label}, {@code
 * labels}, {@code help} and {@code fixes} with {@code title} and {@code edits}. Lines and columns
 * count from 1, offsets from 0, in UTF-16 units.
 */
final class DiagnosticJson {
  static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private DiagnosticJson() {}

  static String report(List<Diagnostic> diagnostics, SourceLines sources) {
    JsonObject report = new JsonObject();
    report.addProperty("format", 1);
    report.add("diagnostics", array(diagnostics, sources));
    return GSON.toJson(report) + "\n";
  }

  static JsonArray array(List<Diagnostic> diagnostics, SourceLines sources) {
    JsonArray array = new JsonArray();
    diagnostics.forEach(d -> array.add(object(d, sources)));
    return array;
  }

  private static JsonObject object(Diagnostic diagnostic, SourceLines sources) {
    JsonObject object = new JsonObject();
    object.addProperty("code", diagnostic.code().name());
    object.addProperty("severity", diagnostic.severity().word());
    object.addProperty("message", diagnostic.message());
    place(object, diagnostic.span(), sources);
    diagnostic.spanLabel().ifPresent(l -> object.addProperty("label", l));
    JsonArray labels = new JsonArray();
    for (Diagnostic.Label label : diagnostic.labels()) {
      JsonObject each = new JsonObject();
      place(each, label.span(), sources);
      each.addProperty("text", label.text());
      labels.add(each);
    }
    object.add("labels", labels);
    diagnostic.help().ifPresent(h -> object.addProperty("help", h));
    JsonArray fixes = new JsonArray();
    diagnostic.fixes().forEach(f -> fixes.add(fix(f, sources)));
    object.add("fixes", fixes);
    return object;
  }

  private static JsonObject fix(Fix fix, SourceLines sources) {
    JsonObject object = new JsonObject();
    object.addProperty("title", fix.title());
    JsonArray edits = new JsonArray();
    for (Fix.Edit edit : fix.edits()) {
      JsonObject each = new JsonObject();
      place(each, edit.span(), sources);
      each.addProperty("replacement", edit.replacement());
      edits.add(each);
    }
    object.add("edits", edits);
    return object;
  }

  private static void place(JsonObject object, Span span, SourceLines sources) {
    if (span.line() == 0) {
      return;
    }
    SourceLines.End end = sources.end(span);
    object.addProperty("file", span.file());
    object.addProperty("line", span.line());
    object.addProperty("column", span.column());
    object.addProperty("endLine", end.line());
    object.addProperty("endColumn", end.column());
    object.addProperty("start", span.start());
    object.addProperty("end", span.end());
  }
}
