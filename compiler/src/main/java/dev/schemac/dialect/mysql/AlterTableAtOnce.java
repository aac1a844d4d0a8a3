package dev.schemac.dialect.mysql;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diff.Change;
import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.Expression;
import dev.schemac.model.Index;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Table;
import dev.schemac.plan.Effect;
import dev.schemac.plan.Lowered;
import dev.schemac.plan.Phase;
import dev.schemac.plan.Step;
import dev.schemac.plan.Undo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All changes of a table in one {@code ALTER TABLE}: the server copies the table once, or not at
 * all, no order between the changes can be wrong, and columns and keys stand where they must.
 * Foreign keys in the way go before and come back behind.
 */
final class AlterTableAtOnce {
  private final Situation s;
  private final AtOnce all;
  private final QName table;

  private AlterTableAtOnce(Situation s, AtOnce all) {
    this.s = s;
    this.all = all;
    this.table = all.is().name();
  }

  /** The changes that one statement makes; empty where each has steps of its own. */
  static Optional<AtOnce> of(Situation s, QName table) {
    if (s.tableBefore(table).isEmpty() || s.after().table(table).isEmpty()) {
      return Optional.empty();
    }
    List<Change> changes =
        s.changesOf(table).stream()
            .filter(AtOnce::isPart)
            .filter(c -> !LateDrop.waits(s, c))
            .toList();
    if (changes.stream().anyMatch(c -> AtOnce.needsSteps(s, c))) {
      return Optional.empty();
    }
    if (!RidingTogether.isWorthIt(s, changes)) {
      return Optional.empty();
    }
    AtOnce all = AtOnce.of(s, table, changes);
    boolean refused =
        all.mixesUnsafe()
            || all.takesFromReaders() && !s.capabilities().dropsWithReaders()
            || renamesReferenced(s, all) && new AtOnceCost(s, all).cost() == Cost.COPY;
    return refused ? Optional.empty() : Optional.of(all);
  }

  /**
   * Whether a column gets another name that a foreign key has which is still there: one that goes
   * later with its table. The server does that in place alone (error 1846, measured).
   */
  private static boolean renamesReferenced(Situation s, AtOnce all) {
    return s.referringTo(all.is().name()).stream()
        .filter(k -> s.after().table(k.table()).isEmpty())
        .anyMatch(k -> k.key().referencedColumns().stream().anyMatch(all::isRenamed));
  }

  static Lowered lower(Situation s, AtOnce all) {
    return new AlterTableAtOnce(s, all).lower();
  }

  private Lowered lower() {
    List<Step> steps = new ArrayList<>();
    List<Step> behind = new ArrayList<>();
    foreignKeys()
        .forEach(
            (path, each) -> {
              steps.add(DropForeignKey.step(s, each.table(), each.key(), Phase.EXPAND));
              behind.addAll(AddForeignKey.steps(s, each.table(), each.key()));
            });
    FreedNames.givenAway(s, table).forEach(c -> steps.add(Checks.drop(s, table, c)));
    steps.add(step());
    if (AlterPartitions.differ(all.is(), s.is(table))) {
      steps.addAll(AlterPartitions.steps(s, all.is(), s.is(table)));
    }
    steps.addAll(behind);
    List<Diagnostic> said = new ArrayList<>(AlterTableOptions.kept(s.was(table), s.is(table)));
    said.addAll(s.online() ? BlockingSteps.warnings(s, steps, table) : List.of());
    return new Lowered(steps, said, List.of());
  }

  private Step step() {
    List<TableAction> actions = AtOnceActions.up(all);
    Cost cost = new AtOnceCost(s, all).cost();
    Draft draft =
        filling(Draft.of("AlterTableAtOnce", AtOnceTitle.of(all)))
            .run(EngineOptions.before(all.target(), all.was(), all.is()))
            .run(new Statement.AlterTable(table, actions, cost.mode()))
            .run(EngineOptions.behind(all.target(), all.was(), all.is()))
            .effect(effect(cost))
            .guard(new AtOnceGuards(s, all).guards())
            .releases(oldNames())
            .provides(FreedNames.ofChecks(s, all.is()))
            .releases(List.of(ObjectPath.table(table)))
            .undo(undo());
    if (StorageOrder.changes(all.was(), all.is())) {
      draft.alters(Paths.storage(table));
    }
    for (Change change : all.changes()) {
      if (change instanceof Change.DropColumn) {
        draft.phase(Phase.CONTRACT);
      }
    }
    return draft.step();
  }

