package dev.schemac.cli;

import dev.schemac.connect.UrlMask;
import dev.schemac.shadow.StartedServers;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;

/** {@code schemac}: finds the command, runs it, ends with its exit code. */
public final class Main {
  private Main() {}

  /** The process. */
  public static void main(String[] arguments) {
    Surroundings surroundings = Surroundings.ofProcess();
    int code = run(arguments, surroundings);
    surroundings.out().flush();
    surroundings.err().flush();
    StartedServers.close();
    // exit and not return: threads of the common pool need no farewell
    Runtime.getRuntime().halt(code);
  }

  /** Runs one command line in the given surroundings. */
  static int run(String[] arguments, Surroundings surroundings) {
    try {
      return commandLine(arguments, surroundings).execute(arguments);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return internalError(e, surroundings);
    } finally {
      surroundings.out().flush();
      surroundings.err().flush();
    }
  }

  private static CommandLine commandLine(String[] arguments, Surroundings surroundings) {
    CommandLine line = Commands.commandLine(arguments, surroundings);
    line.setOut(new PrintWriter(surroundings.out(), true));
    line.setErr(new PrintWriter(surroundings.err(), true));
    line.setUsageHelpWidth(100);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
    line.setParameterExceptionHandler((e, ignored) -> misused(e, surroundings));
    line.setExecutionExceptionHandler((e, command, ignored) -> failed(e, command, surroundings));
    return line;
  }

  private static int misused(ParameterException e, Surroundings surroundings) {
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    surroundings.err().println("schemac: " + UrlMask.mask(Commands.explain(e)));
    surroundings.err().println("Try '" + command + " --help'.");
    return ExitCode.USAGE;
  }

  private static int failed(Exception e, CommandLine command, Surroundings surroundings) {
    if (e instanceof UsageError) {
      surroundings.err().println("schemac: " + UrlMask.mask(e.getMessage()));
      surroundings.err().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
      return ExitCode.USAGE;
    }
    if (e instanceof FileSystemException io) {
      surroundings.err().println("schemac: cannot use `" + io.getFile() + "`: " + reason(io));
      return ExitCode.ERRORS;
    }
    return internalError(e, surroundings);
  }

  private static String reason(FileSystemException e) {
    return switch (e) {
      case FileAlreadyExistsException ignored -> "it is there already";
      case AccessDeniedException ignored -> "access is denied";
      case NoSuchFileException ignored -> "it is not there";
      default -> e.getReason() == null ? "the file system refuses" : e.getReason();
    };
  }

  /** No stack traces for people, unless they ask. */
  private static int internalError(Throwable e, Surroundings surroundings) {
    surroundings.err().println("schemac: internal error: " + UrlMask.mask(e.toString()));
    surroundings.err().println("This is a bug in schemac; nothing was changed half-way.");
    if ("1".equals(surroundings.environment().get("SCHEMAC_DEBUG"))) {
      e.printStackTrace(surroundings.err());
    } else {
      surroundings.err().println("SCHEMAC_DEBUG=1 shows where it happened.");
    }
    return ExitCode.INTERNAL;
  }
}
