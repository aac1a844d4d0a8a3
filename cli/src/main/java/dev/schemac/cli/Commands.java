package dev.schemac.cli;

import dev.schemac.cli.project.Suggestion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The list of commands. Only the one that is called is built: the others would cost start-up. */
final class Commands {
  private static final Map<String, Function<Surroundings, Object>> ALL = new LinkedHashMap<>();

  static {
    ALL.put("init", InitCommand::new);
    ALL.put("check", CheckCommand::new);
    ALL.put("fmt", FmtCommand::new);
    ALL.put("plan", PlanCommand::new);
    ALL.put("inspect", InspectCommand::new);
    ALL.put("drift", DriftCommand::new);
    ALL.put("stats", StatsCommand::new);
    ALL.put("generate", GenerateCommand::new);
    ALL.put("new", NewCommand::new);
    ALL.put("explain", ExplainCommand::new);
    ALL.put("completion", CompletionCommand::new);
  }

  /** Commands of later versions: calling one says so, help does not show it. */
  private static final List<String> LATER =
      List.of(
          "rebase",
          "lint",
          "verify",
          "prove",
          "apply",
          "status",
          "rollback",
          "repair",
          "adopt",
          "codegen",
          "docs",
          "lsp");

  private static final Pattern CHOICES =
      Pattern.compile("one of \\[([A-Z, ]+)] \\(case-insensitive\\)");

  private Commands() {}

  static CommandLine commandLine(String[] arguments, Surroundings surroundings) {
    CommandLine root = new CommandLine(new RootCommand());
    String first = arguments.length == 0 ? "" : arguments[0];
    if (ALL.containsKey(first)) {
      root.addSubcommand(first, ALL.get(first).apply(surroundings));
    } else {
      ALL.forEach((name, make) -> root.addSubcommand(name, make.apply(surroundings)));
    }
    return root;
  }

  /** All commands, for completions. */
  static CommandLine complete(Surroundings surroundings) {
    return commandLine(new String[0], surroundings);
  }

  /** What is wrong with a command line, for a person. */
  static String explain(ParameterException e) {
    boolean atRoot = e.getCommandLine().getParent() == null;
    if (!(e instanceof UnmatchedArgumentException unmatched)) {
      return e.getMessage() == null ? "the command line makes no sense" : words(e.getMessage());
    }
    String argument = unmatched.getUnmatched().getFirst();
    if (!atRoot || argument.startsWith("-")) {
      return unknown(argument, e.getCommandLine());
    }
    if (LATER.contains(argument)) {
      return "the command `" + argument + "` does not exist yet in this version";
    }
    return "there is no command `" + argument + "`" + suggestion(argument, ALL.keySet());
  }

  /** Words of an option as people write them: in lower case. */
  private static String words(String message) {
    return CHOICES
        .matcher(message)
        .replaceAll(m -> "one of " + m.group(1).toLowerCase(Locale.ROOT));
  }

  private static String unknown(String argument, CommandLine command) {
    if (!argument.startsWith("-")) {
      return "unexpected argument `" + argument + "`";
    }
    return "unknown option `"
        + argument
        + "`"
        + suggestion(argument, command.getCommandSpec().optionsMap().keySet());
  }

  private static String suggestion(String word, java.util.Collection<String> known) {
    Optional<String> near = Suggestion.nearest(word, known);
    return near.map(n -> "; did you mean `" + n + "`?").orElse("");
  }
}
