package dev.schemac.shadow;

import java.io.IOException;

/** Starts servers in containers. */
public interface ContainerStarter {

  /**
   * Pulls the image where it is not there yet, and waits until the server lets somebody in.
   *
   * @throws IOException where that cannot be; the message says why
   */
  ThrowawayServer start(ContainerImage image) throws IOException;
}
