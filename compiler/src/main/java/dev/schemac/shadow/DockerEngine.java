package dev.schemac.shadow;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Whether a Docker engine, or one that speaks its language, answers at the places where
 * Testcontainers looks for one: {@code DOCKER_HOST}, else the usual sockets. Asked before anything
 * of Testcontainers is fetched or loaded.
 */
final class DockerEngine {
  private static final long ANSWER_SECONDS = 2;
  private static final byte[] PING =
      "GET /_ping HTTP/1.0\r\nHost: docker\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private DockerEngine() {}

  /** Where the first engine is that answers, as {@code DOCKER_HOST} names it. */
  static Optional<String> find(Map<String, String> environment) {
    return places(environment).stream().filter(place -> answers(place, environment)).findFirst();
  }

  private static List<String> places(Map<String, String> environment) {
    String said = environment.getOrDefault("DOCKER_HOST", "");
    if (!said.isEmpty()) {
      return List.of(said);
    }
    List<Path> sockets = new ArrayList<>(List.of(Path.of("/var/run/docker.sock")));
    Optional.ofNullable(environment.get("XDG_RUNTIME_DIR"))
        .ifPresent(folder -> sockets.add(Path.of(folder, "docker.sock")));
    Optional.ofNullable(environment.get("HOME"))
        .ifPresent(
            home -> {
              sockets.add(Path.of(home, ".docker/run/docker.sock"));
              sockets.add(Path.of(home, ".docker/desktop/docker.sock"));
            });
    return sockets.stream().filter(Files::exists).map(socket -> "unix://" + socket).toList();
  }

  private static boolean answers(String place, Map<String, String> environment) {
    CompletableFuture<Boolean> answer = new CompletableFuture<>();
    Thread.ofPlatform()
        .daemon()
        .name("docker ping")
        .start(() -> answer.complete(pings(place, environment)));
    try {
      return answer.get(ANSWER_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static boolean pings(String place, Map<String, String> environment) {
    try {
      URI uri = URI.create(place);
      return switch (String.valueOf(uri.getScheme())) {
        case "unix" -> isWelcome(overSocket(UnixDomainSocketAddress.of(uri.getPath())));
        case "tcp", "http" -> isWelcome(overNetwork(uri, environment));
        // Encrypted, or a named pipe: what it is shows when it is used.
        default -> true;
      };
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  private static String overSocket(SocketAddress address) throws IOException {
    try (SocketChannel channel = SocketChannel.open(java.net.StandardProtocolFamily.UNIX)) {
      channel.connect(address);
      channel.write(ByteBuffer.wrap(PING));
      ByteBuffer answer = ByteBuffer.allocate(64);
      while (answer.hasRemaining() && channel.read(answer) >= 0) {
        // until the first line is there, or nothing more comes
      }
      return new String(answer.array(), 0, answer.position(), StandardCharsets.US_ASCII);
    }
  }

  /** A port that wants TLS does not answer to this, and is believed. */
  private static String overNetwork(URI uri, Map<String, String> environment) throws IOException {
    boolean encrypted = "1".equals(environment.get("DOCKER_TLS_VERIFY")) || uri.getPort() == 2376;
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()), 2_000);
      if (encrypted) {
        return "HTTP/1.0 200 ";
      }
      OutputStream out = socket.getOutputStream();
      out.write(PING);
      out.flush();
      InputStream in = socket.getInputStream();
      return new String(in.readNBytes(64), StandardCharsets.US_ASCII);
    }
  }

  private static boolean isWelcome(String answer) {
    return answer.matches("(?s)HTTP/1\\.[01] 200 .*");
  }
}
