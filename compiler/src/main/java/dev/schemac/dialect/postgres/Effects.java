package dev.schemac.dialect.postgres;

import dev.schemac.model.QName;
import dev.schemac.plan.Effect;
import dev.schemac.plan.Effect.Blocks;
import dev.schemac.plan.Effect.Held;
import dev.schemac.plan.Effect.Lock;
import dev.schemac.plan.Effect.Transaction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The effects of the catalogue's classes of statements, as measured on 12 to 18. Lock modes are the
 * manual's ("Explicit Locking").
 */
final class Effects {
  static final String ACCESS_EXCLUSIVE = "ACCESS EXCLUSIVE";
  static final String SHARE_ROW_EXCLUSIVE = "SHARE ROW EXCLUSIVE";
  static final String SHARE_UPDATE_EXCLUSIVE = "SHARE UPDATE EXCLUSIVE";
  static final String SHARE = "SHARE";
  static final String ROW_EXCLUSIVE = "ROW EXCLUSIVE";
  static final String ROW_SHARE = "ROW SHARE";

  private static final List<String> MODES =
      List.of(
          ROW_SHARE,
          ROW_EXCLUSIVE,
          SHARE_UPDATE_EXCLUSIVE,
          SHARE,
          SHARE_ROW_EXCLUSIVE,
          ACCESS_EXCLUSIVE);

  private Effects() {}

  /** The more the stronger. */
  static int strength(String mode) {
    return MODES.indexOf(mode);
  }

  /** Catalogue rows alone. */
  static Effect none() {
    return Effect.catalogueOnly(Transaction.SHARED);
  }

  /** ACCESS EXCLUSIVE for a moment on each table. */
  static Effect exclusive(QName... tables) {
    return new Effect(
        Arrays.stream(tables).map(t -> exclusive(t, Held.MOMENT)).toList(),
        List.of(),
        List.of(),
        Transaction.SHARED);
  }

  /** ACCESS EXCLUSIVE while the table is read whole. */
  static Effect exclusiveScan(QName table) {
    return new Effect(
        List.of(exclusive(table, Held.WORK)), List.of(table), List.of(), Transaction.SHARED);
  }

  /** ACCESS EXCLUSIVE while the table and all its indexes are written anew. */
  static Effect exclusiveRewrite(QName table) {
    return new Effect(
        List.of(exclusive(table, Held.WORK)), List.of(table), List.of(table), Transaction.SHARED);
  }

  /** SHARE while an index is built: readers go on, writers wait. */
  static Effect indexBuild(QName table) {
    return new Effect(
        List.of(new Lock(table, SHARE, Blocks.WRITERS, Held.WORK)),
        List.of(table),
        List.of(),
        Transaction.SHARED);
  }

  /** SHARE UPDATE EXCLUSIVE: neither readers nor writers wait. */
  static Effect unblocking(QName table, boolean scan, Transaction transaction) {
    return new Effect(
        List.of(
            new Lock(table, SHARE_UPDATE_EXCLUSIVE, Blocks.NOBODY, scan ? Held.WORK : Held.MOMENT)),
        scan ? List.of(table) : List.of(),
        List.of(),
        transaction);
  }

  /** SHARE ROW EXCLUSIVE for a moment. */
  static Effect shareRowExclusive(QName... tables) {
    return new Effect(
        Arrays.stream(tables)
            .map(t -> new Lock(t, SHARE_ROW_EXCLUSIVE, Blocks.WRITERS, Held.MOMENT))
            .toList(),
        List.of(),
        List.of(),
        Transaction.SHARED);
  }

  /** A foreign key with its check of the rows: writers of both tables wait. */
  static Effect foreignKey(QName table, QName referenced) {
    List<Lock> locks = new ArrayList<>();
    locks.add(new Lock(table, SHARE_ROW_EXCLUSIVE, Blocks.WRITERS, Held.WORK));
    if (!table.equals(referenced)) {
      locks.add(new Lock(referenced, SHARE_ROW_EXCLUSIVE, Blocks.WRITERS, Held.WORK));
    }
    return new Effect(
        locks,
        table.equals(referenced) ? List.of(table) : List.of(table, referenced),
        List.of(),
        Transaction.SHARED);
  }

  /**
   * A foreign key that is proven while everybody works on: the referenced rows that are looked at
   * are held.
   */
  static Effect validatedForeignKey(QName table, QName referenced) {
    Effect effect = unblocking(table, true, Transaction.OWN);
    if (table.equals(referenced)) {
      return effect;
    }
    List<Lock> locks = new ArrayList<>(effect.locks());
    locks.add(new Lock(referenced, ROW_SHARE, Blocks.NOBODY, Held.WORK));
    return new Effect(locks, List.of(table, referenced), List.of(), Transaction.OWN);
  }

  /** Single rows, found by their key. */
  static Effect rows(QName table) {
    return new Effect(
        List.of(new Lock(table, ROW_EXCLUSIVE, Blocks.NOBODY, Held.MOMENT)),
        List.of(),
        List.of(),
        Transaction.SHARED);
  }

  /** An update of rows: the rows are locked until the transaction ends. */
  static Effect update(QName table) {
    return new Effect(
        List.of(new Lock(table, ROW_EXCLUSIVE, Blocks.NOBODY, Held.WORK)),
        List.of(table),
        List.of(),
        Transaction.SHARED);
  }

  /** An update in batches that commit. */
  static Effect backfill(QName table) {
    return new Effect(
        List.of(new Lock(table, ROW_EXCLUSIVE, Blocks.NOBODY, Held.MOMENT)),
        List.of(table),
        List.of(),
        Transaction.NONE);
  }

  /** The same in another kind of transaction. */
  static Effect in(Transaction transaction, Effect effect) {
    return new Effect(effect.locks(), effect.scans(), effect.rewrites(), transaction);
  }

  private static Lock exclusive(QName table, Held held) {
    return new Lock(table, ACCESS_EXCLUSIVE, Blocks.EVERYBODY, held);
  }
}
