package dev.schemac.connect;

/** A URL that cannot be used; the message names the reason and never the URL. */
public final class UrlException extends Exception {
  private static final long serialVersionUID = 1L;

  UrlException(String message) {
    super(message, null, false, false);
  }
}
