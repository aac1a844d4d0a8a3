package dev.schemac.resolve;

import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Severity;
import dev.schemac.model.QName;
import dev.schemac.model.Table;
import dev.schemac.model.Target;
import dev.schemac.source.SourceText;
import dev.schemac.syntax.SourceParser;
import java.util.ArrayList;
import java.util.List;

/** Resolves a text in a test. */
final class Resolved {
  private Resolved() {}

  static Resolution of(String target, String text) {
    var tree = SourceParser.parse(new SourceText("a.schema", text));
    List<Diagnostic> syntax = tree.diagnostics();
    if (!syntax.isEmpty()) {
      throw new AssertionError("does not parse: " + syntax);
    }
    return Resolver.resolve(List.of(tree), ResolveOptions.of(Target.parse(target).orElseThrow()));
  }

  static Resolution postgres(String text) {
    return of("postgres:18", text);
  }

  static Resolution mysql(String text) {
    return of("mysql:8.4", text);
  }

  /** {@code SC2001 3:5 unknown table `x`}, errors and warnings. */
  static List<String> messages(Resolution resolution) {
    List<String> lines = new ArrayList<>();
    for (Diagnostic d : resolution.diagnostics()) {
      if (d.severity() != Severity.NOTE) {
        lines.add(d.code() + " " + d.span().line() + ":" + d.span().column() + " " + d.message());
      }
    }
    return lines;
  }

  static Table table(Resolution resolution, String name) {
    return resolution.schema().table(QName.of(name)).orElseThrow();
  }
}
