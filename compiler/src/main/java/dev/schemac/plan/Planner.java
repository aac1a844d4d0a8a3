package dev.schemac.plan;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Severity;
import dev.schemac.diagnostic.Span;
import dev.schemac.diff.Change;
import dev.schemac.diff.ChangeApplier;
import dev.schemac.diff.Differ;
import dev.schemac.model.Evolution;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import dev.schemac.model.WholeTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Two schemas → the plan between them: the changes, a pattern's steps for each, and their order.
 * What a dialect refuses is a diagnostic of the plan.
 */
public final class Planner {
  private static final String SHORTEST =
      "the shortest way is planned instead, which keeps readers or writers waiting; make the change"
          + " in two migrations to keep both going";

  private final PatternCatalogue catalogue;
  private final PlanContext asked;
  private final PlanContext context;
  private final Schema renamed;
  private final Schema movedObjects;
  private final Map<ObjectPath, ObjectPath> oldNames;
  private final UnaryOperator<Step> completing;
  private final List<StepOrder.Entry> entries = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final List<SchemaObject> temporaries = new ArrayList<>();
  private Set<ObjectPath> entangled = Set.of();
  private int group;

  private Planner(PlanContext asked, PatternCatalogue catalogue) {
    this.catalogue = catalogue;
    this.asked = asked;
    this.context = catalogue.completed(Entangled.madeAnew(asked));
    List<Change> renames =
        context.changes().stream()
            .filter(c -> c instanceof Change.RenameObject || c instanceof Change.RenameColumn)
            .toList();
    this.renamed = ChangeApplier.apply(context.before(), renames);
    this.movedObjects =
        ChangeApplier.apply(
            context.before(),
            renames.stream().filter(Change.RenameObject.class::isInstance).toList());
    this.oldNames = oldNames(renames);
    this.completing = Footprint.completing(renamed, context.after(), oldNames);
  }

  /** The plan from one schema to the other; empty where they mean the same. */
  public static Plan plan(
      Schema before,
      Schema after,
      Evolution evolution,
      Strategy strategy,
      PatternCatalogue catalogue) {
    List<Change> changes = Differ.diff(before, after, evolution);
    return plan(before, after, evolution, changes, strategy, catalogue);
  }

  /**
   * The same where the changes are known.
   *
   * @param changes {@code Differ.diff(before, after, evolution)}
   */
  public static Plan plan(
      Schema before,
      Schema after,
      Evolution evolution,
      List<Change> changes,
      Strategy strategy,
      PatternCatalogue catalogue) {
    PlanContext context = new PlanContext(before, after, evolution, changes, strategy);
    return plan(context, catalogue);
  }

  /** Once more where steps wait for each other, as long as another way may help. */
  private static Plan plan(PlanContext context, PatternCatalogue catalogue) {
    Planner planner = new Planner(context, catalogue);
    Plan plan = planner.plan();
    Set<ObjectPath> entangled = Entangled.of(planner.entangled, context);
    if (!context.entangled().containsAll(entangled)) {
      return plan(context.entangled(entangled), catalogue);
    }
    boolean stuck = !planner.entangled.isEmpty() && context.strategy() == Strategy.ONLINE;
    return stuck && context.after().target().isPostgres()
        ? directly(plan, context, catalogue)
        : plan;
  }

  /**
   * The shortest way where no other leads to the end. That it is taken, and why, is a warning; what
   * its steps block is told of them.
   */
  private static Plan directly(Plan stuck, PlanContext context, PatternCatalogue catalogue) {
    Plan direct = plan(context.directly(), catalogue);
    if (direct.isRefused()) {
      return stuck;
    }
    List<Diagnostic> said =
        new ArrayList<>(
            stuck.diagnostics().stream()
                .filter(Diagnostic::isError)
                .map(d -> d.withSeverity(Severity.WARNING).withHelp(SHORTEST))
                .toList());
    said.addAll(direct.diagnostics());
    return new Plan(
        direct.before(),
        direct.after(),
        stuck.strategy(),
        direct.changes(),
        direct.steps(),
        said,
        direct.temporaries());
  }

  /** New → old identity of renamed tables and columns; a column's table has its new name. */
  private static Map<ObjectPath, ObjectPath> oldNames(List<Change> renames) {
    Map<ObjectPath, ObjectPath> old = new HashMap<>();
    for (Change change : renames) {
      if (change instanceof Change.RenameColumn(var table, var from, var to)) {
        old.put(change.path(), ObjectPath.column(table, from));
      } else if (change instanceof Change.RenameObject(Table before, var after)) {
        old.put(after.path(), before.path());
      }
    }
    return old;
  }

