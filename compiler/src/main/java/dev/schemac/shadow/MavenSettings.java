package dev.schemac.shadow;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.settings.Mirror;
import org.apache.maven.settings.Profile;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.DefaultSettingsBuilderFactory;
import org.apache.maven.settings.building.DefaultSettingsBuildingRequest;
import org.apache.maven.settings.building.SettingsBuildingException;
import org.apache.maven.settings.crypto.DefaultSettingsDecrypter;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.eclipse.aether.repository.AuthenticationSelector;
import org.eclipse.aether.repository.MirrorSelector;
import org.eclipse.aether.repository.ProxySelector;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.util.repository.AuthenticationBuilder;
import org.eclipse.aether.util.repository.DefaultAuthenticationSelector;
import org.eclipse.aether.util.repository.DefaultMirrorSelector;
import org.eclipse.aether.util.repository.DefaultProxySelector;
import org.sonatype.plexus.components.cipher.DefaultPlexusCipher;
import org.sonatype.plexus.components.sec.dispatcher.DefaultSecDispatcher;

/**
 * What the user has told Maven about this machine: mirrors, proxies, passwords, repositories and
 * where the local one is. From {@code settings.xml} of the user and of the installation, as Maven
 * itself merges them.
 */
final class MavenSettings {
  private static final String CENTRAL = "https://repo.maven.apache.org/maven2";

  private final Settings settings;
  private final SettingsDecryptionResult open;
  private final Path home;

  private MavenSettings(Settings settings, SettingsDecryptionResult open, Path home) {
    this.settings = settings;
    this.open = open;
    this.home = home;
  }

  /** Reads them; no file is no setting. */
  static MavenSettings read(Map<String, String> environment) throws SettingsBuildingException {
    Path home = Path.of(System.getProperty("user.home"), ".m2");
    Properties properties = new Properties();
    properties.putAll(System.getProperties());
    environment.forEach((name, value) -> properties.setProperty("env." + name, value));
    var request =
        new DefaultSettingsBuildingRequest()
            .setUserSettingsFile(home.resolve("settings.xml").toFile())
            .setGlobalSettingsFile(installation(environment).orElse(null))
            .setSystemProperties(properties);
    Settings settings =
        new DefaultSettingsBuilderFactory().newInstance().build(request).getEffectiveSettings();
    var dispatcher =
        new DefaultSecDispatcher(
            new DefaultPlexusCipher(), Map.of(), home.resolve("settings-security.xml").toString());
    return new MavenSettings(
        settings,
        new DefaultSettingsDecrypter(dispatcher)
            .decrypt(new DefaultSettingsDecryptionRequest(settings)),
        home);
  }

  /** The settings of the installation whose {@code mvn} is called here. */
  private static Optional<File> installation(Map<String, String> environment) {
    List<Path> candidates = new ArrayList<>();
    for (String variable : List.of("MAVEN_HOME", "M2_HOME")) {
      if (environment.containsKey(variable)) {
        candidates.add(Path.of(environment.get(variable)));
      }
    }
    for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator)) {
      Path mvn = Path.of(folder, "mvn");
      if (!folder.isEmpty() && Files.isExecutable(mvn)) {
        try {
          candidates.add(mvn.toRealPath().getParent().getParent());
        } catch (java.io.IOException e) {
          continue;
        }
      }
    }
    return candidates.stream()
        .map(candidate -> candidate.resolve("conf/settings.xml"))
        .filter(Files::isReadable)
        .findFirst()
        .map(Path::toFile);
  }

  Path localRepository() {
    String given = System.getProperty("maven.repo.local", "");
    if (!given.isEmpty()) {
      return Path.of(given);
    }
    String set = settings.getLocalRepository();
    return set == null || set.isEmpty() ? home.resolve("repository") : Path.of(set);
  }

  boolean isOffline() {
    return settings.isOffline();
  }

  MirrorSelector mirrors() {
    DefaultMirrorSelector selector = new DefaultMirrorSelector();
    for (Mirror mirror : settings.getMirrors()) {
      selector.add(
          mirror.getId(),
          mirror.getUrl(),
          mirror.getLayout(),
          false,
          mirror.isBlocked(),
          mirror.getMirrorOf(),
          mirror.getMirrorOfLayouts());
    }
    return selector;
  }

  ProxySelector proxies() {
    DefaultProxySelector selector = new DefaultProxySelector();
    for (Proxy proxy : open.getProxies()) {
      if (proxy.isActive()) {
        var authentication =
            new AuthenticationBuilder()
                .addUsername(proxy.getUsername())
                .addPassword(proxy.getPassword())
                .build();
        selector.add(
            new org.eclipse.aether.repository.Proxy(
                proxy.getProtocol(), proxy.getHost(), proxy.getPort(), authentication),
            proxy.getNonProxyHosts());
      }
    }
    return selector;
  }

  AuthenticationSelector passwords() {
    DefaultAuthenticationSelector selector = new DefaultAuthenticationSelector();
    for (Server server : open.getServers()) {
      selector.add(
          server.getId(),
          new AuthenticationBuilder()
              .addUsername(server.getUsername())
              .addPassword(server.getPassword())
              .addPrivateKey(server.getPrivateKey(), server.getPassphrase())
              .build());
    }
    return selector;
  }

  /** Those of the active profiles, then Maven Central. */
  List<RemoteRepository> repositories() {
    List<RemoteRepository> repositories = new ArrayList<>();
    for (Profile profile : settings.getProfiles()) {
      boolean byDefault =
          profile.getActivation() != null && profile.getActivation().isActiveByDefault();
      if (byDefault || settings.getActiveProfiles().contains(profile.getId())) {
        profile
            .getRepositories()
            .forEach(
                r ->
                    repositories.add(
                        new RemoteRepository.Builder(r.getId(), "default", r.getUrl()).build()));
      }
    }
    if (repositories.stream().noneMatch(r -> r.getId().equals("central"))) {
      repositories.add(new RemoteRepository.Builder("central", "default", CENTRAL).build());
    }
    return repositories;
  }
}
