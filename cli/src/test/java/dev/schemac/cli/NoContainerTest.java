package dev.schemac.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemac.connect.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Docker engine that answers and then fails. */
class NoContainerTest {

  @Test
  void whatServesInItsPlaceIsSaid(@TempDir Path folder) throws IOException {
    Path socket = folder.resolve("docker.sock");
    Files.writeString(folder.resolve("a.sql"), "create table t (a integer);");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    try (ServerSocketChannel engine = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      engine.bind(UnixDomainSocketAddress.of(socket));
      Thread.ofPlatform().daemon().start(() -> answer(engine));
      int code =
          Main.run(
              new String[] {"inspect", "sql:a.sql", "--target", "postgres:18"},
              surroundings(folder, socket, out, err));
      String said = err.toString(StandardCharsets.UTF_8);
      assertEquals(0, code, said);
      assertTrue(said.contains("SC6026"), said);
      assertTrue(said.contains("a postgres:18 of binaries is used"), said);
      assertTrue(out.toString(StandardCharsets.UTF_8).contains("table t {"), out.toString());
    }
  }

  private static Surroundings surroundings(
      Path folder, Path socket, ByteArrayOutputStream out, ByteArrayOutputStream err) {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.remove("SCHEMAC_SHADOW");
    environment.put("DOCKER_HOST", "unix://" + socket);
    return new Surroundings(
        new PrintStream(out, false, StandardCharsets.UTF_8),
        new PrintStream(err, false, StandardCharsets.UTF_8),
        folder,
        environment,
        false,
        false,
        Progress.NONE,
        Clock.systemUTC());
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
}