  private Plan plan() {
    List<Change> silent = new ArrayList<>();
    int rank = 0;
    for (Change change : context.changes()) {
      Lowered lowered = lower(change, rank++);
      if (lowered.steps().isEmpty() && lowered.diagnostics().isEmpty()) {
        silent.add(change);
      }
    }
    recreateParts();
    recreateDependants();
    recreateForeignKeys();
    silent.forEach(this::requireMention);
    Replacements.relax(entries, renamed);
    if (context.after().target().isPostgres()) {
      Overloads.order(entries);
      Publications.behindRows(entries);
      RowBodies.order(entries);
    }
    StepOrder.Ordered ordered =
        StepOrder.of(entries, this::existed, LooseEdges.onlyNamed(context.after().target()));
    diagnostics.addAll(ordered.diagnostics());
    entangled = ordered.entangled();
    return new Plan(
        asked.before(),
        asked.after(),
        asked.strategy(),
        asked.changes(),
        catalogue.settled(ordered.steps(), context),
        diagnostics,
        temporaries);
  }

  private Lowered lower(Change change, int rank) {
    Lowered lowered = catalogue.lower(change, context);
    diagnostics.addAll(lowered.diagnostics());
    temporaries.addAll(lowered.temporaries());
    add(lowered.steps(), rank, Optional.empty());
    return lowered;
  }

  private void add(List<Step> steps, int rank, Optional<Phase> phase) {
    int position = 0;
    for (Step step : steps) {
      Step complete = completing.apply(phase.map(step::withPhase).orElse(step));
      entries.add(new StepOrder.Entry(complete, group, rank, position++));
    }
    group++;
  }

  private void recreateParts() {
    if (!context.after().target().isPostgres()) {
      return; // MySQL looks up names only when a text is run
    }
    Map<ObjectPath, DependantRecreation.Touch> going = DependantClosure.going(entries);
    Map<ObjectPath, DependantRecreation.Touch> all = new HashMap<>(going);
    DependantClosure.of(renamed, going).forEach(all::putIfAbsent);
    PartRecreation parts =
        PartRecreation.of(renamed, context, all, RowTypes.altered(entries, renamed));
    List<Change> changes = context.changes();
    entries.removeIf(e -> parts.replaced().contains(changes.get(e.rank()).path()));
    entries.replaceAll(
        e -> {
          ObjectPath path = changes.get(e.rank()).path();
          return parts.defaultsAway().containsKey(path)
              ? PartRecreation.later(e, path, parts.defaultsAway().get(path))
              : e;
        });
    for (PartRecreation.Recreated part : parts.found()) {
      int first = entries.size();
      part.gone().ifPresent(c -> recreate(c, part.touch()));
      int before = entries.size();
      part.gone()
          .map(Change::path)
          .filter(parts.defaultsAway()::containsKey)
          .ifPresent(
              p -> entries.subList(first, before).replaceAll(e -> PartRecreation.sooner(e, p)));
      part.back().ifPresent(c -> recreate(c, part.touch()));
      // What it named before was let go when it went.
      entries.subList(before, entries.size()).replaceAll(e -> e.with(e.step().withoutReleases()));
      part.rowsOf()
          .ifPresent(
              rows -> {
                entries.subList(first, before).replaceAll(e -> RowTypes.letGo(e, rows));
                entries.subList(before, entries.size()).replaceAll(e -> RowTypes.taken(e, rows));
              });
    }
    RowTypes.between(entries, renamed, context.after());
  }

  private void recreate(Change change, DependantRecreation.Touch touch) {
    Lowered lowered = catalogue.lower(change, context);
    diagnostics.addAll(lowered.diagnostics());
    add(lowered.steps(), touch.rank(), Optional.of(touch.phase()));
  }

  private void recreateDependants() {
    List<DependantRecreation.Recreated> all = dependants();
    Set<ObjectPath> modified = new HashSet<>();
    all.forEach(r -> modified.add(r.after().path()));
    Set<Integer> replaced = new HashSet<>();
    int rank = 0;
    for (Change change : context.changes()) {
      if (change instanceof Change.ModifyObject(var ignored, var now, var values)
          && modified.contains(now.path())) {
        replaced.add(rank);
      }
      rank++;
    }
    entries.removeIf(e -> replaced.contains(e.rank()));
    for (DependantRecreation.Recreated each : all.reversed()) {
      if (!hangsOnView(each.before()) && !isType(each)) {
        recreate(new Change.DropObject(each.before(), Optional.empty()), each);
      }
    }
    for (DependantRecreation.Recreated each : all) {
      recreate(
          isType(each)
              ? new Change.ModifyObject(each.before(), each.after(), List.of())
              : new Change.AddObject(each.after()),
          each);
    }
  }

