package dev.schemac.emit;

import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diff.Change;
import dev.schemac.diff.Differ;
import dev.schemac.model.Evolution;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.Schema;
import dev.schemac.resolve.Resolution;
import dev.schemac.resolve.ResolveOptions;
import dev.schemac.resolve.Resolver;
import dev.schemac.source.SourceText;
import dev.schemac.syntax.SourceParser;
import dev.schemac.syntax.SourceTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Existing files brought up to a live schema, and read again before anybody sees them.
 *
 * @param files every file's text by its name, changed or not
 * @param diagnostics errors of reading them again
 * @param different what reads differently than the live schema
 */
public record UpdatedText(
    TreeMap<String, String> files, List<Diagnostic> diagnostics, List<Change> different) {
  private static final int ATTEMPTS = 3;

  public UpdatedText {
    diagnostics = List.copyOf(diagnostics);
    different = List.copyOf(different);
  }

  /**
   * Changes the files. What does not come out as it shall member by member is written anew as a
   * whole.
   *
   * @param files without errors
   * @param live the schema that they shall mean, without what they have no say in
   */
  public static UpdatedText of(List<SourceText> files, Schema live, ResolveOptions options) {
    UpdatedText best = new UpdatedText(texts(files), List.of(), List.of());
    List<SourceTree> trees = files.stream().map(SourceParser::parse).toList();
    Resolution before = Resolver.resolve(trees, options);
    List<Change> changes = Differ.diff(before.schema(), live, Evolution.none());
    Set<ObjectPath> whole = new TreeSet<>();
    for (int attempt = 0; attempt < ATTEMPTS && !changes.isEmpty(); attempt++) {
      UpdatedText updated =
          read(SchemaUpdate.of(files, trees, before, live, changes, whole), live, options);
      if (attempt == 0 || updated.failures() < best.failures()) {
        best = updated;
      }
      int known = whole.size();
      best.different.forEach(c -> whole.add(ofObject(c.path())));
      if (!best.diagnostics.isEmpty()) {
        changes.forEach(c -> whole.add(ofObject(c.path())));
      }
      if (whole.size() == known) {
        break;
      }
    }
    return best;
  }

  private int failures() {
    return diagnostics.size() * 1_000 + different.size();
  }

  /** The table that a member is in. */
  private static ObjectPath ofObject(ObjectPath path) {
    return switch (path.kind()) {
      case COLUMN, PRIMARY_KEY, UNIQUE, CHECK, FOREIGN_KEY, EXCLUSION, INDEX ->
          ObjectPath.of(ObjectKind.TABLE, path.owner());
      case NAMESPACE,
          EXTENSION,
          ROLE,
          ENUM,
          ENUM_VALUE,
          DOMAIN,
          SEQUENCE,
          TABLE,
          VIEW,
          MATERIALIZED_VIEW,
          FUNCTION,
          PROCEDURE,
          TRIGGER,
          POLICY,
          GRANT,
          TYPE,
          NATIVE ->
          path;
    };
  }

  private static TreeMap<String, String> texts(List<SourceText> files) {
    TreeMap<String, String> texts = new TreeMap<>();
    files.forEach(f -> texts.put(f.name(), f.text()));
    return texts;
  }

  private static UpdatedText read(
      TreeMap<String, String> files, Schema live, ResolveOptions options) {
    List<SourceTree> trees = new ArrayList<>();
    List<Diagnostic> errors = new ArrayList<>();
    files.forEach((name, text) -> trees.add(SourceParser.parse(new SourceText(name, text))));
    Resolution again = Resolver.resolve(trees, options);
    trees.forEach(
        tree -> tree.diagnostics().stream().filter(Diagnostic::isError).forEach(errors::add));
    again.diagnostics().stream().filter(Diagnostic::isError).forEach(errors::add);
    return new UpdatedText(files, errors, Differ.diff(again.schema(), live, Evolution.none()));
  }
}
