package dev.schemac.connect;

import java.sql.SQLException;

/**
 * A server that could not be reached or said no. The message is the server's or the driver's, on
 * one line and without passwords; there is neither cause nor stack trace, which might hold one.
 */
public final class ServerFailure extends Exception {
  private static final long serialVersionUID = 1L;

  /** What kind of no it was. */
  public enum Kind {
    /** Nobody answers there. */
    UNREACHABLE,
    /** No encrypted connection comes about, or the certificate is not trusted. */
    ENCRYPTION,
    /** User or password are wrong, or the user may not connect. */
    LOGIN,
    /** The server has no such database. */
    DATABASE,
    /** Too old, or a product that schemac does not know. */
    UNSUPPORTED,
    /** A statement failed. */
    STATEMENT
  }

  private final Kind kind;

  ServerFailure(Kind kind, String message) {
    super(message, null, false, false);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  static ServerFailure of(SQLException e, Secret password) {
    String said = e.getMessage() == null ? "no reason given" : e.getMessage();
    String line = UrlMask.mask(password.masked(said)).strip().replaceAll("\\s*\\R\\s*", "; ");
    return new ServerFailure(kindOf(e), line);
  }

  private static Kind kindOf(SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    if (isEncryption(e)) {
      return Kind.ENCRYPTION;
    }
    if (state.equals("3D000") || e.getErrorCode() == 1049) {
      return Kind.DATABASE;
    }
    if (state.startsWith("28") || e.getErrorCode() == 1044 || e.getErrorCode() == 1045) {
      return Kind.LOGIN;
    }
    return state.startsWith("08") ? Kind.UNREACHABLE : Kind.STATEMENT;
  }

  /** Both drivers wrap what Java's own TLS says. */
  private static boolean isEncryption(Throwable e) {
    for (Throwable at = e; at != null && at != at.getCause(); at = at.getCause()) {
      String message = at.getMessage() == null ? "" : at.getMessage();
      if (at.getClass().getName().startsWith("javax.net.ssl.")
          || message.contains("does not support SSL")
          || message.contains("Public Key Retrieval")) {
        return true;
      }
    }
    return false;
  }
}
