package dev.schemac.cli.project;

import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.model.Target;
import dev.schemac.resolve.Resolution;
import dev.schemac.resolve.ResolveOptions;
import dev.schemac.resolve.Resolver;
import dev.schemac.source.SourceSet;
import dev.schemac.source.SourceText;
import dev.schemac.syntax.SourceTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sources read, parsed and resolved for every target.
 *
 * @param diagnostics everything there is to say, each thing once, by file and place
 */
public record Compilation(
    SourceSet sources,
    List<SourceTree> trees,
    Map<Target, Resolution> resolutions,
    List<Diagnostic> diagnostics) {

  public Compilation {
    trees = List.copyOf(trees);
    diagnostics = List.copyOf(diagnostics);
  }

  /** Compiles sources; files are parsed side by side, and targets resolved likewise. */
  public static Compilation of(SourceSet sources, List<Target> targets, ProjectConfig config) {
    List<SourceTree> trees = sources.texts().parallelStream().map(Compilation::parse).toList();
    List<Resolution> resolved =
        targets.parallelStream()
            .map(target -> new ResolveOptions(target, targets, config.uuidStorage()))
            .map(options -> Resolver.resolve(trees, options))
            .toList();
    Map<Target, Resolution> resolutions = new LinkedHashMap<>();
    for (int i = 0; i < targets.size(); i++) {
      resolutions.put(targets.get(i), resolved.get(i));
    }
    return new Compilation(sources, trees, resolutions, all(sources, trees, resolved, config));
  }

  private static SourceTree parse(SourceText text) {
    return Pipeline.parse(text);
  }

  private static List<Diagnostic> all(
      SourceSet sources, List<SourceTree> trees, List<Resolution> resolved, ProjectConfig config) {
    List<Diagnostic> all = new ArrayList<>(sources.diagnostics());
    trees.forEach(tree -> all.addAll(tree.diagnostics()));
    resolved.forEach(resolution -> all.addAll(resolution.diagnostics()));
    return Diagnostics.tidy(all, config);
  }

  public Resolution resolution(Target target) {
    return resolutions.get(target);
  }

  public boolean hasErrors() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }
}
