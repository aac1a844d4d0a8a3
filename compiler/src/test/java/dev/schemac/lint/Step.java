package dev.schemac.lint;

import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Fix;
import dev.schemac.diff.Differ;
import dev.schemac.model.Target;
import dev.schemac.resolve.Resolution;
import dev.schemac.resolve.ResolveOptions;
import dev.schemac.resolve.Resolver;
import dev.schemac.source.SourceText;
import dev.schemac.syntax.SourceParser;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Two versions of one source, judged. */
record Step(String before, String after, String target) {

  static Step of(String before, String after) {
    return new Step(before, after, "postgres:15");
  }

  Step onMySql() {
    return new Step(before, after, "mysql:8.4");
  }

  List<Diagnostic> diagnostics() {
    return diagnostics(EvolutionCheck.LossPolicy.WORDS);
  }

  List<Diagnostic> diagnostics(EvolutionCheck.LossPolicy policy) {
    Resolution old = resolve(before);
    Resolution now = resolve(after);
    var changes = Differ.diff(old.schema(), now.schema(), now.evolution());
    return EvolutionCheck.check(old.schema(), now, changes, policy, f -> Optional.of(after));
  }

  private Resolution resolve(String text) {
    Target parsed = Target.parse(target).orElseThrow();
    var tree = SourceParser.parse(new SourceText("a.schema", text));
    Resolution resolution = Resolver.resolve(List.of(tree), ResolveOptions.of(parsed));
    if (resolution.hasErrors() || tree.diagnostics().stream().anyMatch(Diagnostic::isError)) {
      throw new AssertionError(tree.diagnostics() + " " + resolution.diagnostics());
    }
    return resolution;
  }

  /** The newer source with a fix applied. */
  Step apply(Fix fix) {
    StringBuilder text = new StringBuilder(after);
    fix.edits().stream()
        .sorted(Comparator.comparingInt((Fix.Edit e) -> e.span().start()).reversed())
        .forEach(e -> text.replace(e.span().start(), e.span().end(), e.replacement()));
    return new Step(before, text.toString(), target);
  }
}
