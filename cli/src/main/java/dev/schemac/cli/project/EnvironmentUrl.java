package dev.schemac.cli.project;

import dev.schemac.connect.ServerUrl;
import dev.schemac.connect.UrlException;
import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The URL of an environment of {@code schemac.toml}: written there without a password, or kept in a
 * variable ({@code env:VARIABLE}) or a file ({@code file:PATH}).
 *
 * @param refusal why there is none
 */
record EnvironmentUrl(Optional<ServerUrl> url, Optional<Diagnostic> refusal) {

  /** A URL that is at hand. */
  static EnvironmentUrl of(ServerUrl url) {
    return new EnvironmentUrl(Optional.of(url), Optional.empty());
  }

  static EnvironmentUrl of(String name, Workspace workspace, Map<String, String> variables) {
    ProjectConfig.Environment environment = workspace.config().environments().get(name);
    if (environment == null) {
      Optional<String> near = Suggestion.nearest(name, workspace.config().environments().keySet());
      return refused(
          "schemac.toml has no environment `" + name + "`",
          near.map(n -> "did you mean `env:" + n + "`?")
              .orElse("add `[env." + name + "]` with a `url`"));
    }
    String written = environment.url();
    if (written.startsWith("env:")) {
      return variable(name, written.substring("env:".length()), variables);
    }
    return written.startsWith("file:")
        ? file(name, written.substring("file:".length()), workspace)
        : parsed(name, written);
  }

  private static EnvironmentUrl variable(
      String name, String variable, Map<String, String> variables) {
    String value = variables.getOrDefault(variable, "").strip();
    return value.isEmpty()
        ? refused(
            "the environment `"
                + name
                + "` needs the variable `"
                + variable
                + "`, which is not set",
            "set it to a URL: `jdbc:postgresql://host/database`")
        : parsed(name, value);
  }

  private static EnvironmentUrl file(String name, String path, Workspace workspace) {
    Path root = workspace.project().map(Project::root).orElse(workspace.base());
    try {
      return parsed(name, Files.readString(root.resolve(path)).strip());
    } catch (IOException e) {
      return refused(
          "the environment `" + name + "` needs the file `" + path + "`, which cannot be read",
          "put the URL into it, alone on its line");
    }
  }

  private static EnvironmentUrl parsed(String name, String text) {
    try {
      return new EnvironmentUrl(Optional.of(ServerUrl.parse(text)), Optional.empty());
    } catch (UrlException e) {
      return refused(
          "the URL of the environment `" + name + "` cannot be used: " + e.getMessage(),
          "write it as `jdbc:postgresql://host/database` or `jdbc:mysql://host/database`");
    }
  }

  private static EnvironmentUrl refused(String message, String help) {
    return new EnvironmentUrl(
        Optional.empty(),
        Optional.of(Diagnostic.of(Code.SC6005, Span.NONE, message).withHelp(help)));
  }
}
