package dev.schemac.cli.project;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The {@code git} command, run in one folder; never through a shell, never writing. */
final class Git {
  private final Path folder;

  Git(Path folder) {
    this.folder = folder;
  }

  /** The work tree's root. */
  Path root() throws GitException {
    return Path.of(line(run(List.of("rev-parse", "--show-toplevel"), new byte[0])));
  }

  /** Whether the folder is in a repository that has the branch or commit. */
  boolean knows(String revision) {
    try {
      resolve(revision);
      return true;
    } catch (GitException e) {
      return false;
    }
  }

  /** The commit that a revision names. */
  String resolve(String revision) throws GitException {
    if (revision.isEmpty() || revision.startsWith("-")) {
      throw new GitException("`" + revision + "` is no revision");
    }
    Result result = start(List.of("rev-parse", "--verify", "--quiet", revision + "^{commit}"));
    if (result.status() == 0) {
      return line(result.out());
    }
    root();
    throw new GitException(
        "git knows no revision `" + revision + "`",
        "look it up with `git log`; in CI, fetch enough history");
  }

  /** The newest commit that a revision and HEAD have in common. */
  String mergeBase(String revision) throws GitException {
    String commit = resolve(revision);
    Result result = start(List.of("merge-base", commit, "HEAD"));
    if (result.status() != 0) {
      throw new GitException(
          "`" + revision + "` and HEAD have no common commit",
          "in CI, fetch enough history (`fetch-depth: 0`)");
    }
    return line(result.out());
  }

  /**
   * A file of a commit.
   *
   * @param path relative to the folder, with forward slashes
   */
  record Blob(String path, byte[] bytes) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Blob that && path.equals(that.path);
    }

    @Override
    public int hashCode() {
      return path.hashCode();
    }
  }

  /** An entry of a listing. */
  record Entry(String path, String hash) {}

  /** All files of a commit below the folder, without their contents. */
  List<Entry> list(String commit) throws GitException {
    byte[] listing = run(List.of("ls-tree", "-r", "-z", commit), new byte[0]);
    List<Entry> entries = new ArrayList<>();
    for (String line : new String(listing, StandardCharsets.UTF_8).split("\0")) {
      int tab = line.indexOf('\t');
      String[] words = tab < 0 ? new String[0] : line.substring(0, tab).split(" ");
      if (words.length == 3 && words[1].equals("blob")) {
        entries.add(new Entry(line.substring(tab + 1), words[2]));
      }
    }
    return entries;
  }

  /** The contents of all entries, by one process. */
  List<Blob> contents(List<Entry> entries) throws GitException {
    StringBuilder wanted = new StringBuilder();
    entries.forEach(entry -> wanted.append(entry.hash()).append('\n'));
    byte[] all =
        run(List.of("cat-file", "--batch"), wanted.toString().getBytes(StandardCharsets.US_ASCII));
    List<Blob> blobs = new ArrayList<>(entries.size());
    int at = 0;
    for (Entry entry : entries) {
      int end = at;
      while (end < all.length && all[end] != '\n') {
        end++;
      }
      String[] header = new String(all, at, end - at, StandardCharsets.US_ASCII).split(" ");
      if (header.length != 3) {
        throw new GitException("git lacks the content of `" + entry.path() + "`");
      }
      int size = Integer.parseInt(header[2]);
      blobs.add(new Blob(entry.path(), java.util.Arrays.copyOfRange(all, end + 1, end + 1 + size)));
      at = end + 1 + size + 1;
    }
    return blobs;
  }

  private byte[] run(List<String> arguments, byte[] input) throws GitException {
    Result result = start(arguments, input);
    if (result.status() != 0) {
      throw new GitException(said(result));
    }
    return result.out();
  }

  private Result start(List<String> arguments) throws GitException {
    return start(arguments, new byte[0]);
  }

  private record Result(int status, byte[] out, byte[] err) {
    @Override
    public boolean equals(Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return status;
    }
  }

  private Result start(List<String> arguments, byte[] input) throws GitException {
    List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("LC_ALL", "C");
    builder.environment().put("GIT_OPTIONAL_LOCKS", "0");
    try {
      Process process = builder.start();
      ByteArrayOutputStream errors = new ByteArrayOutputStream();
      Thread feeding = background(() -> feed(process, input));
      Thread reading = background(() -> copy(process.getErrorStream(), errors));
      byte[] out = process.getInputStream().readAllBytes();
      feeding.join();
      reading.join();
      return new Result(process.waitFor(), out, errors.toByteArray());
    } catch (IOException e) {
      throw new GitException("the `git` command cannot be started", "install git, or use files");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GitException("interrupted while git was running");
    }
  }

  private static Thread background(Runnable work) {
    Thread thread = new Thread(work, "git");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void feed(Process process, byte[] input) {
    try (var stream = process.getOutputStream()) {
      stream.write(input);
    } catch (IOException e) {
      // git ended early; its status and its message tell why
    }
  }

  private static void copy(InputStream from, ByteArrayOutputStream to) {
    try (from) {
      from.transferTo(to);
    } catch (IOException e) {
      // the message stays short
    }
  }

  private static String line(byte[] out) {
    return new String(out, StandardCharsets.UTF_8).strip();
  }

  private static String said(Result result) {
    Optional<String> first = line(result.err()).lines().findFirst();
    return "git says: " + first.map(l -> l.replaceFirst("^fatal: ", "")).orElse("nothing");
  }
}
