package dev.schemac.shadow.container;

import dev.schemac.connect.ServerFailure;
import dev.schemac.connect.ServerUrl;
import dev.schemac.connect.UrlException;
import dev.schemac.connect.WritableSession;
import dev.schemac.shadow.ContainerImage;
import dev.schemac.shadow.ContainerStarter;
import dev.schemac.shadow.ThrowawayServer;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;
import org.testcontainers.utility.DockerImageName;

/** Starts servers in containers. Testcontainers takes them away should this process be killed. */
public final class ContainerServers implements ContainerStarter {
  private static final Duration START = Duration.ofSeconds(120);
  private static final Duration PAUSE = Duration.ofMillis(100);

  @Override
  public ThrowawayServer start(ContainerImage image) throws IOException {
    GenericContainer<?> container = new GenericContainer<>(DockerImageName.parse(image.name()));
    container
        .withExposedPorts(image.port())
        .withEnv(image.environment())
        .withCommand(image.arguments().toArray(String[]::new))
        .waitingFor(new Started());
    ContainerServer server = new ContainerServer(image, container);
    try {
      container.start();
      awaitConnection(server, container);
      return server;
    } catch (IOException | RuntimeException e) {
      server.close();
      throw e;
    }
  }

  /** The images start a server for themselves first, which lets nobody in from outside. */
  private static void awaitConnection(ContainerServer server, GenericContainer<?> container)
      throws IOException {
    long end = System.nanoTime() + START.toNanos();
    while (true) {
      try {
        WritableSession.open(ServerUrl.parse(server.url(server.adminDatabase())), Map.of()).close();
        return;
      } catch (ServerFailure e) {
        if (System.nanoTime() > end || !container.isRunning()) {
          throw new IOException(
              "the container of `"
                  + server.image()
                  + "` lets nobody in: "
                  + (container.isRunning() ? e.getMessage() : "it ended: " + lastWords(container)),
              e);
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      } catch (UrlException e) {
        throw new IOException(e.getMessage(), e);
      }
    }
  }

  private static String lastWords(GenericContainer<?> container) {
    String[] lines = container.getLogs().strip().split("\\R");
    return lines[lines.length - 1];
  }

  /** That the server answers is seen from outside. */
  private static final class Started extends AbstractWaitStrategy {
    @Override
    protected void waitUntilReady() {
      // nothing to wait for here
    }
  }
}