  private Effect effect(Cost cost) {
    Effect effect = cost.effect(table, List.of());
    if (all.filled().isEmpty()) {
      return effect;
    }
    List<Effect.Lock> locks = new ArrayList<>(RowUpdate.atOnce(table).locks());
    locks.addAll(effect.locks());
    return new Effect(locks, effect.scans(), effect.rewrites(), effect.transaction());
  }

  /** Columns for values that the statement itself cannot compute, and the values. */
  private Draft filling(Draft draft) {
    if (all.filled().isEmpty()) {
      return draft;
    }
    List<TableAction> columns = new ArrayList<>();
    List<Statement.Assignment> values = new ArrayList<>();
    Cost adding = addingCopies();
    all.filled()
        .forEach(
            (name, meanwhile) -> {
              Column column = all.is().column(name).orElseThrow();
              columns.add(AddColumn.adding(ConvertColumnByCopyAndRename.copy(meanwhile, column)));
              Expression value =
                  all.was().column(name).isPresent()
                      ? Conditions.column(s.oldName(table, name))
                      : column.defaultValue().orElseThrow();
              values.add(new Statement.Assignment(meanwhile, value));
            });
    draft.run(new Statement.AlterTable(table, columns, adding.mode()));
    return RowUpdate.whole(s, draft, table, values, Optional.empty());
  }

  private Cost addingCopies() {
    TableCost costs = new TableCost(s.capabilities());
    Cost cost = Cost.INSTANT;
    for (Map.Entry<String, String> each : all.filled().entrySet()) {
      Column column = all.is().column(each.getKey()).orElseThrow();
      Column copy = ConvertColumnByCopyAndRename.copy(each.getValue(), column);
      cost = cost.or(costs.addColumn(all.was(), copy));
    }
    return cost;
  }

  private List<ObjectPath> oldNames() {
    return all.renamedColumns().values().stream().map(c -> Paths.column(table, c)).toList();
  }

  private Undo undo() {
    Table original = s.context().before().table(s.oldTable(table)).orElse(all.was());
    Map<String, String> indexes = new HashMap<>();
    all.renamedIndexes().forEach((old, now) -> indexes.put(now, old));
    AtOnce reversed =
        new AtOnce(
            all.is(),
            all.was(),
            InverseChanges.of(all.changes()),
            all.remade(),
            all.renamedColumns(),
            indexes,
            Map.of(),
            all.respelled(),
            all.target());
    Set<String> dropped = dropped();
    Table arriving =
        original.withColumns(
            original.columns().stream()
                .map(c -> dropped.contains(c.name()) ? DropColumn.arriving(c) : c)
                .toList());
    List<Statement> back = new ArrayList<>(EngineOptions.before(all.target(), all.is(), all.was()));
    back.add(
        new Statement.AlterTable(
            table,
            AtOnceActions.down(reversed, all.renamedColumns(), arriving),
            new AtOnceCost(s, reversed).cost().mode()));
    back.addAll(EngineOptions.behind(all.target(), all.is(), all.was()));
    List<Column> again =
        original.columns().stream().filter(c -> dropped.contains(c.name())).toList();
    DropColumn.settled(s, all.was(), again).ifPresent(back::add);
    return new Undo.Statements(back, lost());
  }

  private Set<String> dropped() {
    Set<String> names = new HashSet<>();
    for (Change change : all.changes()) {
      if (change instanceof Change.DropColumn(var ignored, var column, var word)) {
        names.add(all.renamedColumns().getOrDefault(column.name(), column.name()));
      }
    }
    return names;
  }

