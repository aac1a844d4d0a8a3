package dev.schemac.dialect.mysql;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Span;
import dev.schemac.model.Column;
import dev.schemac.model.DataType;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Table;
import dev.schemac.model.Target;
import dev.schemac.plan.Lowered;
import dev.schemac.plan.Step;
import dev.schemac.plan.Undo;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A table's own properties change. Options of different classes never share a statement, and an
 * option that holds already is never said again: the server would rebuild the table for it.
 */
final class AlterTableOptions {
  private static final String PAGE_COMPRESSED = "page_compressed";
  private static final String PAGE_LEVEL = "page_compression_level";
  private static final Set<String> REBUILDS =
      Set.of(
          "row_format",
          "key_block_size",
          "tablespace",
          "pack_keys",
          PAGE_COMPRESSED,
          "encrypted",
          "encryption_key_id");
  private static final Set<String> COPIES =
      Set.of("engine", "encryption", "data_directory", "index_directory", TablePeriods.HISTORY);
  private static final Set<String> TEXTS =
      Set.of("char", "varchar", "tinytext", "text", "mediumtext", "longtext");

  private static final String BLOCK_SIZE = "key_block_size";
  private static final String ROW_FORMAT = "row_format";

  private AlterTableOptions() {}

  static Lowered lower(Situation s, Table before, Table after) {
    if (TablePeriods.namesHistory(before, after) && !s.capabilities().namesHistory()) {
      return Refusals.noWay(
          "this version cannot give columns to the history of `" + after.name() + "`",
          "take `system_versioning` away in a migration before, which loses the history");
    }
    if (TablePeriods.differ(before, after)) {
      return Refusals.noWay(
          "periods of `" + after.name() + "` change beside what takes steps of its own",
          "make the other changes of the table in a migration before");
    }
    List<Step> steps = new ArrayList<>();
    boolean charset = differs(before, after, "charset") || differs(before, after, "collate");
    if (charset) {
      steps.addAll(charset(s, before, after));
    }
    if (AlterPartitions.differ(before, after)) {
      steps.addAll(AlterPartitions.steps(s, before, after));
    }
    Set<String> keys = new TreeSet<>(before.options().keySet());
    keys.addAll(after.options().keySet());
    keys.removeAll(Set.of("charset", "collate"));
    keys.removeIf(key -> !differs(before, after, key));
    if (keys.contains(BLOCK_SIZE) && keys.remove(ROW_FORMAT)) {
      // A block size is one of compressed rows alone.
      steps.add(option(s, before, after, BLOCK_SIZE, Set.of(BLOCK_SIZE, ROW_FORMAT)));
      keys.remove(BLOCK_SIZE);
    }
    if (keys.contains(PAGE_COMPRESSED) && keys.remove(PAGE_LEVEL)) {
      // No level without pages that are compressed (error 1478).
      steps.add(option(s, before, after, PAGE_COMPRESSED, Set.of(PAGE_COMPRESSED, PAGE_LEVEL)));
      keys.remove(PAGE_COMPRESSED);
    }
    keys.forEach(key -> steps.add(option(s, before, after, key, Set.of(key))));
    if (!before.comment().equals(after.comment())) {
      steps.add(comment(before, after));
    }
    steps.addAll(LookupRows.steps(before, after));
    steps.addAll(ReorderTable.steps(s, after.name()));
    List<Diagnostic> all = new ArrayList<>(kept(before, after));
    all.addAll(warnings(s, steps, after));
    return new Lowered(steps, all, List.of());
  }

  /** Whether the rows that were stay nowhere. */
  static boolean losesHistory(Table before, Table after) {
    return isGone(before, after, TablePeriods.HISTORY)
        || EngineOptions.movesHistory(before, after, before);
  }

  static boolean changesEngine(Table before, Table after) {
    return differs(before, after, "engine");
  }

