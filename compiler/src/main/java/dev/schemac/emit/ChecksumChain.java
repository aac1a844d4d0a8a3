package dev.schemac.emit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The content of {@code schemac.sum}: a line per migration, whose checksum covers the migration's
 * files and the line before. Two branches that both add migrations change the same place, so that
 * they conflict in Git and not on a server.
 */
public record ChecksumChain(List<Link> links) {
  private static final String HEADER =
      "# schemac.sum 1: each checksum covers the files of its migration and the checksum before\n";

  /** Stands where a hand-written migration has not been sealed yet. */
  private static final String OPEN = "open";

  private static final String START = "";

  public ChecksumChain {
    links = List.copyOf(links);
  }

  /**
   * A line.
   *
   * @param checksum absent while a hand-written migration is open
   */
  public record Link(String id, Optional<String> checksum) {}

  /** A line that cannot be read. */
  public record Unreadable(int line, String text) {}

  /** What a text says, or the first line that is none. */
  public record Read(ChecksumChain chain, Optional<Unreadable> unreadable) {}

  public static ChecksumChain empty() {
    return new ChecksumChain(List.of());
  }

  /** Reads the file's text. */
  public static Read read(String text) {
    List<Link> links = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] words = line.strip().split(" +");
      if (words.length != 2 || !words[1].matches("open|[0-9a-f]{64}")) {
        return new Read(new ChecksumChain(links), Optional.of(new Unreadable(number, line)));
      }
      links.add(new Link(words[0], Optional.of(words[1]).filter(w -> !w.equals(OPEN))));
    }
    return new Read(new ChecksumChain(links), Optional.empty());
  }

  /** The file's text. */
  public String text() {
    StringBuilder text = new StringBuilder(HEADER);
    for (Link link : links) {
      text.append(link.id()).append(' ').append(link.checksum().orElse(OPEN)).append('\n');
    }
    return text.toString();
  }

  /** The checksum that the next link builds upon. */
  public String last() {
    return links.isEmpty() ? START : links.getLast().checksum().orElse(OPEN);
  }

  /** The chain with one more migration. */
  public ChecksumChain with(Migration migration) {
    return plus(new Link(migration.id(), Optional.of(checksum(last(), migration))));
  }

  /** The chain with one more migration that its author is still writing. */
  public ChecksumChain withOpen(Migration migration) {
    return plus(new Link(migration.id(), Optional.empty()));
  }

  private ChecksumChain plus(Link link) {
    List<Link> more = new ArrayList<>(links);
    more.add(link);
    return new ChecksumChain(more);
  }

  /**
   * The checksum of a migration behind another one: SHA-256 over the one before, the name, and name
   * and SHA-256 of each file with its line ends normalised.
   */
  public static String checksum(String previous, Migration migration) {
    StringBuilder covered = new StringBuilder();
    covered.append(previous).append('\n').append(migration.id()).append('\n');
    for (Migration.File file : migration.files()) {
      covered
          .append(file.path())
          .append(' ')
          .append(sha256(normalised(file.content())))
          .append('\n');
    }
    return sha256(covered.toString());
  }

  private static String normalised(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
