package dev.schemac.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code schemac} alone. */
@Command(
    name = "schemac",
    description = "Schema as code: .schema files in, reviewed migrations out.",
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Example:",
      "  schemac init my-shop && cd my-shop && schemac plan",
      "",
      "Exit codes: 0 done · 1 the input has errors · 2 usage · 3 changes or findings exist",
      "4 server · 5 stopped by a guard or a policy · 70 a bug in schemac"
    })
final class RootCommand implements Runnable {

  @Spec CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  boolean version;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }
}
