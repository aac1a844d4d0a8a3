package dev.schemac.plan;

import dev.schemac.catalog.TableSizes;
import dev.schemac.catalog.TableSizes.Size;
import dev.schemac.diff.Change;
import dev.schemac.model.QName;
import dev.schemac.model.Table;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the steps of one plan cost on a database whose sizes are known. */
public final class CostModel {
  private static final long MEGABYTE = 1_000_000;

  private final Plan plan;
  private final TableSizes sizes;
  private final Rates rates;
  private final Map<QName, QName> renamed = new HashMap<>();

  /**
   * Megabytes a second that the server is taken to work off.
   *
   * @param read by a scan
   * @param written by a rewrite or a backfill
   */
  public record Rates(long read, long written) {
    /** Of a small server with network storage; an assumption, which the report states. */
    public static final Rates ASSUMED = new Rates(100, 25);
  }

  public CostModel(Plan plan, TableSizes sizes, Rates rates) {
    this.plan = plan;
    this.sizes = sizes;
    this.rates = rates;
    for (Change change : plan.changes()) {
      if (change instanceof Change.RenameObject(Table from, Table to)) {
        renamed.put(to.name(), from.name());
      }
    }
  }

  /** What stands below a report: whose figures these are. */
  public String basis() {
    return "sizes as "
        + sizes.origin()
        + " estimates them, at "
        + rates.read()
        + " MB/s read and "
        + rates.written()
        + " MB/s written";
  }

  /**
   * A step's cost; empty where it works through no table, or through one of unknown size.
   *
   * @see #isUnknown
   */
  public Optional<Cost> of(Step step) {
    Set<QName> tables = tables(step);
    tables.removeIf(t -> old(t).isEmpty());
    if (tables.isEmpty() || isUnknown(step)) {
      return Optional.empty();
    }
    long rows = 0;
    long read = 0;
    long written = 0;
    for (QName table : tables) {
      Size size = sizes.tables().get(old(table).orElseThrow());
      rows += size.rows();
      read += size.bytes();
      written += written(step, table, size);
    }
    long seconds = read / (rates.read() * MEGABYTE) + written / (rates.written() * MEGABYTE);
    return Optional.of(new Cost(rows, Math.max(read, written), seconds));
  }

  /** Whether a table that the step works through is there and has no size. */
  public boolean isUnknown(Step step) {
    return tables(step).stream()
        .flatMap(t -> old(t).stream())
        .anyMatch(t -> !sizes.tables().containsKey(t));
  }

  /** The rows of the tables that a step writes anew in one go. */
  public long rewrittenRows(Step step) {
    return step.effect().rewrites().stream()
        .flatMap(t -> old(t).stream())
        .map(sizes.tables()::get)
        .mapToLong(size -> size == null ? 0 : size.rows())
        .sum();
  }

  private static long written(Step step, QName table, Size size) {
    if (step.effect().rewrites().contains(table)) {
      return size.bytes() + size.indexBytes();
    }
    return step.phase() == Phase.BACKFILL ? size.bytes() : 0;
  }

  private static Set<QName> tables(Step step) {
    Set<QName> tables = new LinkedHashSet<>(step.effect().scans());
    tables.addAll(step.effect().rewrites());
    return tables;
  }

  /** How a table is called where the plan starts; empty for one that the plan makes. */
  private Optional<QName> old(QName table) {
    return plan.before().table(renamed.getOrDefault(table, table)).map(Table::name);
  }
}
