package dev.schemac.cli;

import dev.schemac.cli.project.Project;
import dev.schemac.cli.project.ProjectTemplate;
import dev.schemac.model.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code schemac init}. */
@Command(
    name = "init",
    description = "Makes a new project: schemac.toml, a first .schema file, a CI workflow.",
    footer = {"", "Example:", "  schemac init my-shop --target postgres:15 --target mysql:8.4"},
    versionProvider = Version.class)
final class InitCommand implements Callable<Integer> {

  @Mixin GlobalOptions global;

  @Parameters(arity = "0..1", paramLabel = "FOLDER", description = "Default: this folder.")
  String folder = ".";

  @Option(names = "--no-ci", description = "Write no CI workflow.")
  boolean noCi;

  @Option(
      names = "--format",
      defaultValue = "text",
      paramLabel = "FORMAT",
      description = "text or json: the names of the files.")
  TextOrJson format = TextOrJson.TEXT;

  private final Surroundings surroundings;

  InitCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    Path root = surroundings.folder().resolve(folder).toAbsolutePath().normalize();
    if (Files.exists(root.resolve(Project.FILE))) {
      throw new UsageError("`" + folder + "` is a project already: it has a " + Project.FILE);
    }
    List<Target> targets = global.targets.stream().distinct().toList();
    List<String> written = new ArrayList<>();
    for (Map.Entry<String, String> file :
        ProjectTemplate.files(nameOf(root), targets, !noCi).entrySet()) {
      if (writeNew(root.resolve(file.getKey()), file.getValue())) {
        written.add(file.getKey());
      }
    }
    say(written);
    return ExitCode.OK;
  }

  private void say(List<String> written) {
    Console console = new Console(surroundings, global);
    if (format == TextOrJson.JSON) {
      console.result(Json.object().put("format", 1).put("written", written).text());
      return;
    }
    written.forEach(name -> console.result("wrote " + name));
    String into = folder.equals(".") ? "" : "cd " + folder + " && ";
    console.say("Next: edit schema/main.schema, then `" + into + "schemac plan`.");
  }

  private static String nameOf(Path root) {
    return root.getFileName() == null ? "schema" : root.getFileName().toString();
  }

  /** What is there already stays as it is. */
  private static boolean writeNew(Path file, String text) throws IOException {
    if (Files.exists(file)) {
      return false;
    }
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
    return true;
  }
}
