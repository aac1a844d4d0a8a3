package dev.schemac.emit;

/** For whom a script is written. */
public enum ScriptFlavour {
  /**
   * For {@code psql -f} and {@code mysql <}: session settings, transaction blocks, client commands.
   */
  CLIENT,
  /**
   * For a migration folder: statements, and comments that the runner reads; the runner opens the
   * transactions and sets the time-outs.
   */
  FILE,
  /**
   * For a tool that runs one file as one unit and opens the transaction itself: time-outs, but
   * neither {@code BEGIN} nor {@code COMMIT}.
   */
  UNIT
}
