package dev.schemac.cli;

/** What the process ends with. */
final class ExitCode {
  /** Done, nothing to report. */
  static final int OK = 0;

  /** The input has errors. */
  static final int ERRORS = 1;

  /** The command line makes no sense. */
  static final int USAGE = 2;

  /** Changes or findings exist: {@code plan --check}, {@code fmt --check}. */
  static final int CHANGES = 3;

  /** Stopped by a guard or a policy; nothing is lost. */
  static final int STOPPED = 5;

  /** A bug in schemac (EX_SOFTWARE of sysexits). */
  static final int INTERNAL = 70;

  private ExitCode() {}
}