  /** What the server shows for ever once it was said. */
  static List<Diagnostic> kept(Table before, Table after) {
    List<Diagnostic> kept = new ArrayList<>();
    if (isGone(before, after, "tablespace")) {
      kept.add(
          forgotten(
              "tablespace",
              after,
              "keep the option: `tablespace = 'innodb_file_per_table'` is the usual one"));
    }
    if (isGone(before, after, "encryption")
        && before.options().get("encryption").equalsIgnoreCase("n")) {
      kept.add(forgotten("encryption", after, "keep the option: `encryption = 'N'`"));
    }
    return kept;
  }

  private static boolean isGone(Table before, Table after, String option) {
    return before.options().containsKey(option) && !after.options().containsKey(option);
  }

  private static Diagnostic forgotten(String option, Table table, String help) {
    return Diagnostic.of(
            Code.SC2011,
            Span.NONE,
            "mysql does not forget the `" + option + "` of `" + table.name() + "`")
        .withHelp(help);
  }

  private static List<Diagnostic> warnings(Situation s, List<Step> steps, Table table) {
    return s.online() ? BlockingSteps.warnings(s, steps, table.name()) : List.of();
  }

  private static boolean differs(Table before, Table after, String key) {
    return !Objects.equals(before.options().get(key), after.options().get(key));
  }

  private static Step option(
      Situation s, Table before, Table after, String key, Set<String> together) {
    Cost cost =
        COPIES.contains(key)
            ? Cost.COPY
            : REBUILDS.contains(key)
                ? new TableCost(s.capabilities()).rebuild(before)
                : Cost.METADATA;
    Cost engine = TableTraits.isInnoDb(before) ? cost : Cost.COPY;
    boolean forgets = isGone(before, after, TablePeriods.HISTORY);
    Cost known = forgets ? TableTraits.forgetting(before) : engine;
    String keys = String.join(", ", new TreeSet<>(together));
    Draft draft =
        Draft.of("AlterTableOptions", "set ".concat(keys).concat(" of ").concat(name(after)))
            .alter(after.name(), known, List.of(), setting(s, before, after, key, together))
            .undo(
                new Undo.Statements(
                    List.of(
                        new Statement.AlterTable(
                            after.name(),
                            setting(s, after, before, key, together),
                            forgets ? Cost.COPY.mode() : known.mode())),
                    losesHistory(before, after) ? Optional.of("the history") : Optional.empty()));
    return (key.equals("engine") ? draft.alters(Paths.storage(after.name())) : draft).step();
  }

  private static List<TableAction> setting(
      Situation s, Table before, Table after, String key, Set<String> together) {
    List<TableAction> actions = new ArrayList<>();
    boolean again = key.equals(BLOCK_SIZE) && remakesKeys(s.after().target(), before, after);
    if (again) {
      before.primaryKey().ifPresent(k -> actions.add(new TableAction.DropConstraint(k)));
      before.indexes().forEach(i -> actions.add(new TableAction.DropIndex(i.name())));
    }
    actions.add(setting(before, after, together));
    if (again) {
      before.primaryKey().ifPresent(k -> actions.add(new TableAction.AddConstraint(k)));
      before.indexes().forEach(i -> actions.add(new TableAction.AddIndex(i)));
    }
    return actions;
  }

  /**
   * MariaDB's keys hold on to the table's block size that they were made under, and MySQL's to that
   * of another engine.
   */
  static boolean remakesKeys(Target target, Table before, Table after) {
    boolean had = before.options().containsKey(BLOCK_SIZE);
    boolean held = target.isMariaDb() ? had : changesEngine(before, after);
    return held && differs(before, after, BLOCK_SIZE);
  }

  private static Step comment(Table before, Table after) {
    return Draft.of("AlterTableOptions", "comment on ".concat(name(after)))
        .alter(after.name(), Cost.METADATA, commenting(after))
        .undoBy(after.name(), Cost.METADATA, commenting(before))
        .step();
  }

