package dev.schemac.dialect.mysql;

import dev.schemac.ddl.TableAction;
import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.Index;
import dev.schemac.model.Options;
import dev.schemac.model.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The actions of one {@code ALTER TABLE} from one state of a table to another. Names in both are
 * the same; what they are called in the statement's source and result is given beside.
 */
final class AtOnceActions {
  private final AtOnce all;
  private final Map<String, String> from;
  private final Map<String, String> to;
  private final Table result;
  private final List<TableAction> actions = new ArrayList<>();

  private AtOnceActions(
      AtOnce all, Map<String, String> from, Map<String, String> to, Table result) {
    this.all = all;
    this.from = from;
    this.to = to;
    this.result = result;
  }

  /** There: columns are found under their old names. */
  static List<TableAction> up(AtOnce all) {
    return new AtOnceActions(all, all.renamedColumns(), Map.of(), all.is()).actions();
  }

  /**
   * And back.
   *
   * @param original the table with the old names of its columns
   */
  static List<TableAction> down(AtOnce reversed, Map<String, String> oldNames, Table original) {
    return new AtOnceActions(reversed, Map.of(), oldNames, original).actions();
  }

  private List<TableAction> actions() {
    List<Index> made = all.madeIndexes();
    dropKeys(made);
    dropColumns();
    columns();
    addKeys(made);
    options();
    return actions;
  }

  private void dropKeys(List<Index> made) {
    for (Constraint constraint : all.was().constraints()) {
      if (all.isReplaced(constraint)) {
        actions.add(new TableAction.DropConstraint(constraint));
      }
    }
    Set<String> again = new HashSet<>();
    made.forEach(i -> again.add(i.name()));
    for (Index index : all.was().indexes()) {
      String name = all.renamedIndexes().getOrDefault(index.name(), index.name());
      if (again.contains(name) || all.is().index(name).isEmpty()) {
        actions.add(new TableAction.DropIndex(index.name()));
      } else if (!name.equals(index.name()) || isCovered(index, made)) {
        actions.add(new TableAction.RenameIndex(index.name(), name));
      }
    }
  }

  /** Whether the server may think that a new key makes the index superfluous. */
  private boolean isCovered(Index index, List<Index> made) {
    return made.stream().anyMatch(m -> KeptIndexes.begins(m.parts(), index))
        || all.is().constraints().stream()
            .filter(c -> !all.was().constraints().contains(c))
            .flatMap(c -> KeyCover.of(all.is().name(), c).stream())
            .anyMatch(k -> KeptIndexes.begins(k.parts(), index));
  }

  private void dropColumns() {
    for (Column column : all.was().columns()) {
      boolean gone = all.is().column(column.name()).isEmpty() && !all.leaves(column.name());
      if (gone || all.remade().contains(column.name())) {
        actions.add(new TableAction.DropColumn(source(column.name())));
      }
    }
  }

  private void columns() {
    Set<String> moved = all.moved();
    for (Column column : all.is().columns()) {
      String name = column.name();
      Optional<Column> before = all.was().column(name);
      Column written = result.column(target(name)).orElseThrow();
      if (before.isEmpty() && all.leaves(name)) {
        continue;
      }
      if (all.filled().containsKey(name)) {
        actions.add(new TableAction.ModifyColumn(all.filled().get(name), written, position(name)));
      } else if (before.isEmpty() || all.remade().contains(name)) {
        actions.add(new TableAction.AddColumn(written, position(name)));
      } else if (!before.get().equals(column) || moved.contains(name) || inherits(column)) {
        actions.add(
            new TableAction.ModifyColumn(
                source(name), written, moved.contains(name) ? position(name) : Optional.empty()));
      } else if (!source(name).equals(target(name))) {
        actions.add(new TableAction.RenameColumn(source(name), target(name)));
      }
    }
  }

  /** A column follows the table's character set only where its definition is said anew. */
  private boolean inherits(Column column) {
    boolean charset =
        !Options.copy(all.was().options())
                .getOrDefault("charset", "")
                .equals(all.is().options().getOrDefault("charset", ""))
            || !all.was()
                .options()
                .getOrDefault("collate", "")
                .equals(all.is().options().getOrDefault("collate", ""));
    return charset && AlterTableOptions.inheritsCharset(column);
  }

  private Optional<String> position(String column) {
    String after = ColumnOrder.after(all.is(), column);
    return Optional.of(after.equals(TableAction.FIRST) ? after : target(after));
  }

  private void addKeys(List<Index> made) {
    for (Constraint constraint : all.is().constraints()) {
      boolean old =
          all.was().constraint(constraint.name()).filter(c -> !all.isReplaced(c)).isPresent();
      if (!old && !(constraint instanceof Constraint.ForeignKey)) {
        actions.add(
            new TableAction.AddConstraint(result.constraint(constraint.name()).orElse(constraint)));
      }
    }
    for (Index index : made) {
      actions.add(new TableAction.AddIndex(result.index(index.name()).orElse(index)));
    }
  }

  private void options() {
    boolean comment = !all.was().comment().equals(all.is().comment());
    if (comment || !all.was().options().equals(all.is().options())) {
      actions.add(
          new TableAction.SetOptions(
              EngineOptions.without(all.target(), all.was(), all.is()),
              EngineOptions.with(all.was(), all.is()),
              all.is().comment(),
              comment));
    }
    if (AlterPartitions.differ(all.was(), all.is()) || all.renamesPartitionKey()) {
      actions.add(
          new TableAction.ChangePartitions(
              result
                  .partitioning()
                  .<TableAction.PartitionAction>map(p -> new TableAction.PartitionAction.By(p))
                  .orElseGet(TableAction.PartitionAction.Remove::new)));
    }
  }

  private String source(String column) {
    return from.getOrDefault(column, column);
  }

  private String target(String column) {
    return to.getOrDefault(column, column);
  }
}
