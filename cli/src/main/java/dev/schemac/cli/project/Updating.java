package dev.schemac.cli.project;

import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diff.IgnoredParts;
import dev.schemac.emit.UpdatedText;
import dev.schemac.model.Schema;
import dev.schemac.model.Target;
import dev.schemac.resolve.ResolveOptions;
import dev.schemac.source.SourceFiles;
import dev.schemac.source.SourceSet;
import dev.schemac.source.SourceText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Existing files brought up to a live database.
 *
 * @param files texts by name, only of those files that change or are new
 * @param diagnostics what the files will lack, and why
 * @param texts the files as they are, by name
 */
public record Updating(
    SortedMap<String, String> files,
    List<Diagnostic> diagnostics,
    SortedMap<String, SourceText> texts) {
  public Updating {
    files = new TreeMap<>(files);
    diagnostics = List.copyOf(diagnostics);
    texts = new TreeMap<>(texts);
  }

  /**
   * Reads both, changes the files as little as possible, and reads again what came out.
   *
   * @param paths files and folders that hold a whole schema
   */
  public static Updating of(
      Workspace given, LiveSources sources, SchemaSource source, List<Path> paths) {
    List<SchemaSource> stating = source.isLive() ? List.of(source) : List.of();
    LiveSource live =
        source.isLive() ? sources.read(source) : sources.read(source, given.targets().getFirst());
    List<Diagnostic> all = new ArrayList<>(sources.contradiction(stating).stream().toList());
    all.addAll(live.diagnostics());
    SourceSet read = SourceFiles.read(given.base(), paths);
    TreeMap<String, SourceText> texts = new TreeMap<>();
    read.texts().forEach(t -> texts.put(t.name(), t));
    TreeMap<String, String> files = new TreeMap<>();
    if (live.live().isPresent() && !Diagnostics.haveErrors(all)) {
      Target target = live.target().orElseThrow();
      Workspace workspace = sources.withTarget(stating);
      Compilation compiled = Compilation.of(read, List.of(target), workspace.config());
      all.addAll(compiled.diagnostics().stream().filter(Diagnostic::isError).toList());
      if (!compiled.hasErrors()) {
        Loaded declared = new Loaded("", read.texts(), compiled.resolution(target), List.of());
        LiveComparison sides =
            sources.compared(source, live.schema().orElseThrow(), declared, workspace.config());
        all.addAll(sides.remarks());
        UpdatedText text =
            updated(sides, compiled.resolution(target).schema(), read, workspace.config(), target);
        text.files()
            .forEach(
                (name, after) -> {
                  SourceText old = texts.get(name);
                  if (old == null || !old.text().equals(after)) {
                    files.put(name, after);
                  }
                });
        all.addAll(ReadBack.failures(text.diagnostics(), text.different()));
      }
    }
    return new Updating(files, Diagnostics.tidy(all, given.config()), texts);
  }

  /** What the project ignores stays in the files as it is. */
  private static UpdatedText updated(
      LiveComparison sides, Schema declared, SourceSet files, ProjectConfig config, Target target) {
    Schema wanted =
        IgnoredParts.asTheyAre(declared, sides.managed().schema(), config.driftIgnore());
    return UpdatedText.of(
        files.texts(), wanted, new ResolveOptions(target, List.of(target), config.uuidStorage()));
  }

  public boolean hasErrors() {
    return Diagnostics.haveErrors(diagnostics);
  }
}
