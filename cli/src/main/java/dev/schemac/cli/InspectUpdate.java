package dev.schemac.cli;

import com.google.gson.JsonParser;
import dev.schemac.cli.project.Updating;
import dev.schemac.report.UnifiedDiff;
import dev.schemac.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code inspect --diff}: shows how files change, and changes them where that is asked for. */
final class InspectUpdate {
  private final Path folder;
  private final Console console;

  InspectUpdate(Path folder, Console console) {
    this.folder = folder;
    this.console = console;
  }

  /** Files that would not mean the database are shown and never written. */
  int run(Updating updating, boolean write, TextOrJson format) throws IOException {
    List<SourceText> before = List.copyOf(updating.texts().values());
    switch (format) {
      case TEXT ->
          updating
              .files()
              .forEach(
                  (name, after) -> console.result(difference(updating, name, console.outColor())));
      case JSON -> console.result(json(updating, before));
    }
    console.diagnostics(updating.diagnostics(), before);
    if (updating.hasErrors()) {
      return ExitCode.ofErrors(updating.diagnostics());
    }
    if (!write) {
      return updating.files().isEmpty() ? ExitCode.OK : ExitCode.CHANGES;
    }
    for (String name : updating.files().keySet()) {
      if (isNew(updating, name) && Files.exists(folder.resolve(name))) {
        throw new UsageError(name + " is there and was not given: say the whole folder");
      }
    }
    Map<Path, String> texts = new LinkedHashMap<>();
    updating.files().forEach((name, text) -> texts.put(folder.resolve(name), text));
    FileReplacement.write(texts);
    updating
        .files()
        .keySet()
        .forEach(name -> console.say((isNew(updating, name) ? "wrote " : "changed ") + name));
    return ExitCode.OK;
  }

  private static boolean isNew(Updating updating, String name) {
    return !updating.texts().containsKey(name);
  }

  private static String difference(Updating updating, String name, boolean colors) {
    return UnifiedDiff.of(
        name,
        Optional.ofNullable(updating.texts().get(name)).map(SourceText::text),
        Optional.of(updating.files().get(name)),
        colors);
  }

  private static String json(Updating updating, List<SourceText> texts) {
    String said = Rendering.json(updating.diagnostics(), texts);
    Map<String, String> diffs = new LinkedHashMap<>();
    updating.files().keySet().forEach(n -> diffs.put(n, difference(updating, n, false)));
    return Json.object()
        .put("format", 1)
        .put("files", updating.files())
        .put("diffs", diffs)
        .put("diagnostics", JsonParser.parseString(said).getAsJsonObject().get("diagnostics"))
        .text();
  }
}
