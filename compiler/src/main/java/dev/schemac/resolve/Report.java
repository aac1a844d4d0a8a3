package dev.schemac.resolve;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Fix;
import dev.schemac.diagnostic.Span;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Collects diagnostics in the order they arise. One that was said already (a mixin's column in its
 * second table) is not said again.
 */
final class Report {
  /** Each suggestion looks at every candidate, so their number must not grow with the errors. */
  private static final int MOST_SUGGESTIONS = 200;

  private final Set<Diagnostic> diagnostics = new LinkedHashSet<>();
  private int suggestions;

  void add(Diagnostic diagnostic) {
    diagnostics.add(diagnostic);
  }

  void addAll(Collection<Diagnostic> more) {
    diagnostics.addAll(more);
  }

  void say(Code code, Span span, String message) {
    add(Diagnostic.of(code, span, message));
  }

  void say(Code code, Span span, String message, String help) {
    add(Diagnostic.of(code, span, message).withHelp(help));
  }

  /** SC2001 with the likely name as help and fix. */
  void unknown(String what, String name, Span span, Collection<String> candidates) {
    Diagnostic diagnostic = Diagnostic.of(Code.SC2001, span, "unknown " + what + " `" + name + "`");
    add(suggest(diagnostic, name, span, candidates));
  }

  /** The diagnostic with the nearest candidate as help and fix, where one is near. */
  Diagnostic suggest(Diagnostic diagnostic, String name, Span span, Collection<String> candidates) {
    Optional<String> near =
        suggestions++ < MOST_SUGGESTIONS ? NearestName.among(candidates, name) : Optional.empty();
    return near.map(
            n ->
                diagnostic
                    .withHelp("did you mean `" + n + "`?")
                    .withFix(new Fix("write `" + n + "`", List.of(new Fix.Edit(span, n)))))
        .orElse(diagnostic);
  }

  /** SC2002 with both places. */
  void twice(String name, Span again, Span first) {
    add(
        Diagnostic.of(Code.SC2002, again, "`" + name + "` is declared twice")
            .withLabel(first, "first declared here"));
  }

  /** In the order of the sources. */
  List<Diagnostic> all() {
    return diagnostics.stream().sorted(Comparator.comparing(Diagnostic::span)).toList();
  }
}
