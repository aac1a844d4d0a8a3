package dev.schemac.cli.project;

import dev.schemac.connect.Progress;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.emit.ChecksumChain;
import dev.schemac.emit.Migration;
import dev.schemac.emit.MigrationFolder;
import dev.schemac.emit.MigrationFolderWriter.Addition;
import dev.schemac.emit.MigrationLayout;
import dev.schemac.model.Schema;
import dev.schemac.model.Target;
import dev.schemac.source.SourceText;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Hand-written migrations: made, and sealed once their author is done. */
public final class HandWriting {
  private static final String NO_UP =
      """
      -- Write the statements of this migration here, then run `schemac new --seal`.
      -- One transaction, unless a line `-- schemac: transaction=none` says otherwise.
      """;

  private static final String NO_DOWN =
      """
      -- Write the statements here that undo up.sql; leave it empty where there is no way back.
      """;

  private HandWriting() {}

  /**
   * A migration to be written by hand.
   *
   * @param up its statements, where they are known already
   * @param reachesSchema whether the statements lead to the working tree's schema; else the schema
   *     stays that of the migration before
   */
  public record Request(
      String slug,
      LocalDateTime timestamp,
      Optional<String> up,
      Optional<String> down,
      boolean reachesSchema) {}

  /** A new migration for every dialect. */
  public static Generating begin(Workspace workspace, Request request) {
    Workspace one = Generating.onePerDialect(workspace, Optional.empty());
    SourceLoader loader = new SourceLoader(one, Progress.NONE);
    List<Diagnostic> diagnostics = new ArrayList<>();
    Set<SourceText> texts = new LinkedHashSet<>();
    List<Addition> additions = new ArrayList<>();
    List<String> sealed = new ArrayList<>();
    for (Target target : one.targets()) {
      MigrationFolder folder = one.migrations(target).orElseThrow();
      SchemaSource source =
          request.reachesSchema() ? one.workingTree() : new SchemaSource.Snapshot();
      Loaded loaded = loader.load(source, target);
      diagnostics.addAll(folder.diagnostics());
      // what else there is to say about a schema is said by `check`
      loaded.diagnostics().stream().filter(Diagnostic::isError).forEach(diagnostics::add);
      texts.addAll(loaded.texts());
      folder.open().ifPresent(open -> sealed.add(open.id()));
      additions.add(addition(folder, loaded.resolution().schema(), request));
    }
    return new Generating(
        one.base(),
        additions,
        sealed,
        Diagnostics.tidy(diagnostics, one.config()),
        List.copyOf(texts));
  }

  private static Addition addition(MigrationFolder folder, Schema schema, Request request) {
    MigrationLayout.Content content =
        new MigrationLayout.Content(
            request.up().orElse(NO_UP),
            request.down().orElse(NO_DOWN),
            snapshot(folder, schema, request),
            "# " + request.slug() + "\n\nWritten by hand.\n",
            List.of());
    String version = new Versions(folder, request.timestamp()).take();
    Migration migration = MigrationLayout.lay(folder.layout(), version, request.slug(), content);
    ChecksumChain before = folder.sealedChain();
    ChecksumChain chain =
        request.up().isPresent() ? before.with(migration) : before.withOpen(migration);
    return new Addition(folder.path(), List.of(migration), chain);
  }

  private static String snapshot(MigrationFolder folder, Schema schema, Request request) {
    Optional<String> before = folder.snapshot().map(Migration.File::content);
    return request.reachesSchema() || before.isEmpty()
        ? Pipeline.snapshotText(schema)
        : before.get();
  }

  /** Records the checksums of the migrations that are open. */
  public static Generating seal(Workspace workspace) {
    Workspace one = Generating.onePerDialect(workspace, Optional.empty());
    List<Diagnostic> diagnostics = new ArrayList<>();
    List<Addition> additions = new ArrayList<>();
    List<String> sealed = new ArrayList<>();
    for (Target target : one.targets()) {
      MigrationFolder folder = one.migrations(target).orElseThrow();
      diagnostics.addAll(folder.diagnostics());
      if (folder.open().isPresent()) {
        sealed.add(folder.shown() + "/" + folder.open().get().id());
        additions.add(new Addition(folder.path(), List.of(), folder.sealedChain()));
      }
    }
    List<Diagnostic> tidy = Diagnostics.tidy(diagnostics, one.config());
    return new Generating(one.base(), additions, sealed, tidy, List.of());
  }
}
