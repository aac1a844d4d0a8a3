package dev.schemac.cli;

/** The command line makes no sense; the message says why. Ends with {@link ExitCode#USAGE}. */
final class UsageError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageError(String message) {
    super(message, null, false, false);
  }
}
