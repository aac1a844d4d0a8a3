package dev.schemac.shadow;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The temporary folder of one server, and the user whom the server runs as. */
final class ServerFolder {
  private static final String NOBODY = "nobody";

  private final Path path;
  private final boolean root;

  private ServerFolder(Path path, boolean root) {
    this.path = path;
    this.root = root;
  }

  static ServerFolder create(String prefix) throws IOException {
    Path path = Files.createTempDirectory(prefix);
    return new ServerFolder(path, Files.getOwner(path).getName().equals("root"));
  }

  Path path() {
    return path;
  }

  boolean isRoot() {
    return root;
  }

  /** A copy of a folder of binaries that the unprivileged user can reach. */
  Path copyOf(Path home) throws IOException {
    Path copy = path.resolve("home");
    ServerProcess.runToEnd(this, List.of("cp", "-a", home.toString(), copy.toString()));
    return copy;
  }

  /** Gives the folder to the unprivileged user, where this process is root. */
  void handOver() throws IOException {
    if (root) {
      Files.setOwner(
          path,
          FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(NOBODY));
    }
  }

  /** What stands before a command that must not run as root; empty where this process is not. */
  List<String> unprivileged() throws IOException {
    if (!root) {
      return List.of();
    }
    for (Path folder : List.of(Path.of("/usr/bin"), Path.of("/bin"), Path.of("/usr/sbin"))) {
      if (Files.isExecutable(folder.resolve("setpriv"))) {
        return List.of(
            folder.resolve("setpriv").toString(),
            "--reuid=" + NOBODY,
            "--regid=" + Files.getAttribute(path, "unix:gid"),
            "--clear-groups",
            "--");
      }
      if (Files.isExecutable(folder.resolve("runuser"))) {
        return List.of(folder.resolve("runuser").toString(), "-u", NOBODY, "--");
      }
    }
    throw new IOException(
        "the server refuses to run as root, and neither setpriv nor runuser is here to change"
            + " that");
  }

  /** Deletes the folder; what cannot be deleted is left to the system's cleaning. */
  void delete() throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> all = Files.walk(path)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    }
  }
}
