package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.diff.Change;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import dev.schemac.plan.Effect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Views, policies and triggers that stay bound to the old column where two columns exchange their
 * names (§4.3): they are dropped and made again inside the swap's own transaction, so that nobody
 * misses them. Where one of the views changes anyway, the planner's own way stands for all.
 */
final class ColumnDependants {
  private final Map<ObjectPath, SchemaObject.View> views = new LinkedHashMap<>();
  private final List<SchemaObject> others = new ArrayList<>();
  private final List<SchemaObject> onViews = new ArrayList<>();

  private final PostgresPrinter printer;

  private ColumnDependants(PlanFacts facts) {
    this.printer = new PostgresPrinter(facts.can().version());
  }

  static ColumnDependants of(List<CopiedColumn> columns, PlanFacts facts) {
    ColumnDependants found = new ColumnDependants(facts);
    found.addViews(columns, facts.context().after().all(SchemaObject.View.class));
    if (found.views.keySet().stream().anyMatch(p -> facts.isChanged(p) || isNew(p, facts))) {
      return new ColumnDependants(facts);
    }
    if (found.areTouchedOtherwise(facts)) {
      return new ColumnDependants(facts);
    }
    columns.forEach(c -> found.addOthers(c, facts));
    found.addOnViews(facts);
    return found;
  }

  /** Those that are there on both sides of the plan, as they are. */
  static ColumnDependants unchanged(List<CopiedColumn> columns, PlanFacts facts) {
    ColumnDependants found = new ColumnDependants(facts);
    found.addViews(columns, facts.unchanged(SchemaObject.View.class));
    columns.forEach(c -> found.addOthers(c, facts));
    found.addOnViews(facts);
    return found;
  }

  private void addViews(List<CopiedColumn> columns, List<SchemaObject.View> all) {
    columns.forEach(c -> all.stream().filter(v -> reads(v, c)).forEach(this::add));
    boolean grown = true;
    while (grown) {
      int size = views.size();
      all.stream().filter(this::readsOne).forEach(this::add);
      grown = views.size() > size;
    }
  }

  /** Whether another change, which is no copy, needs the views out of its way too. */
  private boolean areTouchedOtherwise(PlanFacts facts) {
    for (Change change : facts.context().changes()) {
      boolean touches =
          switch (change) {
            case Change.DropColumn ignored -> true;
            case Change.ModifyColumn m ->
                ChangeType.concerns(m)
                    && !ConvertColumnByCopyAndRename.concerns(m, facts)
                    && facts.keyGroups().of(m.path()).isEmpty()
                    && !m.before().type().equals(m.after().type());
            case Change ignored -> false;
          };
      if (touches && views.values().stream().anyMatch(v -> names(v, change.path()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean names(SchemaObject.View view, ObjectPath column) {
    return view.dependsOn().contains(ObjectPath.table(column.owner()))
        && (view.query().contains("*") || ColumnReferences.mentions(view.query(), column.member()));
  }

  private static boolean isNew(ObjectPath path, PlanFacts facts) {
    return facts.context().before().object(path).isEmpty();
  }

  private void add(SchemaObject.View view) {
    views.putIfAbsent(view.path(), view);
  }

  private static boolean reads(SchemaObject.View view, CopiedColumn column) {
    boolean table = view.dependsOn().stream().anyMatch(p -> p.owner().equals(column.table()));
    return table && names(view.query(), column);
  }

  /** A star names every column. */
  private static boolean names(String sql, CopiedColumn column) {
    return sql.contains("*") || ColumnReferences.mentions(sql, column.name());
  }

  private boolean readsOne(SchemaObject.View view) {
    return view.dependsOn().stream().anyMatch(views::containsKey);
  }

  private void addOthers(CopiedColumn column, PlanFacts facts) {
    for (SchemaObject.Trigger trigger : facts.unchanged(SchemaObject.Trigger.class)) {
      if (trigger.table().equals(column.table()) && names(trigger.definition(), column)) {
        addOther(trigger);
      }
    }
    for (SchemaObject.Policy policy : facts.unchanged(SchemaObject.Policy.class)) {
      boolean near =
          policy.table().equals(column.table())
              || policy.dependsOn().contains(ObjectPath.table(column.table()));
      if (near && names(policy.definition(), column)) {
        addOther(policy);
      }
    }
    for (SchemaObject.Grant grant : facts.unchanged(SchemaObject.Grant.class)) {
      // Privileges on a column stay with the old one.
      if (grant.on().equals(column.table()) && names(grant.definition(), column)) {
        addOther(grant);
      }
    }
  }

  private void addOther(SchemaObject object) {
    if (!others.contains(object)) {
      others.add(object);
    }
  }

  /** Privileges and triggers of a view go away with it. */
  private void addOnViews(PlanFacts facts) {
    Set<QName> names = Set.copyOf(views.values().stream().map(SchemaObject.View::name).toList());
    facts.unchanged(SchemaObject.Trigger.class).stream()
        .filter(t -> names.contains(t.table()))
        .forEach(onViews::add);
    facts.unchanged(SchemaObject.Grant.class).stream()
        .filter(g -> names.contains(g.on()))
        .forEach(onViews::add);
  }

  /** What is gone for a moment. */
  List<ObjectPath> paths() {
    List<ObjectPath> all = new ArrayList<>(views.keySet());
    onViews.forEach(o -> all.add(o.path()));
    others.forEach(o -> all.add(o.path()));
    return all;
  }

  /** What the swap locks and reads, with the views that are gone meanwhile. */
  Effect effect(Effect swap, PlanFacts facts) {
    EffectSum sum = new EffectSum(swap);
    for (SchemaObject.View view : views.values()) {
      Effects.exclusive(view.name()).locks().forEach(sum::lock);
    }
    for (SchemaObject.View view : views.values()) {
      if (view.materialized()) {
        ViewReads.tables(view, facts.context().after()).forEach(sum::read);
      }
    }
    return sum.effect();
  }

  List<Statement> drop() {
    List<Statement> all = new ArrayList<>();
    others.reversed().forEach(o -> all.add(new Statement.Drop(o)));
    inOrder().reversed().forEach(v -> all.add(new Statement.Drop(v)));
    return asText(all);
  }

  List<Statement> create() {
    List<Statement> all = new ArrayList<>();
    inOrder().forEach(v -> all.addAll(CreateObject.statements(v)));
    onViews.forEach(o -> all.addAll(CreateObject.statements(o)));
    others.forEach(o -> all.addAll(CreateObject.statements(o)));
    return asText(all);
  }

  /**
   * As text, since the swap leaves them as they were: it waits for nothing that they read, or the
   * swaps of two columns of one view would wait for each other.
   */
  private List<Statement> asText(List<Statement> statements) {
    return statements.stream()
        .flatMap(s -> printer.print(s).stream())
        .<Statement>map(Statement.UserSql::new)
        .toList();
  }

  /** A view behind those that it reads. */
  private List<SchemaObject.View> inOrder() {
    Map<ObjectPath, SchemaObject.View> ordered = new LinkedHashMap<>();
    views.values().forEach(v -> place(v, ordered));
    return List.copyOf(ordered.values());
  }

  private void place(SchemaObject.View view, Map<ObjectPath, SchemaObject.View> ordered) {
    for (ObjectPath path : view.dependsOn()) {
      boolean isView =
          path.kind() == ObjectKind.VIEW || path.kind() == ObjectKind.MATERIALIZED_VIEW;
      if (isView && views.containsKey(path) && !path.equals(view.path())) {
        place(views.get(path), ordered);
      }
    }
    ordered.putIfAbsent(view.path(), view);
  }
}
