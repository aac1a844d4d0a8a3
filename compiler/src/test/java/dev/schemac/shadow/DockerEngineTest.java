package dev.schemac.shadow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Engines are programs that listen on a real socket here, and answer what they are told to. */
class DockerEngineTest {
  @TempDir Path folder;

  @Test
  void anEngineThatAnswersIsFoundWhereTheEnvironmentSaysSo() throws Exception {
    try (ServerSocketChannel engine = listen("a.sock")) {
      answer(engine, "HTTP/1.1 200 OK\r\n\r\nOK");
      String place = "unix://" + folder.resolve("a.sock");
      assertEquals(Optional.of(place), DockerEngine.find(Map.of("DOCKER_HOST", place)));
    }
  }

  @Test
  void oneThatRefusesOrSaysNothingOrIsGoneDoesNotAnswer() throws Exception {
    String refusing = "HTTP/1.1 500 Internal Server Error\r\n\r\nno more of this, and of that";
    try (ServerSocketChannel engine = listen("b.sock");
        ServerSocketChannel silent = listen("c.sock")) {
      answer(engine, refusing);
      for (String name : new String[] {"b.sock", "c.sock", "nobody.sock"}) {
        String place = "unix://" + folder.resolve(name);
        assertEquals(Optional.empty(), DockerEngine.find(Map.of("DOCKER_HOST", place)), name);
      }
      assertTrue(silent.isOpen());
    }
    assertEquals(Optional.empty(), DockerEngine.find(Map.of("DOCKER_HOST", "tcp://127.0.0.1:1")));
    assertEquals(Optional.empty(), DockerEngine.find(Map.of("DOCKER_HOST", "unix://")));
  }

  @Test
  void anEngineOfTheUsersOwnIsFoundInItsUsualPlace() throws Exception {
    Files.createDirectories(folder.resolve(".docker/run"));
    try (ServerSocketChannel engine = listen(".docker/run/docker.sock")) {
      answer(engine, "HTTP/1.0 200 OK\r\n\r\nOK");
      String found = DockerEngine.find(Map.of("HOME", folder.toString())).orElse("none");
      boolean machineHasOne = found.equals("unix:///var/run/docker.sock");
      String own = "unix://" + folder.resolve(".docker/run/docker.sock");
      assertEquals(machineHasOne ? "unix:///var/run/docker.sock" : own, found);
    }
  }

  private ServerSocketChannel listen(String name) throws IOException {
    ServerSocketChannel listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    return listening.bind(UnixDomainSocketAddress.of(folder.resolve(name)));
  }

  /** Once, to whoever comes. */
  private static void answer(ServerSocketChannel engine, String answer) {
    Thread.ofPlatform().daemon().start(() -> answerOne(engine, answer));
  }

  private static void answerOne(ServerSocketChannel listening, String answer) {
    try (SocketChannel client = listening.accept()) {
      client.read(ByteBuffer.allocate(1_000));
      client.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.US_ASCII)));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
