package dev.schemac.emit;

import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.source.SourceText;
import java.util.List;

/**
 * The scripts that bring an empty database to the end of a migration folder, whoever wrote it.
 *
 * @param scripts in the order in which the folder's own tool runs them, ways back left out
 * @param diagnostics what cannot be replayed, and what is no migration
 */
public record ReplayFolder(List<Script> scripts, List<Diagnostic> diagnostics) {
  public ReplayFolder {
    scripts = List.copyOf(scripts);
    diagnostics = List.copyOf(diagnostics);
  }

  /**
   * One script.
   *
   * @param id the name of its file or folder, without what every script's name has
   * @param version what the tool calls its version; the id where it has none
   * @param text as long as its file, with blanks for what is not run, so that places stay right
   */
  public record Script(String id, String version, SourceText text) {

    /** Whether a person means this one. */
    boolean isMeant(String wanted) {
      return id.equals(wanted)
          || version.equals(wanted)
          || version.equals(wanted.replace('_', '.'));
    }
  }
}
