package dev.schemac.cli;

import dev.schemac.cli.project.LiveSources;
import dev.schemac.cli.project.Sizes;
import dev.schemac.cli.project.SizesFile;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code schemac stats}. */
@Command(
    name = "stats",
    description = {
      "Writes how large the tables of a live database are, by the server's own estimate: rows and",
      "bytes, as JSON for `plan --stats` where the database itself is out of reach."
    },
    footer = {"", "Example:", "  schemac stats env:production --output sizes.json"},
    versionProvider = Version.class)
final class StatsCommand extends SchemaCommand {

  @Parameters(arity = "1", paramLabel = "SOURCE", description = "Its URL, or env:NAME.")
  String database;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "The file to write; default: standard output.")
  Optional<String> output = Optional.empty();

  StatsCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() throws IOException {
    Sizes.Source source = SizeOptions.source(database, surroundings);
    LiveSources live =
        new LiveSources(anyWorkspace(List.of()), SizeOptions.settings(surroundings, global));
    Sizes sizes = Sizes.read(source, live);
    Console console = console();
    console.diagnostics(sizes.diagnostics(), List.of());
    if (sizes.tables().isEmpty()) {
      return ExitCode.ofErrors(sizes.diagnostics());
    }
    String text = SizesFile.write(sizes.tables().get());
    if (output.isPresent()) {
      FileReplacement.write(Map.of(surroundings.folder().resolve(output.get()), text));
      console.say("wrote " + output.get());
    } else {
      console.result(text);
    }
    return ExitCode.OK;
  }
}
