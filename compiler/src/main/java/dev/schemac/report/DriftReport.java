package dev.schemac.report;

import dev.schemac.diff.Change;
import dev.schemac.diff.ManagedSchema;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** How a live database differs from its schema, for a person, for a pull request, for a machine. */
public final class DriftReport {
  private DriftReport() {}

  /**
   * What was compared and found.
   *
   * @param project the project's or the folder's name
   * @param database how people see the database
   * @param schema how people see the schema
   * @param changes from the database to the schema
   * @param managed what the comparison left out since the schema has no say in it
   * @param ignored numbers of differences by the rule that ignores them
   */
  public record Drift(
      String project,
      String database,
      String schema,
      Target target,
      List<Change> changes,
      ManagedSchema managed,
      SortedMap<String, Integer> ignored) {
    public Drift {
      changes = List.copyOf(changes);
      ignored = new TreeMap<>(ignored);
    }
  }

  /** An object with all that was found about it. */
  record Group(ObjectPath object, List<DriftFinding> findings) {}

  /** Object by object, with both sides of what differs, and one line of numbers. */
  public static String text(Drift drift, boolean colors) {
    return new DriftText(drift, Palette.of(colors)).render();
  }

  /** The same as Markdown. */
  public static String markdown(Drift drift) {
    return new DriftMarkdown(drift).render();
  }

  /**
   * JSON of format 1.
   *
   * @param plan what closes the drift, where that was asked for
   */
  public static String json(Drift drift, Optional<PlanReport.Planned> plan) {
    return DriftJson.report(drift, plan);
  }

  /** By namespace, name and kind; inside in the order of the changes. */
  static List<Group> groups(Drift drift) {
    Comparator<ObjectPath> byName = Comparator.comparing(ObjectPath::owner);
    Map<ObjectPath, List<DriftFinding>> groups =
        new TreeMap<>(byName.thenComparing(Comparator.naturalOrder()));
    for (Change change : drift.changes()) {
      DriftFinding finding = DriftFinding.of(change, drift.target());
      groups.computeIfAbsent(finding.object(), o -> new ArrayList<>()).add(finding);
    }
    return groups.entrySet().stream().map(e -> new Group(e.getKey(), e.getValue())).toList();
  }

  /** {@code table shop.orders}, {@code aggregate group_concat(text)}. */
  static String label(ObjectPath path) {
    return switch (path.kind()) {
      case NATIVE -> path.member() + " " + path.owner();
      case GRANT -> path.member();
      case NAMESPACE,
          EXTENSION,
          ROLE,
          ENUM,
          ENUM_VALUE,
          DOMAIN,
          SEQUENCE,
          TABLE,
          COLUMN,
          PRIMARY_KEY,
          UNIQUE,
          CHECK,
          FOREIGN_KEY,
          EXCLUSION,
          INDEX,
          VIEW,
          MATERIALIZED_VIEW,
          FUNCTION,
          PROCEDURE,
          TRIGGER,
          POLICY,
          TYPE ->
          path.toString();
    };
  }

  static String title(Drift drift) {
    return drift.project()
        + " · "
        + drift.target().label()
        + " "
        + drift.target().version()
        + " · "
        + drift.database()
        + " against "
        + drift.schema();
  }

  /** {@code 3 differences: 1 missing, 2 extra}. */
  static String summary(Drift drift) {
    int[] counts = new int[DriftFinding.Status.values().length];
    for (Change change : drift.changes()) {
      counts[DriftFinding.of(change, drift.target()).status().ordinal()]++;
    }
    List<String> parts = new ArrayList<>();
    for (DriftFinding.Status status : DriftFinding.Status.values()) {
      if (counts[status.ordinal()] > 0) {
        parts.add(counts[status.ordinal()] + " " + status.word());
      }
    }
    return parts.isEmpty()
        ? "no drift"
        : ChangeText.count(drift.changes().size(), "difference") + ": " + String.join(", ", parts);
  }

  /** What was not compared, a line each. */
  static List<String> remarks(Drift drift) {
    List<String> lines = new ArrayList<>();
    List<String> unmanaged = new ArrayList<>();
    ManagedSchema managed = drift.managed();
    if (!managed.owners().isEmpty()) {
      unmanaged.add("owners of " + ChangeText.count(managed.owners().size(), "object"));
    }
    if (!managed.privileges().isEmpty()) {
      unmanaged.add("privileges on " + ChangeText.count(managed.privileges().size(), "object"));
    }
    if (!unmanaged.isEmpty()) {
      lines.add(
          "not managed, since the schema does not mention them: " + String.join(", ", unmanaged));
    }
    if (!managed.others().isEmpty()) {
      lines.add(
          "not managed, since the schema calls them external: "
              + ChangeText.count(managed.others().size(), "object"));
    }
    drift
        .ignored()
        .forEach(
            (rule, count) ->
                lines.add(
                    count == 0
                        ? "`" + rule + "` ignores nothing"
                        : "ignored by `" + rule + "`: " + ChangeText.count(count, "difference")));
    return lines;
  }
}
