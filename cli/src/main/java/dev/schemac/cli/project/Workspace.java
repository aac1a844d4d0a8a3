package dev.schemac.cli.project;

import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.emit.Layout;
import dev.schemac.emit.MigrationFolder;
import dev.schemac.emit.MigrationFolderReader;
import dev.schemac.model.Target;
import dev.schemac.source.SourceFiles;
import dev.schemac.source.SourceSet;
import dev.schemac.source.SourceText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a command works on: a project, or loose files with targets from the command line.
 *
 * @param base the folder that names are relative to
 * @param schema the files and folders of the schema
 * @param asked names of the files that diagnostics are wanted of; empty for all
 */
public record Workspace(
    Path base,
    Optional<Project> project,
    ProjectConfig config,
    List<Path> schema,
    Set<String> asked) {

  public Workspace {
    schema = List.copyOf(schema);
    asked = Set.copyOf(asked);
  }

  /**
   * Finds out what is meant by the paths of a command line: nothing or a project's folder is the
   * project; files inside a project's schema are that project too, with an eye on those files
   * alone; everything else is loose files.
   *
   * @param targets those of the command line; they replace the project's
   */
  public static Workspace open(Path base, List<Path> paths, List<Target> targets) {
    Path start = paths.isEmpty() ? base : paths.getFirst();
    Optional<Project> project = Project.around(start, base).filter(p -> holds(p, paths));
    ProjectConfig config = project.map(Project::config).orElse(ProjectConfig.defaults());
    ProjectConfig used = targets.isEmpty() ? config : config.withTargets(targets);
    if (project.isEmpty()) {
      return new Workspace(base, project, used, paths.isEmpty() ? List.of(base) : paths, Set.of());
    }
    Set<String> asked = new TreeSet<>();
    if (paths.stream().anyMatch(path -> isPart(project.get(), path))) {
      SourceFiles.read(base, paths).texts().forEach(text -> asked.add(text.name()));
    }
    return new Workspace(base, project, used, List.of(project.get().schema()), asked);
  }

  private static boolean holds(Project project, List<Path> paths) {
    return paths.stream().allMatch(path -> isRoot(project, path) || isPart(project, path));
  }

  private static boolean isRoot(Project project, Path path) {
    Path normal = path.toAbsolutePath().normalize();
    return normal.equals(project.root()) || normal.equals(project.root().resolve(Project.FILE));
  }

  private static boolean isPart(Project project, Path path) {
    Path normal = path.toAbsolutePath().normalize();
    return !isRoot(project, path) && normal.startsWith(project.schema());
  }

  /** The name in the headings of reports. */
  public String name() {
    return project.map(p -> p.config().name()).orElse("schema");
  }

  public List<Target> targets() {
    return config.targets();
  }

  /** The same workspace for other targets, and for another layout where one is given. */
  Workspace with(List<Target> targets, Optional<Layout> layout) {
    ProjectConfig other = layout.map(config::withLayout).orElse(config).withTargets(targets);
    return new Workspace(base, project, other, schema, asked);
  }

  /** The texts on disk. */
  public SourceSet read() {
    return SourceFiles.read(base, schema);
  }

  /** The migrations of one kind of server; empty where there is no project. */
  public Optional<MigrationFolder> migrations(Target target) {
    return project.map(p -> migrations(p, target));
  }

  private MigrationFolder migrations(Project of, Target target) {
    Path folder = of.migrations().resolve(target.label());
    return MigrationFolderReader.read(
        folder, SourceFiles.nameOf(base, folder), config.migrations().layout());
  }

  /** The source of what stands in the working tree. */
  public SchemaSource workingTree() {
    boolean one = schema.size() == 1 && Files.isRegularFile(schema.getFirst());
    String label = project.isPresent() || !one ? "working tree" : schema.getFirst().toString();
    return new SchemaSource.Files(schema, label);
  }

  /** Those that concern the files that were asked for. */
  public List<Diagnostic> relevant(List<Diagnostic> diagnostics) {
    return asked.isEmpty()
        ? diagnostics
        : diagnostics.stream().filter(d -> asked.contains(d.span().file())).toList();
  }

  /** The project file's mistakes. */
  public List<Diagnostic> projectDiagnostics() {
    return project.map(Project::diagnostics).orElse(List.of());
  }

  /** The project file's text, for showing its mistakes. */
  public List<SourceText> projectTexts() {
    return project.map(p -> List.of(p.file())).orElse(List.of());
  }
}
