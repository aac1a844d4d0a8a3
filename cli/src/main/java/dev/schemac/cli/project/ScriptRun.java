package dev.schemac.cli.project;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Severity;
import dev.schemac.emit.ReplayFolder;
import dev.schemac.shadow.ShadowDatabase;
import dev.schemac.shadow.ShadowFailure;
import dev.schemac.shadow.SqlScript;
import dev.schemac.source.LineIndex;
import dev.schemac.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Runs scripts on a shadow database, up to the first statement that the server refuses. */
final class ScriptRun {
  /** Commands of the clients that change nothing about what the server gets. */
  private static final Set<String> HARMLESS =
      Set.of(
          "\\restrict",
          "\\unrestrict",
          "\\set",
          "\\unset",
          "\\echo",
          "\\qecho",
          "\\timing",
          "\\pset",
          "\\encoding",
          "\\x");

  private final ShadowDatabase shadow;
  private final List<Diagnostic> said = new ArrayList<>();

  private ScriptRun(ShadowDatabase shadow) {
    this.shadow = shadow;
  }

  /** What there is to say; without an error everything was run. */
  static List<Diagnostic> all(List<ReplayFolder.Script> scripts, ShadowDatabase shadow) {
    ScriptRun run = new ScriptRun(shadow);
    for (ReplayFolder.Script script : scripts) {
      run.run(script.text());
      if (Diagnostics.haveErrors(run.said)) {
        break;
      }
    }
    return run.said;
  }

  private void run(SourceText text) {
    LineIndex lines = new LineIndex(text);
    SqlScript script = SqlScript.of(shadow.target().dialect(), text.text());
    for (SqlScript.ClientLine line : script.clientLines()) {
      if (!HARMLESS.contains(line.command()) || line.text().contains(":")) {
        said.add(
            Diagnostic.of(
                    Code.SC6022,
                    lines.span(line.start(), line.start() + line.text().length()),
                    "`" + line.command() + "` is for a client, and there is none here")
                .withHelp("take it out; `psql` has \\i, \\copy and others for itself alone"));
      }
    }
    if (!Diagnostics.haveErrors(said)) {
      statements(script, lines);
    }
  }

  private void statements(SqlScript script, LineIndex lines) {
    int rows = 0;
    for (SqlScript.Statement each : script.statements()) {
      if (each.rows()) {
        rows++;
        continue;
      }
      try {
        shadow.run(each.sql());
      } catch (ShadowFailure e) {
        said.add(
            Diagnostic.of(Code.SC6022, lines.span(each.start(), each.end()), e.getMessage())
                .withHelp("the script runs on an empty database of " + shadow.target()));
        return;
      }
    }
    if (rows > 0) {
      said.add(
          Diagnostic.of(
                  Code.SC6025,
                  lines.span(0, 0),
                  "the rows of "
                      + rows
                      + " COPY "
                      + (rows == 1 ? "statement" : "statements")
                      + " are left out")
              .withSeverity(Severity.NOTE));
    }
  }
}
