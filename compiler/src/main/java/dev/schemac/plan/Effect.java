package dev.schemac.plan;

import dev.schemac.model.QName;
import java.util.List;

/**
 * What a step does to a live database. Every claim is measured by a test on a real server.
 *
 * @param locks the strongest lock on each table that is touched
 * @param scans tables that are read whole
 * @param rewrites tables (or their indexes) that are written anew
 */
public record Effect(
    List<Lock> locks, List<QName> scans, List<QName> rewrites, Transaction transaction) {

  public Effect {
    locks = List.copyOf(locks);
    scans = List.copyOf(scans);
    rewrites = List.copyOf(rewrites);
  }

  /** Nothing but catalogue rows that nobody waits for. */
  public static Effect catalogueOnly(Transaction transaction) {
    return new Effect(List.of(), List.of(), List.of(), transaction);
  }

  /**
   * A lock.
   *
   * @param mode in the server's own words: {@code ACCESS EXCLUSIVE}, {@code SHARE}, MySQL {@code
   *     EXCLUSIVE MDL}
   * @param held for a moment once granted, or as long as the step's work takes
   */
  public record Lock(QName table, String mode, Blocks blocks, Held held) {}

  /** Whom a lock keeps waiting. */
  public enum Blocks {
    NOBODY,
    WRITERS,
    EVERYBODY
  }

  /** How long a lock is held once granted. */
  public enum Held {
    MOMENT,
    WORK
  }

  /** Whether a step runs inside a transaction block. */
  public enum Transaction {
    /** May share a transaction with its neighbours. */
    SHARED,
    /** Needs a transaction that ends right behind it (a later step uses what it commits). */
    OWN,
    /** Refuses to run in a transaction block, or commits by itself. */
    NONE
  }
}