  /** Those that no pattern makes anew by itself, or not for everything that stands in their way. */
  private List<DependantRecreation.Recreated> dependants() {
    Set<ObjectPath> gone = new HashSet<>();
    Set<ObjectPath> around = new HashSet<>();
    for (StepOrder.Entry entry : entries) {
      Step step = entry.step();
      step.removes().forEach(p -> (step.provides().contains(p) ? around : gone).add(p));
    }
    List<DependantRecreation.Recreated> all =
        dependants(entries).stream().filter(r -> !gone.contains(r.before().path())).toList();
    if (all.stream().noneMatch(r -> around.contains(r.before().path()))) {
      return all;
    }
    Set<ObjectPath> paths = new HashSet<>();
    all.forEach(r -> paths.add(r.before().path()));
    Set<ObjectPath> elsewhere = new HashSet<>();
    dependants(entries.stream().filter(e -> isInTheWay(e.step(), paths)).toList())
        .forEach(r -> elsewhere.add(r.before().path()));
    return all.stream()
        .filter(r -> !around.contains(r.before().path()) || elsewhere.contains(r.before().path()))
        .toList();
  }

  private List<DependantRecreation.Recreated> dependants(List<StepOrder.Entry> of) {
    return DependantRecreation.of(of, renamed, context.after(), oldNames.keySet());
  }

  /**
   * What goes after the deploy stands in nobody's way: those that are made anew before it do not
   * hang on it any more.
   */
  private static boolean isInTheWay(Step step, Set<ObjectPath> paths) {
    return step.phase() != Phase.CONTRACT
        && step.removes().stream().noneMatch(p -> step.provides().contains(p) && paths.contains(p));
  }

  /** Columns are of it, so it cannot be gone for a while. */
  private static boolean isType(DependantRecreation.Recreated each) {
    return DependantClosure.isType(each.after().path());
  }

  private void recreateForeignKeys() {
    for (ForeignKeyRecreation.Recreated each :
        ForeignKeyRecreation.of(entries, renamed, context.after())) {
      for (Change change :
          List.of(
              new Change.DropConstraint(each.table(), each.key()),
              new Change.AddConstraint(each.table(), each.key()))) {
        Lowered lowered = catalogue.lower(change, context);
        diagnostics.addAll(lowered.diagnostics());
        add(lowered.steps(), each.rank(), Optional.of(each.phase()));
      }
    }
  }

  private boolean hangsOnView(SchemaObject object) {
    QName owner = object.path().owner();
    return !object.path().member().isEmpty()
        && (renamed.object(ObjectPath.of(ObjectKind.VIEW, owner)).isPresent()
            || renamed.object(ObjectPath.of(ObjectKind.MATERIALIZED_VIEW, owner)).isPresent());
  }

  private void recreate(Change change, DependantRecreation.Recreated each) {
    Lowered lowered = catalogue.lower(change, context);
    diagnostics.addAll(lowered.diagnostics());
    add(lowered.steps(), each.rank(), Optional.of(each.phase()));
  }

  /** A pattern may make another change's steps along with its own, but none may be lost. */
  private void requireMention(Change change) {
    for (StepOrder.Entry entry : entries) {
      Step step = entry.step();
      if (step.provides().contains(change.path())
          || step.removes().contains(change.path())
          || step.releases().contains(change.path())) {
        return;
      }
    }
    diagnostics.add(
        Diagnostic.of(Code.SC5001, Span.NONE, "no step makes the change of " + change.path())
            .withHelp("write it by hand: `schemac new`"));
  }

  private boolean existed(ObjectPath path) {
    QName owner = path.owner();
    return switch (path.kind()) {
      case COLUMN ->
          movedObjects
              .table(owner)
              .map(t -> WholeTable.of(movedObjects, t))
              .flatMap(t -> t.column(path.member()))
              .isPresent();
      case INDEX -> movedObjects.table(owner).flatMap(t -> t.index(path.member())).isPresent();
      case PRIMARY_KEY, UNIQUE, CHECK, FOREIGN_KEY, EXCLUSION ->
          movedObjects.table(owner).flatMap(t -> t.constraint(path.member())).isPresent();
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
          GRANT,
          TYPE,
          NATIVE ->
          context.before().object(path).isPresent();
      case TRIGGER, POLICY -> context.before().object(ofOldTable(path)).isPresent();
    };
  }

  /** What belongs to a table that has another name since. */
  private ObjectPath ofOldTable(ObjectPath path) {
    ObjectPath table = ObjectPath.table(path.owner());
    return new ObjectPath(path.kind(), oldNames.getOrDefault(table, table).owner(), path.member());
  }
}
