package dev.schemac.shadow;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.settings.building.SettingsBuildingException;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession.CloseableSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.supplier.RepositorySystemSupplier;
import org.eclipse.aether.supplier.SessionBuilderSupplier;

/**
 * Jars of Maven repositories, found as the user's own Maven would find them: in the local
 * repository, else at the mirrors and through the proxies of {@code settings.xml}, with their
 * checksums verified.
 */
final class MavenArtifacts {
  private final Map<String, String> environment;

  MavenArtifacts(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * The path of a jar.
   *
   * @param coordinates {@code GROUP:ARTIFACT:VERSION}
   * @throws IOException where it cannot be had; the message says why, on one line
   */
  Path jar(String coordinates) throws IOException {
    return resolved(
        coordinates,
        (system, session, artifact, repositories) ->
            system
                .resolveArtifact(session, new ArtifactRequest(artifact, repositories, null))
                .getArtifact()
                .getPath());
  }

  /** Likewise the paths of a jar and of all that it needs at run time. */
  List<Path> jars(String coordinates) throws IOException {
    return resolved(
        coordinates,
        (system, session, artifact, repositories) -> {
          CollectRequest wanted =
              new CollectRequest(new Dependency(artifact, "runtime"), repositories);
          DependencyRequest request = new DependencyRequest(wanted, null);
          return system.resolveDependencies(session, request).getArtifactResults().stream()
              .map(result -> result.getArtifact().getPath())
              .toList();
        });
  }

  @FunctionalInterface
  private interface Resolution<T> {
    T of(
        RepositorySystem system,
        CloseableSession session,
        Artifact artifact,
        List<RemoteRepository> repositories)
        throws RepositoryException;
  }

  private <T> T resolved(String coordinates, Resolution<T> resolution) throws IOException {
    RepositorySystem system = new RepositorySystemSupplier().get();
    try {
      MavenSettings settings = MavenSettings.read(environment);
      try (CloseableSession session = session(system, settings)) {
        return resolution.of(
            system,
            session,
            new DefaultArtifact(coordinates),
            system.newResolutionRepositories(session, settings.repositories()));
      }
    } catch (SettingsBuildingException e) {
      throw new IOException("Maven's settings cannot be read: " + line(e.getMessage()), e);
    } catch (RepositoryException e) {
      throw new IOException("Maven cannot fetch " + coordinates + ": " + line(e.getMessage()), e);
    } finally {
      system.shutdown();
    }
  }

  private static CloseableSession session(RepositorySystem system, MavenSettings settings) {
    return new SessionBuilderSupplier(system)
        .get()
        .withLocalRepositoryBaseDirectories(settings.localRepository())
        .setOffline(settings.isOffline())
        .setChecksumPolicy("fail")
        .setMirrorSelector(settings.mirrors())
        .setProxySelector(settings.proxies())
        .setAuthenticationSelector(settings.passwords())
        .setSystemProperties(System.getProperties())
        .setConfigProperty("aether.transport.http.connectTimeout", 10_000)
        .setConfigProperty("aether.transport.http.requestTimeout", 60_000)
        .build();
  }

  private static String line(String text) {
    return text == null ? "no reason given" : text.strip().replaceAll("\\s*\\R\\s*", "; ");
  }
}
