package dev.schemac.report;

import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Span;

/** One workflow command (GitHub documentation, "Workflow commands for GitHub Actions"). */
final class GithubAnnotation {
  private GithubAnnotation() {}

  static String of(Diagnostic diagnostic, SourceLines sources) {
    String command =
        switch (diagnostic.severity()) {
          case ERROR -> "error";
          case WARNING -> "warning";
          case NOTE -> "notice";
        };
    Span span = diagnostic.span();
    StringBuilder out = new StringBuilder("::").append(command).append(' ');
    if (span.line() > 0) {
      SourceLines.End end = sources.end(span);
      out.append("file=").append(property(span.file()));
      out.append(",line=").append(span.line());
      out.append(",endLine=").append(end.line());
      // Columns mean something to GitHub only where a span stays on one line.
      if (end.line() == span.line()) {
        out.append(",col=").append(span.column());
        out.append(",endColumn=").append(end.column());
      }
      out.append(',');
    }
    String help = diagnostic.help().map(h -> "\nhelp: " + h).orElse("");
    return out.append("title=")
        .append(diagnostic.code())
        .append("::")
        .append(data(diagnostic.message() + help))
        .toString();
  }

  /** A notice about no place in particular. */
  static String notice(String title, String text) {
    return "::notice title=" + property(title) + "::" + data(text);
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
