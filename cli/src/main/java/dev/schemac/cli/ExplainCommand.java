package dev.schemac.cli;

import dev.schemac.cli.project.Suggestion;
import dev.schemac.diagnostic.Code;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code schemac explain}. */
@Command(
    name = "explain",
    description = "Says what a diagnostic means, with an example and the way out.",
    footer = {"", "Example:", "  schemac explain SC2004"},
    versionProvider = Version.class)
final class ExplainCommand implements Callable<Integer> {

  @Mixin GlobalOptions global;

  @Parameters(
      arity = "0..1",
      paramLabel = "CODE",
      description = "A code; without one: all of them.")
  String code;

  @Option(
      names = "--format",
      defaultValue = "text",
      paramLabel = "FORMAT",
      description = "text or json.")
  TextOrJson format = TextOrJson.TEXT;

  private final Surroundings surroundings;

  ExplainCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    Console console = new Console(surroundings, global);
    if (code == null) {
      list(console);
      return ExitCode.OK;
    }
    Code found = find(code.toUpperCase(Locale.ROOT));
    String page = page(found);
    if (format == TextOrJson.JSON) {
      Json json = Json.object().put("format", 1).put("code", found.name());
      json.put("severity", found.severity().word()).put("title", found.title()).put("page", page);
      console.result(json.text());
    } else {
      console.out().print(page);
    }
    return ExitCode.OK;
  }

  private void list(Console console) {
    if (format == TextOrJson.JSON) {
      console.result(
          Json.object()
              .put("version", 1)
              .put("codes", Arrays.stream(Code.values()).map(ExplainCommand::row).toList())
              .text());
      return;
    }
    for (Code each : Code.values()) {
      console.result(each.name() + "  " + pad(each.severity().word()) + each.title());
    }
  }

  private static java.util.Map<String, String> row(Code code) {
    java.util.Map<String, String> row = new java.util.LinkedHashMap<>();
    row.put("code", code.name());
    row.put("severity", code.severity().word());
    row.put("title", code.title());
    return row;
  }

  private static String pad(String word) {
    return word + " ".repeat(9 - word.length());
  }

  private static Code find(String name) {
    for (Code each : Code.values()) {
      if (each.name().equals(name)) {
        return each;
      }
    }
    List<String> known = Arrays.stream(Code.values()).map(Code::name).toList();
    throw new UsageError(
        "there is no code `"
            + name
            + "`"
            + Suggestion.nearest(name, known).map(n -> "; did you mean `" + n + "`?").orElse(""));
  }

  private static String page(Code code) throws IOException {
    String resource = "/dev/schemac/docs/" + code.name() + ".md";
    try (InputStream page = Code.class.getResourceAsStream(resource)) {
      return page == null
          ? "# " + code.name() + ": " + code.title() + "\n"
          : new String(page.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
