package dev.schemac.cli;

import dev.schemac.connect.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A session of a person: {@code === path} and lines write a file; {@code $ schemac …} runs a
 * command, behind which stand its results ({@code >}), its messages ({@code !}) and its exit code
 * where it is not 0 ({@code ?}). {@code $ cat}, {@code $ ls}, {@code $ rm}, {@code $ append} and
 * {@code $ git} do what their names say. {@code #} begins a comment. {@code $ database NAME KIND}
 * makes a database on a real server, called {@code {NAME}} from then on in command lines, texts of
 * files and the environment ({@code NAME_URL}); {@code $ sql NAME FILE} and {@code $ query NAME
 * SQL} talk to it without schemac.
 */
final class Transcript {
  private final Path folder;
  private final TranscriptDatabases databases;
  private final StringBuilder replayed = new StringBuilder();

  Transcript(Path folder, TranscriptDatabases databases) {
    this.folder = folder;
    this.databases = databases;
  }

  /** The transcript with what the commands print now. */
  String replay(String transcript) throws Exception {
    Path open = null;
    List<String> content = new ArrayList<>();
    for (String line : (transcript + "$ end").lines().toList()) {
      boolean command = line.startsWith("$ ");
      boolean file = line.startsWith("=== ");
      if (open != null && (command || file)) {
        write(open, content);
      }
      if (command && line.equals("$ end")) {
        break;
      }
      if (file) {
        open = folder.resolve(line.substring(4));
        replayed.append(line).append('\n');
      } else if (command) {
        open = null;
        replayed.append(line).append('\n');
        run(words(line.substring(2)));
      } else if (open != null) {
        content.add(line);
        replayed.append(line).append('\n');
      } else if (line.startsWith("#") || line.isBlank()) {
        replayed.append(line).append('\n');
      }
    }
    return replayed.toString();
  }

  private void write(Path file, List<String> content) throws IOException {
    Files.createDirectories(file.getParent());
    while (!content.isEmpty() && content.getLast().isBlank()) {
      content.removeLast();
    }
    Files.writeString(file, databases.filledIn(String.join("\n", content) + "\n"));
    content.clear();
  }

  private void run(List<String> words) throws Exception {
    List<String> arguments = words.subList(1, words.size());
    switch (words.getFirst()) {
      case "schemac" -> schemac(arguments.stream().map(databases::filledIn).toList());
      case "database" -> databases.create(arguments.get(0), arguments.get(1));
      case "sql" ->
          databases.run(arguments.get(0), Files.readString(folder.resolve(arguments.get(1))));
      case "query" -> print(">", databases.query(arguments.get(0), arguments.get(1)));
      case "cat" -> print(">", Files.readString(folder.resolve(arguments.getFirst())));
      case "ls" -> print(">", String.join("\n", list()));
      case "rm" -> Files.delete(folder.resolve(arguments.getFirst()));
      case "append" -> append(arguments);
      case "git" -> git(arguments);
      default -> throw new IllegalArgumentException("unknown command: " + words);
    }
  }

  private void schemac(List<String> arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Surroundings surroundings =
        new Surroundings(
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8),
            folder,
            databases.environment(),
            false,
            false,
            Progress.NONE,
            Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC));
    int code = Main.run(arguments.toArray(String[]::new), surroundings);
    print(">", out.toString(StandardCharsets.UTF_8));
    print("!", err.toString(StandardCharsets.UTF_8));
    if (code != 0) {
      replayed.append("? ").append(code).append('\n');
    }
  }

  private void print(String mark, String text) {
    String hidden = databases.hidden(text).replace(folder.toAbsolutePath().toString(), "FOLDER");
    hidden.lines().forEach(l -> replayed.append((mark + " " + l).stripTrailing()).append('\n'));
  }

  private List<String> list() throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .filter(name -> !name.startsWith(".git/"))
          .sorted()
          .toList();
    }
  }

  private void append(List<String> arguments) throws IOException {
    Path file = folder.resolve(arguments.getFirst());
    String line = String.join(" ", arguments.subList(1, arguments.size())) + "\n";
    Files.writeString(file, Files.readString(file) + line);
  }

  private void git(List<String> arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of("git", "-c", "user.name=a", "-c", "user.email=a@example.org", "-C"));
    command.add(folder.toString());
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException("git failed: " + arguments);
    }
  }

  /** Words between blanks; single quotes hold several together. */
  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    for (String part : line.split(" (?=(?:[^']*'[^']*')*[^']*$)")) {
      words.add(part.replace("'", ""));
    }
    return Arrays.asList(words.toArray(String[]::new));
  }
}
