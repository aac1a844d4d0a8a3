package dev.schemac.shadow.container;

import dev.schemac.model.Dialect;
import dev.schemac.shadow.ContainerImage;
import dev.schemac.shadow.ThrowawayServer;
import org.testcontainers.containers.GenericContainer;

/** A throwaway server in a container; its data are the container's. */
final class ContainerServer implements ThrowawayServer {
  private final ContainerImage image;
  private final GenericContainer<?> container;

  ContainerServer(ContainerImage image, GenericContainer<?> container) {
    this.image = image;
    this.container = container;
  }

  String image() {
    return image.name();
  }

  @Override
  public Dialect dialect() {
    return image.dialect();
  }

  @Override
  public int port() {
    return container.getMappedPort(image.port());
  }

  @Override
  public String user() {
    return image.user();
  }

  @Override
  public String adminDatabase() {
    return image.adminDatabase();
  }

  @Override
  public String url(String database) {
    return image.url(container.getHost(), port(), database);
  }

  @Override
  public void close() {
    container.stop();
  }
}
