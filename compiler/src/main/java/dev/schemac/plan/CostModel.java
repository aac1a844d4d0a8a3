package dev.schemac.plan;

import dev.schemac.catalog.TableSizes;
import dev.schemac.catalog.TableSizes.Size;
import dev.schemac.diff.Change;
import dev.schemac.model.QName;
import dev.schemac.model.Table;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What the steps of a plan cost on a database whose sizes are known.
 *
 * @param rates how fast the server is taken to be
 */
public record CostModel(TableSizes sizes, Rates rates) {
  private static final long MEGABYTE = 1_000_000;

  /**
   * Megabytes a second.
   *
   * @param read by a scan
   * @param written by a rewrite or a backfill
   */
  public record Rates(long read, long written) {
    /** Of a small server with network storage; an assumption, which the report states. */
    public static final Rates ASSUMED = new Rates(100, 25);
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
  public Optional<Cost> of(Plan plan, Step step) {
    Set<QName> tables = tables(step);
    tables.removeIf(t -> old(plan, t).isEmpty());
    if (tables.isEmpty() || isUnknown(plan, step)) {
      return Optional.empty();
    }
    long rows = 0;
    long read = 0;
    long written = 0;
    for (QName table : tables) {
      Size size = sizes.tables().get(old(plan, table).orElseThrow());
      rows += size.rows();
      read += size.bytes();
      written += written(step, table, size);
    }
    long seconds = read / (rates.read() * MEGABYTE) + written / (rates.written() * MEGABYTE);
    return Optional.of(new Cost(rows, Math.max(read, written), seconds));
  }

  /** Whether a table that the step works through is there and has no size. */
  public boolean isUnknown(Plan plan, Step step) {
    return tables(step).stream()
        .flatMap(t -> old(plan, t).stream())
        .anyMatch(t -> !sizes.tables().containsKey(t));
  }

  /** The rows of the tables that a step writes anew in one go. */
  public long rewrittenRows(Plan plan, Step step) {
    return step.effect().rewrites().stream()
        .flatMap(t -> old(plan, t).stream())
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
  private static Optional<QName> old(Plan plan, QName table) {
    for (Change change : plan.changes()) {
      if (change instanceof Change.RenameObject(Table from, Table to) && to.name().equals(table)) {
        return Optional.of(from.name());
      }
    }
    return plan.before().table(table).map(Table::name);
  }
}
