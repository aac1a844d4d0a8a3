package dev.schemac.shadow;

import dev.schemac.model.Target;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Which server a shadow database is made on where the user gives none: a container of the target's
 * own image where a Docker engine answers, else a server of binaries. {@code
 * SCHEMAC_SHADOW=embedded} asks no engine.
 */
final class ServerChoice {
  static final String VARIABLE = "SCHEMAC_SHADOW";

  private final Map<String, String> environment;
  private final Consumer<String> remarks;

  /**
   * How to choose.
   *
   * @param remarks who is told that the answer of an engine led to nothing
   */
  ServerChoice(Map<String, String> environment, Consumer<String> remarks) {
    this.environment = environment;
    this.remarks = remarks;
  }

  ThrowawayServer start(Target target) throws IOException {
    if ("embedded".equals(environment.get(VARIABLE))) {
      return embedded(target, "by " + VARIABLE + " no Docker engine is asked");
    }
    Optional<String> engine = DockerEngine.find(environment);
    if (engine.isEmpty()) {
      return embedded(target, "no Docker engine answers");
    }
    try {
      return ContainerClasses.start(ContainerImage.of(target), environment);
    } catch (IOException e) {
      String why = "Docker answers at " + engine.get() + ", but " + e.getMessage();
      ThrowawayServer server = embedded(target, why);
      remarks.accept(why + "; a " + target + " of binaries is used");
      return server;
    }
  }

  /** Where that fails too, both reasons are said. */
  private ThrowawayServer embedded(Target target, String whyNoContainer) throws IOException {
    try {
      return switch (target.dialect()) {
        case POSTGRES ->
            EmbeddedPostgres.start(
                new PostgresBinaries(environment).folder(target.version().major()));
        case MYSQL -> EmbeddedMySql.start(new MySqlBinaries(environment).mysqld(target));
      };
    } catch (IOException e) {
      throw new IOException(e.getMessage() + "; " + whyNoContainer, e);
    }
  }
}
