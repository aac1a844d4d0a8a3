package dev.schemac.connect;

import dev.schemac.model.Dialect;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a URL says about a database: {@code jdbc:postgresql:}, {@code postgres:}, {@code
 * jdbc:mysql:}, {@code jdbc:mariadb:}, {@code mysql:} and their relatives.
 *
 * @param hosts hosts with their ports as written, separated by commas; may be empty
 * @param user empty where the URL names none
 * @param parameters what else stands in the URL, for the driver
 */
public record ServerUrl(
    Dialect dialect,
    String hosts,
    String database,
    String user,
    Secret password,
    SortedMap<String, String> parameters) {

  private static final Map<String, Dialect> SCHEMES =
      Map.of(
          "postgresql", Dialect.POSTGRES,
          "postgres", Dialect.POSTGRES,
          "mysql", Dialect.MYSQL,
          "mysql2", Dialect.MYSQL,
          "mariadb", Dialect.MYSQL);

  /** Parameters by which a URL would make a driver load classes, read or write local files. */
  private static final List<String> REFUSED =
      List.of(
          "socketfactory",
          "sslfactory",
          "sslhostnameverifier",
          "sslpasswordcallback",
          "authenticationpluginclassname",
          "loggerfile",
          "xmlfactoryfactory",
          "allowloadlocalinfile",
          "allowurlinlocalinfile",
          "autodeserialize",
          "queryinterceptors",
          "connectionlifecycleinterceptors",
          "exceptioninterceptors",
          "propertiestransform",
          "authenticationplugins",
          "logger");

  public ServerUrl {
    parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
  }

  /** Whether a text is meant as the URL of a server. */
  public static boolean isMeant(String text) {
    return text.startsWith("jdbc:") || scheme(text).filter(SCHEMES::containsKey).isPresent();
  }

  /**
   * Reads a URL.
   *
   * @throws UrlException where it is none that can be used; the message never holds the URL
   */
  public static ServerUrl parse(String text) throws UrlException {
    String plain = text.startsWith("jdbc:") ? text.substring("jdbc:".length()) : text;
    Dialect dialect =
        scheme(plain)
            .map(SCHEMES::get)
            .orElseThrow(
                () -> new UrlException("this is no URL of a PostgreSQL, MySQL or MariaDB server"));
    return parsed(dialect, plain.substring(plain.indexOf(':') + 1));
  }

  private static Optional<String> scheme(String text) {
    int colon = text.indexOf(':');
    return colon <= 0
        ? Optional.empty()
        : Optional.of(text.substring(0, colon).toLowerCase(Locale.ROOT));
  }

  /** PostgreSQL's driver also knows {@code jdbc:postgresql:database} without a host. */
  private static ServerUrl parsed(Dialect dialect, String rest) throws UrlException {
    int question = rest.indexOf('?');
    String path = question < 0 ? rest : rest.substring(0, question);
    SortedMap<String, String> parameters =
        parameters(question < 0 ? "" : rest.substring(question + 1));
    boolean hasHost = path.startsWith("//");
    String address = hasHost ? path.substring(2) : "";
    int at = address.lastIndexOf('@');
    String login = at < 0 ? "" : address.substring(0, at);
    String place = address.substring(at + 1);
    int slash = place.indexOf('/');
    String hosts = slash < 0 ? place : place.substring(0, slash);
    String database = hasHost ? (slash < 0 ? "" : place.substring(slash + 1)) : path;
    int colon = login.indexOf(':');
    String user = decoded(colon < 0 ? login : login.substring(0, colon));
    String password = colon < 0 ? "" : decoded(login.substring(colon + 1));
    String otherUser = parameters.remove("user");
    String otherPassword = parameters.remove("password");
    return new ServerUrl(
        dialect,
        hosts,
        decoded(database.startsWith("/") ? database.substring(1) : database),
        user.isEmpty() && otherUser != null ? otherUser : user,
        Secret.of(password.isEmpty() && otherPassword != null ? otherPassword : password),
        parameters);
  }

  private static SortedMap<String, String> parameters(String query) throws UrlException {
    SortedMap<String, String> parameters = new TreeMap<>();
    for (String pair : query.split("&")) {
      int equals = pair.indexOf('=');
      String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
      if (REFUSED.contains(name.toLowerCase(Locale.ROOT))) {
        throw new UrlException(
            "the parameter `" + name + "` is refused: it reaches beyond the server");
      }
      if (!name.isEmpty()) {
        parameters.put(name, equals < 0 ? "" : decoded(pair.substring(equals + 1)));
      }
    }
    return parameters;
  }

  private static String decoded(String text) throws UrlException {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new UrlException("a `%` in the URL does not begin two hexadecimal digits");
    }
  }

  /** The same database for another user or another place. */
  ServerUrl with(String hosts, String database, String user, Secret password) {
    return new ServerUrl(dialect, hosts, database, user, password, parameters);
  }

  /** Another database of the same server. */
  public ServerUrl in(String otherDatabase) {
    return new ServerUrl(dialect, hosts, otherDatabase, user, password, parameters);
  }

  /** How people see it: neither user nor password nor parameters. */
  public String label() {
    String word = dialect == Dialect.POSTGRES ? "postgresql" : "mysql";
    return word + "://" + (hosts.isEmpty() ? "localhost" : hosts) + "/" + database;
  }

  @Override
  public String toString() {
    return label();
  }
}
