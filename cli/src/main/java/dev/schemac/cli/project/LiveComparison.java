package dev.schemac.cli.project;

import dev.schemac.catalog.CatalogGap;
import dev.schemac.catalog.LiveSchema;
import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Span;
import dev.schemac.diff.Change;
import dev.schemac.diff.Differ;
import dev.schemac.diff.IgnoreRule;
import dev.schemac.diff.IgnoredParts;
import dev.schemac.diff.ManagedSchema;
import dev.schemac.model.Evolution;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.Options;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import dev.schemac.resolve.Resolution;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A live database beside the schema that it shall have: what the schema has no say in, what could
 * not be read and what the project ignores is the same on both sides.
 *
 * @param managed the database's side
 * @param unread the declared objects that the database has and keeps back
 * @param schema the schema's side
 * @param ignored numbers of differences by the rule that ignores them, also where there are none
 * @param diagnostics what stood in the way of comparing everything
 */
record LiveComparison(
    ManagedSchema managed,
    int unread,
    Loaded schema,
    SortedMap<String, Integer> ignored,
    List<Diagnostic> diagnostics) {

  /**
   * Compares.
   *
   * @param live the database's model in normal form
   * @param read as it was read; empty where that was a replayed source
   */
  static LiveComparison of(
      Schema live, Optional<LiveSchema> read, Loaded wanted, ProjectConfig config) {
    Resolution declared = wanted.resolution();
    Evolution words = declared.evolution();
    Map<String, String> usual = read.map(LiveSchema::usual).orElse(Options.none());
    List<SchemaObject> unread =
        unread(live, read.map(LiveSchema::gaps).orElse(List.of()), declared.schema());
    Schema meant = SettledSchema.byMeaning(live, declared.schema());
    ManagedSchema managed = ManagedSchema.of(with(meant, unread), declared.schema(), words, usual);
    List<IgnoreRule> rules = config.driftIgnore();
    Schema compared = IgnoredParts.asTheyAre(managed.schema(), declared.schema(), rules);
    return new LiveComparison(
        managed,
        unread.size(),
        withSchema(wanted, compared),
        ignored(Differ.diff(managed.schema(), declared.schema(), words), rules),
        List.of());
  }

  /** What is declared, is there, and cannot be compared, since the server keeps it back. */
  private static List<SchemaObject> unread(Schema live, List<CatalogGap> gaps, Schema declared) {
    Set<String> kept = new HashSet<>();
    gaps.stream()
        .filter(gap -> gap.kind() == CatalogGap.Kind.UNREADABLE)
        .forEach(gap -> kept.add(gap.object()));
    return declared.objects().stream()
        .filter(o -> kept.contains(o.path().toString()) && live.object(o.path()).isEmpty())
        .toList();
  }

  private static Schema with(Schema live, List<SchemaObject> unread) {
    List<SchemaObject> all = new ArrayList<>(live.objects());
    all.addAll(unread);
    return unread.isEmpty() ? live : Schema.of(live.target(), all);
  }

  LiveComparison saying(Diagnostic diagnostic) {
    return new LiveComparison(managed, unread, schema, ignored, List.of(diagnostic));
  }

  /** The same with other texts on the database's side, which mean what its own ones do. */
  LiveComparison withManaged(Schema settled) {
    ManagedSchema same =
        new ManagedSchema(settled, managed.owners(), managed.privileges(), managed.others());
    return new LiveComparison(same, unread, schema, ignored, diagnostics);
  }

  /** Everything on both sides. */
  static LiveComparison whole(Schema before, Loaded after) {
    SortedSet<ObjectPath> none = new TreeSet<>();
    return new LiveComparison(
        new ManagedSchema(before, none, none, none), 0, after, new TreeMap<>(), List.of());
  }

  /** What a plan leaves as it is, for whoever might think that it was forgotten. */
  List<Diagnostic> remarks() {
    List<Diagnostic> remarks = new ArrayList<>(diagnostics);
    remark(remarks, "owners", managed.owners().size(), "the schema does not mention them");
    remark(remarks, "privileges", managed.privileges().size(), "the schema does not mention them");
    remark(remarks, "objects", managed.others().size(), "the schema calls them external");
    remark(remarks, "objects", unread, "they cannot be read");
    ignored.forEach(
        (rule, count) ->
            remark(remarks, "differences", count, "`" + rule + "` of schemac.toml ignores them"));
    return remarks;
  }

  private static void remark(List<Diagnostic> remarks, String what, int count, String why) {
    if (count > 0) {
      String message = count + " " + what + " of the database left as they are: " + why;
      remarks.add(Diagnostic.of(Code.SC6030, Span.NONE, message));
    }
  }

  List<Change> changes() {
    return Differ.diff(
        managed.schema(), schema.resolution().schema(), schema.resolution().evolution());
  }

  private static SortedMap<String, Integer> ignored(List<Change> changes, List<IgnoreRule> rules) {
    SortedMap<String, Integer> ignored = new TreeMap<>();
    for (IgnoreRule rule : rules) {
      int count = (int) changes.stream().filter(c -> rule.covers(c.path())).count();
      ignored.put(rule.text(), count);
    }
    return ignored;
  }

  private static Loaded withSchema(Loaded loaded, Schema schema) {
    Resolution old = loaded.resolution();
    Resolution other =
        new Resolution(schema, old.evolution(), old.places(), old.words(), old.diagnostics());
    return new Loaded(loaded.label(), loaded.texts(), other, loaded.diagnostics());
  }
}
