package dev.schemac.catalog.mysql;

/** The server printed something in a place where this reader knows nothing of the kind. */
final class ShowException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ShowException(String wanted, String found) {
    super("expected " + wanted + " before `" + found + "`");
  }
}
