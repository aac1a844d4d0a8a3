package dev.schemac.dialect.mysql;

import dev.schemac.ddl.OnlineMode;
import dev.schemac.model.QName;
import dev.schemac.plan.Effect;
import java.util.ArrayList;
import java.util.List;

/**
 * What an {@code ALTER TABLE} costs the server, cheapest first: the class that it accepts as an
 * explicit algorithm and refuses to go below (manual, "Online DDL Operations"; each was measured).
 */
enum Cost {
  /** The dictionary alone: as long as it takes to get the metadata lock. */
  INSTANT(OnlineMode.INSTANT),
  /** In place, nothing read. */
  METADATA(OnlineMode.METADATA),
  /** In place, the table is read to build an index; reads and writes go on. */
  BUILD(OnlineMode.NOCOPY_NONE),
  /** The same with writers waiting. */
  BUILD_SHARED(OnlineMode.NOCOPY_SHARED),
  /** In place, the table is written anew; reads and writes go on. */
  REBUILD(OnlineMode.INPLACE_NONE),
  /** The same with writers waiting. */
  REBUILD_SHARED(OnlineMode.INPLACE_SHARED),
  /** Row by row into a new table, writers waiting. */
  COPY(OnlineMode.COPY_SHARED);

  private final OnlineMode mode;

  Cost(OnlineMode mode) {
    this.mode = mode;
  }

  OnlineMode mode() {
    return mode;
  }

  Cost or(Cost other) {
    return compareTo(other) >= 0 ? this : other;
  }

  boolean blocksWriters() {
    return this == BUILD_SHARED || this == REBUILD_SHARED || this == COPY;
  }

  /**
   * The effect on a table.
   *
   * @param relatives tables at the other end of a foreign key, which are locked for a moment too
   *     (measured on MySQL, not on MariaDB)
   */
  Effect effect(QName table, List<QName> relatives) {
    List<Effect.Lock> locks = new ArrayList<>();
    if (blocksWriters()) {
      locks.add(new Effect.Lock(table, "SHARED MDL", Effect.Blocks.WRITERS, Effect.Held.WORK));
    }
    locks.add(momentary(table));
    relatives.stream()
        .filter(r -> !r.equals(table))
        .distinct()
        .forEach(r -> locks.add(momentary(r)));
    List<QName> itself = List.of(table);
    return switch (this) {
      case INSTANT, METADATA -> new Effect(locks, List.of(), List.of(), Effect.Transaction.NONE);
      case BUILD, BUILD_SHARED -> new Effect(locks, itself, List.of(), Effect.Transaction.NONE);
      case REBUILD, REBUILD_SHARED, COPY ->
          new Effect(locks, itself, itself, Effect.Transaction.NONE);
    };
  }

  /** InnoDB's own on the whole table: it waits for writers, and writers wait for it. */
  static Effect.Lock tableLock(QName table) {
    return new Effect.Lock(table, "InnoDB table lock", Effect.Blocks.WRITERS, Effect.Held.MOMENT);
  }

  /** {@code LOCK TABLES … WRITE} around short statements. */
  static Effect lockTables(QName table) {
    return new Effect(
        List.of(
            new Effect.Lock(
                table, "LOCK TABLES WRITE", Effect.Blocks.EVERYBODY, Effect.Held.MOMENT)),
        List.of(),
        List.of(),
        Effect.Transaction.NONE);
  }

  /** Rows found by their key. */
  static Effect rows(QName table) {
    return new Effect(
        List.of(new Effect.Lock(table, "row locks", Effect.Blocks.WRITERS, Effect.Held.MOMENT)),
        List.of(),
        List.of(),
        Effect.Transaction.NONE);
  }

  /** Waits for every transaction that touched the table, and whoever comes later waits for it. */
  static Effect.Lock momentary(QName table) {
    return new Effect.Lock(table, "EXCLUSIVE MDL", Effect.Blocks.EVERYBODY, Effect.Held.MOMENT);
  }
}