  private static TableAction commenting(Table table) {
    SortedMap<String, String> none = new TreeMap<>();
    return new TableAction.SetOptions(none, none, table.comment(), true);
  }

  private static TableAction setting(Table before, Table after, Set<String> keys) {
    return new TableAction.SetOptions(
        only(before, keys), only(after, keys), Optional.empty(), false);
  }

  private static SortedMap<String, String> only(Table table, Set<String> keys) {
    SortedMap<String, String> some = new TreeMap<>(table.options());
    some.keySet().retainAll(keys);
    return some;
  }

  /**
   * The default changes what future columns inherit alone; columns that inherit it follow one by
   * one. It goes before every other change of a column, whose new definition means the new default.
   */
  private static List<Step> charset(Situation s, Table before, Table after) {
    List<Step> steps = new ArrayList<>();
    Set<String> keys = Set.of("charset", "collate");
    List<ObjectPath> columns =
        before.columns().stream().map(c -> Paths.column(after.name(), c.name())).toList();
    Cost said = TableTraits.isInnoDb(before) ? Cost.METADATA : Cost.COPY;
    List<Statement> back = new ArrayList<>();
    back.add(
        new Statement.AlterTable(after.name(), List.of(setting(after, before, keys)), said.mode()));
    List<Step> conversions = new ArrayList<>();
    for (Column column : after.columns()) {
      if (inherits(before, column)) {
        Cost cost = convertingCost(s, before, after, column);
        Statement convert =
            new Statement.AlterTable(after.name(), List.of(modify(column)), cost.mode());
        back.add(convert);
        conversions.add(
            Draft.of("AlterTableOptions", "convert ".concat(column.name()))
                .run(convert)
                .effect(cost.effect(after.name(), List.of()))
                .undo(new Undo.Nothing("it follows the table's default charset back"))
                .step());
      }
    }
    steps.add(
        Draft.of("AlterTableOptions", "set the default charset of ".concat(name(after)))
            .alter(after.name(), said, setting(before, after, keys))
            .undo(new Undo.Statements(back, Optional.empty()))
            .releases(columns)
            .provides(List.of(Paths.charset(after.name())))
            .step());
    steps.addAll(conversions);
    return steps;
  }

  /** What a column that comes has to wait for, where it inherits what changes. */
  static List<ObjectPath> inherited(Situation s, QName table, Column column) {
    boolean changes = !TableTraits.sameCharset(s.was(table), s.is(table));
    return changes && inheritsCharset(column) ? List.of(Paths.charset(table)) : List.of();
  }

  private static boolean inherits(Table before, Column column) {
    return inheritsCharset(column)
        && before.column(column.name()).filter(column::equals).isPresent();
  }

  /** Whether a column's text is stored as the table says. */
  static boolean inheritsCharset(Column column) {
    return isText(column)
        && column.collation().isEmpty()
        && !column.options().containsKey("charset");
  }

  private static TableAction modify(Column column) {
    return new TableAction.ModifyColumn(column.name(), column, Optional.empty());
  }

  private static Cost convertingCost(Situation s, Table before, Table after, Column column) {
    if (s.capabilities().isMariaDb()) {
      return new ColumnCost(s.capabilities()).of(before, after, column, column);
    }
    boolean cheap =
        TableTraits.charset(before, column).equals(TableTraits.charset(after, column))
            && !ColumnCost.isIndexed(before, column.name());
    return cheap ? Cost.METADATA : Cost.COPY;
  }

  static boolean isText(Column column) {
    return switch (column.type()) {
      case DataType.Builtin type -> TEXTS.contains(type.name());
      case DataType.InlineEnum ignored -> true;
      case DataType.InlineSet ignored -> true;
      case DataType.Named ignored -> false;
      case DataType.Array ignored -> false;
    };
  }

  private static String name(Table table) {
    return table.name().toString();
  }
}
