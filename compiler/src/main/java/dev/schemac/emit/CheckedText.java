package dev.schemac.emit;

import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diff.Change;
import dev.schemac.diff.Differ;
import dev.schemac.model.Evolution;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
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
 * A schema as idiomatic files that were read again before anybody sees them.
 *
 * @param files by their path in a folder
 * @param diagnostics errors of reading them again
 * @param different what reads differently than it was: the files are not the schema then
 */
public record CheckedText(
    TreeMap<String, String> files, List<Diagnostic> diagnostics, List<Change> different) {

  /**
   * Writes, reads again, and writes what came back different in the canonical form, every name
   * written.
   */
  public static CheckedText of(Schema schema, IdiomaticText.Split split, ResolveOptions options) {
    CheckedText first = read(schema, split, Set.of(), options);
    if (first.isWhole()) {
      return first;
    }
    Set<ObjectPath> canonical = new TreeSet<>();
    first.different.forEach(change -> canonical.add(ofObject(schema, change.path())));
    if (!first.diagnostics.isEmpty()) {
      schema.objects().stream().map(SchemaObject::path).forEach(canonical::add);
    }
    CheckedText second = read(schema, split, canonical, options);
    return second.isWhole() || second.diagnostics.size() <= first.diagnostics.size()
        ? second
        : first;
  }

  /** Whether the files mean exactly the schema. */
  public boolean isWhole() {
    return diagnostics.isEmpty() && different.isEmpty();
  }

  private static ObjectPath ofObject(Schema schema, ObjectPath changed) {
    ObjectPath table = ObjectPath.table(changed.owner());
    return schema.object(changed).isPresent() ? changed : table;
  }

  private static CheckedText read(
      Schema schema, IdiomaticText.Split split, Set<ObjectPath> canonical, ResolveOptions options) {
    TreeMap<String, String> files = IdiomaticText.files(schema, split, canonical);
    List<SourceTree> trees = new ArrayList<>();
    List<Diagnostic> errors = new ArrayList<>();
    files.forEach((name, text) -> trees.add(SourceParser.parse(new SourceText(name, text))));
    Resolution again = Resolver.resolve(trees, options);
    trees.forEach(
        tree -> tree.diagnostics().stream().filter(Diagnostic::isError).forEach(errors::add));
    again.diagnostics().stream().filter(Diagnostic::isError).forEach(errors::add);
    return new CheckedText(files, errors, Differ.diff(schema, again.schema(), Evolution.none()));
  }
}
