package dev.schemac.cli.project;

import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.emit.ChecksumChain;
import dev.schemac.emit.Layout;
import dev.schemac.emit.Migration;
import dev.schemac.emit.MigrationFolder;
import dev.schemac.emit.MigrationFolderWriter;
import dev.schemac.emit.MigrationFolderWriter.Addition;
import dev.schemac.model.Target;
import dev.schemac.plan.Strategy;
import dev.schemac.source.SourceFiles;
import dev.schemac.source.SourceText;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Migrations that are ready to be written, or why there are none.
 *
 * @param base the folder that names are relative to
 * @param sealed ids of hand-written migrations whose checksum is recorded by it
 * @param texts what the diagnostics point into
 */
public record Generating(
    Path base,
    List<Addition> additions,
    List<String> sealed,
    List<Diagnostic> diagnostics,
    List<SourceText> texts) {

  public Generating {
    additions = List.copyOf(additions);
  }

  /**
   * What to generate.
   *
   * @param slug the migration's name as part of a file name
   * @param sizes where the sizes of the tables come from
   * @param live how that database is reached
   * @param timestamp the version, unless the folder has a newer one
   */
  public record Request(
      String slug,
      LocalDateTime timestamp,
      Optional<Layout> layout,
      Strategy strategy,
      Accepted accepted,
      Optional<Sizes.Source> sizes,
      LiveSources.Settings live) {}

  /** Plans from each dialect's snapshot to the working tree, and lays the migrations out. */
  public static Generating of(Workspace workspace, Request request) {
    Workspace one = onePerDialect(workspace, request.layout());
    Optional<SchemaSource> snapshot = Optional.of(new SchemaSource.Snapshot());
    Planning planning =
        Planning.of(
            one,
            new PlanRequest(
                snapshot,
                Optional.empty(),
                request.live(),
                request.strategy(),
                request.accepted(),
                Optional.empty(),
                request.sizes()));
    if (planning.hasErrors()) {
      return new Generating(
          one.base(), List.of(), List.of(), planning.diagnostics(), planning.texts());
    }
    List<Addition> additions = new ArrayList<>();
    List<String> sealed = new ArrayList<>();
    for (TargetPlan plan : planning.plans()) {
      MigrationFolder folder = one.migrations(plan.target()).orElseThrow();
      if (!plan.plan().isEmpty()) {
        folder.open().ifPresent(open -> sealed.add(open.id()));
        additions.add(addition(one, folder, plan, request));
      }
    }
    return new Generating(one.base(), additions, sealed, planning.diagnostics(), planning.texts());
  }

  /** A folder serves the oldest version of its kind of server. */
  static Workspace onePerDialect(Workspace workspace, Optional<Layout> layout) {
    Set<String> seen = new HashSet<>();
    List<Target> targets =
        workspace.targets().stream()
            .sorted(java.util.Comparator.comparing(Target::version))
            .filter(target -> seen.add(target.label()))
            .sorted(java.util.Comparator.comparing(Target::dialect).thenComparing(Target::flavour))
            .toList();
    return workspace.with(targets, layout);
  }

  private static Addition addition(
      Workspace workspace, MigrationFolder folder, TargetPlan plan, Request request) {
    Versions versions = new Versions(folder, request.timestamp());
    List<Migration> migrations =
        MigrationTexts.of(workspace, plan, request.slug(), folder.layout(), versions);
    ChecksumChain chain = folder.sealedChain();
    for (Migration migration : migrations) {
      chain = chain.with(migration);
    }
    return new Addition(folder.path(), migrations, chain);
  }

  /** Puts everything where it belongs. */
  public void write() throws IOException {
    MigrationFolderWriter.write(additions);
  }

  /** All new files, with paths as people see them. */
  public List<Migration.File> files() {
    List<Migration.File> files = new ArrayList<>();
    for (Addition addition : additions) {
      String folder = SourceFiles.nameOf(base, addition.folder()) + "/";
      for (Migration migration : addition.migrations()) {
        migration
            .files()
            .forEach(f -> files.add(new Migration.File(folder + f.path(), f.content())));
      }
      files.add(new Migration.File(folder + SourceFiles.CHECKSUMS, addition.chain().text()));
    }
    return files;
  }

  public List<String> fileNames() {
    return files().stream().map(Migration.File::path).toList();
  }

  public boolean hasErrors() {
    return Diagnostics.haveErrors(diagnostics);
  }
}
