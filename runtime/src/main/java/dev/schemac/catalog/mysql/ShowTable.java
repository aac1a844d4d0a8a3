package dev.schemac.catalog.mysql;

import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.Index;
import dev.schemac.model.Partitioning;
import dev.schemac.model.QName;
import dev.schemac.model.Table;
import dev.schemac.sql.MySqlQuoting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A table from what {@code SHOW CREATE TABLE} prints, the one place where MySQL says all of it:
 * {@code information_schema} does not tell an inherited character set from a written one, hides
 * parsers and {@code USING}, and escapes expressions twice.
 */
final class ShowTable {
  private final ShowText show;
  private final ShowFacts facts;
  private final ShowGaps gaps;
  private final List<Column> columns = new ArrayList<>();
  private final List<Constraint> constraints = new ArrayList<>();
  private final List<Index> indexes = new ArrayList<>();
  private final SortedMap<String, String> periods = new TreeMap<>();

  private ShowTable(ShowText show, ShowFacts facts, ShowGaps gaps) {
    this.show = show;
    this.facts = facts;
    this.gaps = gaps;
  }

  /**
   * @throws ShowException where the text is no {@code CREATE TABLE}
   */
  static Table read(String text, ShowFacts facts, ShowGaps gaps) {
    return new ShowTable(new ShowText(text), facts, gaps).table();
  }

  private Table table() {
    show.expect("CREATE");
    show.expect("TABLE");
    QName name = QName.of(show.name());
    show.expect("(");
    while (!show.accept(")")) {
      element();
      show.accept(",");
    }
    ShowOptions options = ShowOptions.read(show, facts, gaps);
    options.options().putAll(periods);
    String engine = options.options().getOrDefault("engine", "innodb");
    Optional<Partitioning> partitioning =
        !isOfSystemTime() && show.accept("PARTITION", "BY")
            ? Optional.of(new ShowPartitions(show, engine, gaps).read())
            : Optional.empty();
    if (!show.isAtEnd()) {
      gaps.add("", show.rest());
    }
    return new Table(
        name,
        columns.stream().map(c -> ShowJson.column(c, options.collation())).toList(),
        constraints,
        AutomaticIndexes.without(indexes, constraints),
        partitioning,
        List.of(),
        options.comment(),
        options.options(),
        false,
        Optional.empty());
  }

  private void element() {
    if (show.peek().kind() == ShowText.Kind.NAME) {
      columns.add(ShowColumn.read(show, facts, gaps));
    } else if (show.accept("PERIOD", "FOR")) {
      period();
    } else if (show.accept("PRIMARY", "KEY")) {
      constraints.add(ShowKey.primary(show, gaps));
    } else if (show.accept("CONSTRAINT")) {
      constraint();
    } else if (show.accept("UNIQUE", "KEY")) {
      indexes.add(ShowKey.index(show, true, "btree", gaps));
    } else if (show.accept("FULLTEXT", "KEY")) {
      indexes.add(ShowKey.index(show, false, "fulltext", gaps));
    } else if (show.accept("SPATIAL", "KEY")) {
      indexes.add(ShowKey.index(show, false, "spatial", gaps));
    } else if (show.accept("KEY")) {
      indexes.add(ShowKey.index(show, false, "btree", gaps));
    } else {
      gaps.add("", show.skipElement());
    }
  }

  /** MariaDB's partitions of history; what stands there is named as what is left. */
  private boolean isOfSystemTime() {
    return show.isNext("PARTITION", "BY", "SYSTEM_TIME");
  }

  /** {@code PERIOD FOR `p` (`s`, `e`)}. */
  private void period() {
    String key = "period." + show.name();
    periods.put(key.equals("period.SYSTEM_TIME") ? "period.system_time" : key, names(show.names()));
  }

  private static String names(List<String> names) {
    return names.stream().map(MySqlQuoting.INSTANCE::identifier).collect(Collectors.joining(", "));
  }

  private void constraint() {
    String name = show.name();
    if (show.accept("FOREIGN", "KEY")) {
      constraints.add(ShowConstraint.foreignKey(show, name, facts, gaps));
    } else if (show.accept("CHECK")) {
      constraints.add(ShowConstraint.check(show, name, gaps));
    } else {
      gaps.add("constraint " + name, show.skipElement());
    }
  }
}
