package dev.schemac.dialect.mysql;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.model.Table;
import dev.schemac.model.Target;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Options that MariaDB does not take back in the statement that changes the engine: those of InnoDB
 * are unknown to another one and go before it (error 1911), Aria's checksum stays and goes behind
 * (measured).
 */
final class EngineOptions {
  /** Those that MariaDB hands to InnoDB. */
  static final Set<String> OF_INNODB =
      Set.of("page_compressed", "page_compression_level", "encrypted", "encryption_key_id");

  private static final Set<String> OF_ARIA = Set.of("page_checksum", "transactional");

  private EngineOptions() {}

  static List<Statement> before(Target target, Table was, Table is) {
    boolean leaves = TableTraits.isInnoDb(was) && !TableTraits.isInnoDb(is);
    return leaves ? taken(target, was, is, OF_INNODB, Cost.COPY) : List.of();
  }

  static List<Statement> behind(Target target, Table was, Table is) {
    Cost cost = TableTraits.isInnoDb(is) ? Cost.METADATA : Cost.COPY;
    return AlterTableOptions.changesEngine(was, is)
        ? taken(target, was, is, OF_ARIA, cost)
        : List.of();
  }

  /** What the table is when its engine changes. */
  static Table without(Target target, Table was, Table is) {
    if (before(target, was, is).isEmpty()) {
      return was;
    }
    SortedMap<String, String> rest = new TreeMap<>(was.options());
    rest.keySet().removeIf(o -> OF_INNODB.contains(o) && !is.options().containsKey(o));
    return was.withOptions(rest);
  }

  private static List<Statement> taken(
      Target target, Table was, Table is, Set<String> options, Cost cost) {
    SortedMap<String, String> gone = new TreeMap<>(was.options());
    gone.keySet().removeIf(o -> !options.contains(o) || is.options().containsKey(o));
    TableAction taking = new TableAction.SetOptions(gone, new TreeMap<>(), Optional.empty(), false);
    return gone.isEmpty() || !target.isMariaDb()
        ? List.of()
        : List.of(new Statement.AlterTable(is.name(), List.of(taking), cost.mode()));
  }
}