  private Optional<String> lost() {
    List<String> columns = new ArrayList<>();
    List<String> added = new ArrayList<>();
    boolean bound = false;
    for (Change change : all.changes()) {
      if (change instanceof Change.DropColumn(var ignored, var column, var word)
          && column.generated().isEmpty()) {
        columns.add(column.name());
        bound = bound || DropColumn.needsEmptyTable(s, table, column);
      } else if (change instanceof Change.ModifyColumn modify
          && GeneratedColumns.becomesGenerated(modify)) {
        columns.add(modify.after().name());
      } else if (change instanceof Change.AddColumn(var ignored, var column, var words)
          && column.generated().isEmpty()) {
        added.add(column.name());
      }
    }
    List<String> lost = new ArrayList<>();
    if (AlterTableOptions.losesHistory(all.was(), all.is())) {
      lost.add("the history");
    }
    if (!columns.isEmpty()) {
      lost.add("the values of ".concat(String.join(", ", columns)));
    }
    if (!added.isEmpty()) {
      lost.add("values written to ".concat(String.join(", ", added)));
    }
    if (bound) {
      return Optional.of(String.join(", ", lost).concat("; needs an empty table"));
    }
    return lost.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", lost));
  }

  /** Foreign keys that stay as they are and have to make room, each with one of its tables. */
  private Map<ObjectPath, Situation.ReferringKey> foreignKeys() {
    Map<ObjectPath, Situation.ReferringKey> found = new LinkedHashMap<>();
    List<Situation.ReferringKey> candidates = new ArrayList<>();
    all.was().foreignKeys().forEach(k -> candidates.add(new Situation.ReferringKey(table, k)));
    candidates.addAll(s.referringTo(table));
    for (Situation.ReferringKey each : candidates) {
      ObjectPath path = Paths.constraint(each.table(), each.key());
      boolean stays =
          s.after().table(each.table()).flatMap(t -> t.constraint(each.key().name())).isPresent()
              && !s.changes(path);
      if (stays && isMine(each)) {
        found.put(path, each);
      }
    }
    return found;
  }

  private boolean isMine(Situation.ReferringKey each) {
    Optional<QName> other = Interference.first(s, each).map(c -> c.path().owner());
    if (other.isPresent()) {
      return other.get().equals(table);
    }
    boolean first =
        each.table().equals(table)
            || s.atOnce(each.table()).filter(a -> isInTheWay(a, each)).isEmpty();
    return first && isInTheWay(all, each);
  }

  private static boolean isInTheWay(AtOnce all, Situation.ReferringKey each) {
    QName table = all.is().name();
    boolean partitions = AlterPartitions.differ(all.was(), all.is());
    boolean engine = !TableTraits.isInnoDb(all.was()) || !TableTraits.isInnoDb(all.is());
    return partitions
        || engine
        || each.table().equals(table) && touches(all, each.key().columns())
        || each.key().referencedTable().equals(table)
            && touches(all, each.key().referencedColumns());
  }

  /** Whether a column is renamed, made anew or different, or a key over it goes. */
  private static boolean touches(AtOnce all, List<String> columns) {
    for (String name : columns) {
      Optional<Column> before = all.was().column(name);
      boolean same = all.is().column(name).equals(before);
      if (!same || all.isRenamed(name) || all.remade().contains(name)) {
        return true;
      }
    }
    for (Index index : all.was().indexes()) {
      if (leads(index.parts(), columns) && !all.is().indexes().contains(index)) {
        return true;
      }
    }
    for (Constraint constraint : all.was().constraints()) {
      if (constraint instanceof Constraint.PrimaryKey key
          && leads(key.parts(), columns)
          && !all.is().constraints().contains(key)) {
        return true;
      }
    }
    return false;
  }

  private static boolean leads(List<dev.schemac.model.KeyPart> parts, List<String> columns) {
    return parts.getFirst().columnName().filter(columns::contains).isPresent();
  }
}
