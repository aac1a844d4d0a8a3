package dev.schemac.cli;

import dev.schemac.cli.project.Diagnostics;
import dev.schemac.cli.project.Workspace;
import dev.schemac.connect.Progress;
import dev.schemac.connect.UrlMask;
import dev.schemac.model.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** What the commands that work on a schema share: finding it, and refusing what makes no sense. */
abstract class SchemaCommand implements Callable<Integer> {

  @Mixin GlobalOptions global;

  final Surroundings surroundings;

  SchemaCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** Who is told what takes its time: a person at a terminal who did not ask for silence. */
  final Progress progress() {
    return global.progress(surroundings);
  }

  final Console console() {
    return new Console(surroundings, global);
  }

  /**
   * The workspace of these paths, with at least one target.
   *
   * @return empty where the project file is wrong; that has been said then
   */
  final Optional<Workspace> workspace(List<String> arguments) {
    return workspace(arguments, false);
  }

  /**
   * Likewise.
   *
   * @param targetIsStated whether a live database says what the target is, so that none is needed
   */
  final Optional<Workspace> workspace(List<String> arguments, boolean targetIsStated) {
    Workspace workspace = anyWorkspace(arguments);
    if (Diagnostics.haveErrors(workspace.projectDiagnostics())) {
      console().diagnostics(workspace.projectDiagnostics(), workspace.projectTexts());
      return Optional.empty();
    }
    global.environment.ifPresent(name -> requireEnvironment(workspace, name));
    if (workspace.targets().isEmpty() && !targetIsStated) {
      throw new UsageError(
          workspace.project().isPresent()
              ? "schemac.toml names no target: add `targets = [\"postgres:15\"]` or use --target"
              : "no target: use --target postgres:15, or run in a folder with a schemac.toml");
    }
    return Optional.of(workspace);
  }

  /** The workspace of these paths, whatever its targets. */
  final Workspace anyWorkspace(List<String> arguments) {
    List<Path> paths = paths(arguments);
    List<Target> targets = global == null ? List.of() : global.targets;
    return Workspace.open(surroundings.folder(), paths, targets.stream().distinct().toList());
  }

  /** Files and folders that are there. */
  final List<Path> paths(List<String> arguments) {
    List<Path> paths = arguments.stream().map(surroundings.folder()::resolve).toList();
    for (int i = 0; i < paths.size(); i++) {
      if (!Files.exists(paths.get(i))) {
        throw new UsageError("there is no file or folder `" + UrlMask.mask(arguments.get(i)) + "`");
      }
    }
    return paths;
  }

  private static void requireEnvironment(Workspace workspace, String name) {
    if (!workspace.config().environments().containsKey(name)) {
      throw new UsageError("schemac.toml has no environment `" + name + "`");
    }
  }
}
