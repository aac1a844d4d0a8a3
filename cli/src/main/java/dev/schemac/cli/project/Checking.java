package dev.schemac.cli.project;

import dev.schemac.connect.Progress;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.emit.IdiomaticText;
import dev.schemac.model.Target;
import dev.schemac.source.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything there is to say about a workspace's schema.
 *
 * @param what what was checked, for people
 * @param texts what the diagnostics point into
 */
public record Checking(
    String what, List<Target> targets, List<Diagnostic> diagnostics, List<SourceText> texts) {

  private static final IdiomaticText.Split NONE = IdiomaticText.Split.NONE;

  /** Compiles for every target; in a project also looks at the step from what was before. */
  public static Checking of(Workspace workspace, Progress progress) {
    SourceLoader loader = new SourceLoader(workspace, progress);
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
    return new Checking(
        files + (files == 1 ? " file" : " files"),
        workspace.targets(),
        workspace.relevant(all),
        List.copyOf(texts));
  }

  /**
   * Likewise for a source that is not what stands on disk: a revision or snapshot is compiled; a
   * database has to say everything that it holds, in a form that a schema has.
   */
  public static Checking of(Workspace given, SchemaSource source, LiveSources.Settings settings) {
    LiveSources live = new LiveSources(given, settings);
    List<SchemaSource> stating = source.isLive() ? List.of(source) : List.of();
    List<Diagnostic> said = new ArrayList<>(live.contradiction(stating).stream().toList());
    Workspace workspace = live.withTarget(stating);
    if (source.isLive()) {
      said.addAll(Inspecting.of(workspace, live.read(source), NONE).diagnostics());
    }
    SourceLoader loader = new SourceLoader(workspace, live);
    Set<SourceText> texts = new LinkedHashSet<>();
    for (Target target : source.isLive() ? List.<Target>of() : workspace.targets()) {
      Loaded loaded = loader.load(source, target);
      texts.addAll(loaded.texts());
      said.addAll(
          source.isReplayed()
              ? Inspecting.of(workspace, live.read(source, target), NONE).diagnostics()
              : loaded.diagnostics());
    }
    return new Checking(
        source.label(),
        workspace.targets(),
        Diagnostics.tidy(said, workspace.config()),
        List.copyOf(texts));
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
  static List<Diagnostic> spentForAll(Workspace workspace, Progress progress) {
    List<Diagnostic> common = null;
    for (Target target : workspace.targets()) {
      List<Diagnostic> found =
          of(workspace.with(List.of(target), Optional.empty()), progress).diagnostics();
      common = common == null ? found : common.stream().filter(found::contains).toList();
    }
    return common == null ? List.of() : common;
  }
}
