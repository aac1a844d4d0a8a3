package dev.schemac.shadow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemac.connect.ServerSession;
import dev.schemac.connect.ServerUrl;
import dev.schemac.golden.ServerKind;
import dev.schemac.model.Target;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.containers.GenericContainer;

/** Needs no Docker, and uses it where it answers. */
class ServerChoiceTest {

  private static Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.remove(ServerChoice.VARIABLE);
    return environment;
  }

  @Test
  void aContainerServesWhereDockerAnswersAndBinariesElsewhere() throws Exception {
    Target target = ServerKind.POSTGRES_NEW.target();
    Optional<String> engine = DockerEngine.find(environment());
    try (ThrowawayServer server = new ServerChoice(environment(), remark -> {}).start(target)) {
      boolean container = server.getClass().getPackageName().endsWith(".container");
      assertEquals(engine.isPresent(), container, "engine: " + engine);
      ServerUrl url = ServerUrl.parse(server.url(server.adminDatabase()));
      try (ServerSession session = ServerSession.open(url, Map.of())) {
        assertEquals(target, session.target());
      }
    }
  }

  @Test
  void whereNeitherIsThereBothReasonsAreSaid() {
    Map<String, String> environment = environment();
    environment.put("PATH", "/nowhere");
    environment.put("DOCKER_HOST", "unix:///nowhere/docker.sock");
    String said = refusal(environment);
    assertTrue(said.contains("no `mysqld` of the series 8.9 is on the PATH"), said);
    assertTrue(said.contains("no Docker engine answers"), said);
    environment.put(ServerChoice.VARIABLE, "embedded");
    assertTrue(refusal(environment).contains("by SCHEMAC_SHADOW no Docker engine is asked"));
  }

  /** An engine that answers and then fails: no such image, or no more than an answer. */
  @Test
  void whatKeptAContainerFromStartingIsSaidToo(@TempDir Path folder) throws Exception {
    Map<String, String> environment = environment();
    environment.put("PATH", "/nowhere");
    String place = "unix://" + folder.resolve("docker.sock");
    environment.put("DOCKER_HOST", place);
    try (ServerSocketChannel engine = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      engine.bind(UnixDomainSocketAddress.of(folder.resolve("docker.sock")));
      Thread.ofPlatform().daemon().start(() -> answer(engine));
      String said = refusal(environment);
      assertTrue(said.contains("8.9 is on the PATH"), said);
      assertTrue(said.contains("Docker answers at " + place + ", but no container of"), said);
      assertTrue(said.contains("`mysql:8.9`"), said);
    }
  }

  private static void answer(ServerSocketChannel engine) {
    try (SocketChannel client = engine.accept()) {
      client.read(ByteBuffer.allocate(1_000));
      client.write(
          ByteBuffer.wrap("HTTP/1.0 200 OK\r\n\r\nOK".getBytes(StandardCharsets.US_ASCII)));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String refusal(Map<String, String> environment) {
    Target target = Target.parse("mysql:8.9").orElseThrow();
    return assertThrows(
            IOException.class, () -> new ServerChoice(environment, remark -> {}).start(target))
        .getMessage();
  }

  @Test
  void theImageIsThatOfTheTargetsVersion() {
    Map.of(
            "postgres:13", "postgres:13",
            "postgres:18", "postgres:18",
            "mysql:8.0.15", "mysql:8.0",
            "mysql:9.7", "mysql:9.7",
            "mariadb:11.8", "mariadb:11.8")
        .forEach(
            (target, image) ->
                assertEquals(image, ContainerImage.of(Target.parse(target).orElseThrow()).name()));
  }

  /** What is fetched at use is what the sources were compiled against. */
  @Test
  void theVersionOfTestcontainersIsThatOfThePom() {
    String jar =
        GenericContainer.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    String version = ContainerClasses.TESTCONTAINERS.replaceAll(".*:", "");
    assertTrue(jar.endsWith("/testcontainers-" + version + ".jar"), jar);
  }
}
