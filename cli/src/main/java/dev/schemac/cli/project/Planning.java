package dev.schemac.cli.project;

import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.emit.MigrationFolder;
import dev.schemac.model.Target;
import dev.schemac.source.SourceText;
import java.util.List;
import java.util.Optional;

/**
 * Plans for all targets of a workspace.
 *
 * @param plans empty where a source has errors
 * @param texts what the diagnostics point into
 */
public record Planning(
    List<TargetPlan> plans, List<Diagnostic> diagnostics, List<SourceText> texts) {

  /** Reads both sources and plans from the one to the other, for every target. */
  public static Planning of(Workspace given, PlanRequest request) {
    LiveSources live = new LiveSources(given, request.live());
    Optional<Diagnostic> contradiction = live.contradiction(request.liveSources());
    if (contradiction.isPresent()) {
      return new Planning(List.of(), List.of(contradiction.get()), List.of());
    }
    Workspace workspace = live.withTarget(request.liveSources());
    if (workspace.targets().isEmpty()) {
      return unreadable(live, request.liveSources(), given);
    }
    PlanRequest wanted = request.under(workspace.config().policy());
    return new PlanningRun(workspace, wanted, live).planning();
  }

  /** No target is known where no server could be read. */
  private static Planning unreadable(
      LiveSources live, List<SchemaSource> sources, Workspace workspace) {
    List<Diagnostic> all =
        sources.stream().flatMap(source -> live.read(source).diagnostics().stream()).toList();
    return new Planning(List.of(), Diagnostics.tidy(all, workspace.config()), List.of());
  }

  /** The snapshot where there are migrations, else where this branch left the main one. */
  static SchemaSource defaultFrom(Workspace workspace, Target target) {
    Optional<MigrationFolder> folder = workspace.migrations(target);
    if (folder.isPresent() && (!folder.get().isEmpty() || !folder.get().diagnostics().isEmpty())) {
      return new SchemaSource.Snapshot();
    }
    String main = workspace.config().mainBranch();
    return workspace
        .project()
        .filter(project -> new Git(project.root()).knows(main))
        .<SchemaSource>map(project -> new SchemaSource.Revision(main, true))
        .orElse(new SchemaSource.Nothing());
  }

  public boolean hasErrors() {
    return Diagnostics.haveErrors(diagnostics);
  }
}
