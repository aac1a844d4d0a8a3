package dev.schemac.cli.project;

import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.model.Target;
import dev.schemac.source.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Everything there is to say about a workspace's schema.
 *
 * @param files how many files the schema has
 * @param texts what the diagnostics point into
 */
public record Checking(int files, List<Diagnostic> diagnostics, List<SourceText> texts) {

  /** Compiles for every target; in a project also looks at the step from what was before. */
  public static Checking of(Workspace workspace) {
    SourceLoader loader = new SourceLoader(workspace);
    SchemaSource tree = workspace.workingTree();
    List<Diagnostic> diagnostics = new ArrayList<>(workspace.projectDiagnostics());
    Set<SourceText> texts = new LinkedHashSet<>(workspace.projectTexts());
    int files = 0;
    for (Target target : workspace.targets()) {
      Loaded now = loader.load(tree, target);
      files = now.texts().size();
      texts.addAll(now.texts());
      diagnostics.addAll(now.diagnostics());
      if (workspace.project().isPresent() && !Diagnostics.haveErrors(now.diagnostics())) {
        Loaded before = loader.load(Planning.defaultFrom(workspace, target), target);
        texts.addAll(before.texts());
        diagnostics.addAll(step(workspace, before, now));
      }
    }
    List<Diagnostic> all = Diagnostics.tidy(diagnostics, workspace.config());
    return new Checking(files, workspace.relevant(all), List.copyOf(texts));
  }

  private static List<Diagnostic> step(Workspace workspace, Loaded before, Loaded now) {
    List<Diagnostic> errors = before.diagnostics().stream().filter(Diagnostic::isError).toList();
    return errors.isEmpty()
        ? Pipeline.evolution(before.resolution().schema(), now, allowLoss(workspace))
        : errors;
  }

  private static boolean allowLoss(Workspace workspace) {
    return workspace.config().policy().loss() == ProjectConfig.Loss.ALLOW;
  }

  public boolean hasErrors() {
    return Diagnostics.haveErrors(diagnostics);
  }

  /** Diagnostics of the step that every target agrees upon. */
  static List<Diagnostic> spentForAll(Workspace workspace) {
    List<Diagnostic> common = null;
    for (Target target : workspace.targets()) {
      List<Diagnostic> found =
          of(workspace.with(List.of(target), java.util.Optional.empty())).diagnostics();
      common = common == null ? found : common.stream().filter(found::contains).toList();
    }
    return common == null ? List.of() : common;
  }
}
