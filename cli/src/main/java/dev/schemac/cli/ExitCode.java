package dev.schemac.cli;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import java.util.List;

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

  /** The server refused or could not be reached. */
  static final int SERVER = 4;

  /** Stopped by a guard or a policy; nothing is lost. */
  static final int STOPPED = 5;

  /** A bug in schemac (EX_SOFTWARE of sysexits). */
  static final int INTERNAL = 70;

  private ExitCode() {}

  /** What errors end with: whether the input, a server or only a policy is to blame. */
  static int ofErrors(List<Diagnostic> diagnostics) {
    if (diagnostics.stream().filter(Diagnostic::isError).allMatch(d -> ofPolicy(d.code()))) {
      return STOPPED;
    }
    return diagnostics.stream().anyMatch(d -> d.isError() && ofServer(d.code())) ? SERVER : ERRORS;
  }

  private static boolean ofPolicy(Code code) {
    return code == Code.SC5002 || code == Code.SC5003;
  }

  private static boolean ofServer(Code code) {
    return switch (code) {
      case SC6010, SC6011, SC6012, SC6020, SC6021 -> true;
      default -> false;
    };
  }
}
