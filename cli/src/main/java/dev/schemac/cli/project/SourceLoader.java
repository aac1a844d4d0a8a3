package dev.schemac.cli.project;

import dev.schemac.connect.Progress;
import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Span;
import dev.schemac.emit.Migration;
import dev.schemac.emit.MigrationFolder;
import dev.schemac.emit.SchemaText;
import dev.schemac.model.Target;
import dev.schemac.source.SourceFiles;
import dev.schemac.source.SourceSet;
import dev.schemac.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads and compiles sources, from several threads; each of them once, for all targets of the
 * workspace.
 */
final class SourceLoader {
  private static final Pattern SNAPSHOT_HEAD =
      Pattern.compile("/\\* schemac snapshot (\\d{1,8})\\b");

  private final Workspace workspace;
  private final LiveSources live;
  private final Map<SchemaSource, Compilation> compiled = new ConcurrentHashMap<>();

  /** For commands that read no live database. */
  SourceLoader(Workspace workspace, Progress progress) {
    this(workspace, new LiveSources(workspace, LiveSources.Settings.of(Map.of(), progress)));
  }

  SourceLoader(Workspace workspace, LiveSources live) {
    this.workspace = workspace;
    this.live = live;
  }

  Loaded load(SchemaSource source, Target target) {
    return switch (source) {
      case SchemaSource.Snapshot ignored -> snapshot(target);
      case SchemaSource.Files ignored -> shared(source, target);
      case SchemaSource.Revision ignored -> shared(source, target);
      case SchemaSource.Nothing ignored -> shared(source, target);
      case SchemaSource.Live ignored -> live.read(source).loaded(target);
      case SchemaSource.Environment ignored -> live.read(source).loaded(target);
      case SchemaSource.Script ignored -> live.shadows().load(source, target);
      case SchemaSource.Migrations ignored -> live.shadows().load(source, target);
    };
  }

  private Loaded shared(SchemaSource source, Target target) {
    Compilation compilation = compiled.computeIfAbsent(source, this::compile);
    return loaded(source.label(), compilation, target, List.of());
  }

  private Compilation compile(SchemaSource source) {
    live.progress().now("reading " + source.label());
    return Compilation.of(read(source), workspace.targets(), workspace.config());
  }

  private static Loaded loaded(
      String label, Compilation compilation, Target target, List<Diagnostic> more) {
    List<Diagnostic> diagnostics = new ArrayList<>(more);
    diagnostics.addAll(compilation.diagnostics());
    return new Loaded(
        label, compilation.sources().texts(), compilation.resolution(target), diagnostics);
  }

  private SourceSet read(SchemaSource source) {
    return switch (source) {
      case SchemaSource.Files files -> SourceFiles.read(workspace.base(), files.paths());
      case SchemaSource.Revision revision -> revision(revision);
      case SchemaSource.Snapshot ignored -> SourceSet.empty();
      case SchemaSource.Nothing ignored -> SourceSet.empty();
      case SchemaSource.Live ignored -> SourceSet.empty();
      case SchemaSource.Environment ignored -> SourceSet.empty();
      case SchemaSource.Script ignored -> SourceSet.empty();
      case SchemaSource.Migrations ignored -> SourceSet.empty();
    };
  }

  private SourceSet revision(SchemaSource.Revision revision) {
    List<SourceText> texts = new ArrayList<>();
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (var path : workspace.schema()) {
      SourceSet read = RevisionReader.read(revision, path);
      texts.addAll(read.texts());
      diagnostics.addAll(read.diagnostics());
    }
    return new SourceSet(texts, diagnostics);
  }

  private static Optional<Diagnostic> tooNew(MigrationFolder folder, Migration.File file) {
    Matcher head = SNAPSHOT_HEAD.matcher(file.content());
    if (!head.lookingAt() || Integer.parseInt(head.group(1)) <= SchemaText.VERSION) {
      return Optional.empty();
    }
    Span span = Span.ofFile(folder.shown() + "/" + file.path());
    return Optional.of(
        Diagnostic.of(Code.SC6003, span, "this snapshot was written by a newer schemac")
            .withHelp("use that version"));
  }

  private Loaded snapshot(Target target) {
    Optional<MigrationFolder> folder = workspace.migrations(target);
    Optional<Migration.File> file = folder.flatMap(MigrationFolder::snapshot);
    List<Diagnostic> diagnostics = new ArrayList<>();
    folder.ifPresent(f -> diagnostics.addAll(f.diagnostics()));
    if (folder.isEmpty()) {
      diagnostics.add(
          Diagnostic.of(Code.SC6005, Span.NONE, "there is no project, so there is no snapshot"));
    }
    SourceSet texts =
        file.map(f -> new SourceText(folder.get().shown() + "/" + f.path(), f.content()))
            .map(text -> new SourceSet(List.of(text), List.of()))
            .orElse(SourceSet.empty());
    file.flatMap(f -> tooNew(folder.get(), f)).ifPresent(diagnostics::add);
    Compilation compilation = Compilation.of(texts, List.of(target), workspace.config());
    String label =
        folder.flatMap(MigrationFolder::newest).map(m -> "snapshot " + m.id()).orElse("nothing");
    return loaded(label, compilation, target, diagnostics);
  }
}
