package dev.schemac.shadow;

/** Why there is no shadow database, or why something could not be run on it; on one line. */
public final class ShadowFailure extends Exception {
  private static final long serialVersionUID = 1L;

  /** What kind of no it was. */
  public enum Kind {
    /** No server can be had. */
    UNAVAILABLE,
    /** The given database, or its server, is another one than the target. */
    OTHER_SERVER,
    /** The given database holds something. */
    NOT_EMPTY,
    /** The server refused a statement. */
    STATEMENT,
    /** A statement would reach beyond the shadow database. */
    BEYOND
  }

  private final Kind kind;

  ShadowFailure(Kind kind, String message) {
    super(message, null, false, false);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
