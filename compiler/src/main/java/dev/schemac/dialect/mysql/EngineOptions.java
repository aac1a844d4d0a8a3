package dev.schemac.dialect.mysql;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.model.Table;
import dev.schemac.model.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Options that MariaDB does not take back in the statement that changes the engine: those of InnoDB
 * are unknown to another one and go before it (error 1911), Aria's checksum stays and goes behind
 * (measured). A history goes before and begins anew behind.
 */
final class EngineOptions {
  /** Those that MariaDB hands to InnoDB. */
  static final Set<String> OF_INNODB =
      Set.of("page_compressed", "page_compression_level", "encrypted", "encryption_key_id");

  private static final SortedMap<String, String> HISTORY =
      new TreeMap<>(Map.of(TablePeriods.HISTORY, "true"));

  private static final Set<String> OF_ARIA = Set.of("page_checksum", "transactional");

  private EngineOptions() {}

  static List<Statement> before(Target target, Table was, Table is) {
    boolean leaves = TableTraits.isInnoDb(was) && !TableTraits.isInnoDb(is);
    List<Statement> before = new ArrayList<>();
    if (leaves) {
      before.addAll(taken(target, was, is, OF_INNODB, Cost.COPY));
    }
    if (movesHistory(was, is, was)) {
      before.add(setting(is, HISTORY, new TreeMap<>(), TableTraits.forgetting(was)));
    }
    return before;
  }

  static List<Statement> behind(Target target, Table was, Table is) {
    Cost cost = TableTraits.isInnoDb(is) ? Cost.METADATA : Cost.COPY;
    List<Statement> behind = new ArrayList<>();
    if (AlterTableOptions.changesEngine(was, is)) {
      behind.addAll(taken(target, was, is, OF_ARIA, cost));
    }
    if (movesHistory(was, is, is)) {
      behind.add(setting(is, new TreeMap<>(), HISTORY, Cost.COPY));
    }
    return behind;
  }

  /** What the table is when its engine changes. */
  static SortedMap<String, String> without(Target target, Table was, Table is) {
    SortedMap<String, String> rest = new TreeMap<>(was.options());
    if (!before(target, was, is).isEmpty() && TableTraits.isInnoDb(was)) {
      rest.keySet().removeIf(o -> OF_INNODB.contains(o) && !is.options().containsKey(o));
    }
    if (movesHistory(was, is, was)) {
      rest.remove(TablePeriods.HISTORY);
    }
    return rest;
  }

  /** And what it is made by the same statement. */
  static SortedMap<String, String> with(Table was, Table is) {
    SortedMap<String, String> options = new TreeMap<>(is.options());
    if (movesHistory(was, is, is)) {
      options.remove(TablePeriods.HISTORY);
    }
    return options;
  }

  /** Whether one of the tables has a history, which no other engine takes over (error 4120). */
  static boolean movesHistory(Table was, Table is, Table one) {
    return AlterTableOptions.changesEngine(was, is)
        && one.options().containsKey(TablePeriods.HISTORY)
        && one.options().keySet().stream().noneMatch(k -> k.startsWith(TablePeriods.KEY));
  }

  /** Whether nothing else happens than that a history goes, which has a cost of its own. */
  static boolean forgetsHistory(TableAction action) {
    return action instanceof TableAction.SetOptions options
        && options.before().equals(HISTORY)
        && options.after().isEmpty();
  }

  private static Statement setting(
      Table table, SortedMap<String, String> was, SortedMap<String, String> is, Cost cost) {
    TableAction setting = new TableAction.SetOptions(was, is, Optional.empty(), false);
    return new Statement.AlterTable(table.name(), List.of(setting), cost.mode());
  }

  private static List<Statement> taken(
      Target target, Table was, Table is, Set<String> options, Cost cost) {
    SortedMap<String, String> gone = new TreeMap<>(was.options());
    gone.keySet().removeIf(o -> !options.contains(o) || is.options().containsKey(o));
    return gone.isEmpty() || !target.isMariaDb()
        ? List.of()
        : List.of(setting(is, gone, new TreeMap<>(), cost));
  }
}
