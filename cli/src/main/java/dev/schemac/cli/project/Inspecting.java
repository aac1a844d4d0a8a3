package dev.schemac.cli.project;

import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.emit.CheckedText;
import dev.schemac.emit.IdiomaticText;
import dev.schemac.model.Schema;
import dev.schemac.model.Target;
import dev.schemac.resolve.ResolveOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A live database as {@code .schema} files.
 *
 * @param target what the server is; empty where it could not be asked
 * @param files by their path in a folder; none where the database could not be read
 * @param diagnostics what the files lack, and why
 */
public record Inspecting(
    Optional<Target> target, SortedMap<String, String> files, List<Diagnostic> diagnostics) {
  public Inspecting {
    files = new TreeMap<>(files);
    diagnostics = List.copyOf(diagnostics);
  }

  /**
   * Reads the database, writes it, and reads again what was written: files that mean anything else
   * than the database come with an error that says where.
   */
  public static Inspecting of(Workspace workspace, LiveSource live, IdiomaticText.Split split) {
    List<Diagnostic> all = new ArrayList<>(live.diagnostics());
    Optional<Schema> schema = live.schema();
    SortedMap<String, String> files = new TreeMap<>();
    if (schema.isPresent() && !Diagnostics.haveErrors(all)) {
      Target target = schema.get().target();
      CheckedText text =
          CheckedText.of(
              schema.get(),
              split,
              new ResolveOptions(target, List.of(target), workspace.config().uuidStorage()));
      files.putAll(text.files());
      all.addAll(ReadBack.failures(text.diagnostics(), text.different()));
    }
    return new Inspecting(live.target(), files, Diagnostics.tidy(all, workspace.config()));
  }

  public boolean hasErrors() {
    return Diagnostics.haveErrors(diagnostics);
  }
}
