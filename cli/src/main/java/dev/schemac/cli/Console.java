package dev.schemac.cli;

import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.source.SourceText;
import java.io.PrintStream;
import java.util.List;

/**
 * What a command says: results to standard output, everything about the input to standard error.
 */
final class Console {
  private final Surroundings surroundings;
  private final GlobalOptions options;

  Console(Surroundings surroundings, GlobalOptions options) {
    this.surroundings = surroundings;
    this.options = options;
  }

  PrintStream out() {
    return surroundings.out();
  }

  /** A line of the result, or several with or without a last line end. */
  void result(String lines) {
    surroundings.out().print(lines.endsWith("\n") ? lines : lines + "\n");
  }

  /** A line for a person who watches; not with {@code --quiet}. */
  void say(String line) {
    if (!options.quiet) {
      surroundings.err().println(line);
    }
  }

  /** Diagnostics with the source lines that they point into; only errors with {@code --quiet}. */
  void diagnostics(List<Diagnostic> diagnostics, List<SourceText> texts) {
    List<Diagnostic> shown =
        options.quiet ? diagnostics.stream().filter(Diagnostic::isError).toList() : diagnostics;
    if (!shown.isEmpty()) {
      surroundings.err().println(Rendering.text(shown, texts, errColor()));
    }
  }

  boolean outColor() {
    return color(surroundings.outTerminal());
  }

  boolean errColor() {
    return color(surroundings.errTerminal());
  }

  private boolean color(boolean terminal) {
    return switch (options.color) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO -> terminal && noColor().isEmpty();
    };
  }

  /** The convention of no-color.org: set and not empty. */
  private String noColor() {
    return surroundings.environment().getOrDefault("NO_COLOR", "");
  }
}
