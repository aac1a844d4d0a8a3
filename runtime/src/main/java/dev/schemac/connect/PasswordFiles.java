package dev.schemac.connect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a URL leaves open, taken from where the servers' own clients take it: {@code PGUSER}, {@code
 * PGPASSWORD}, {@code PGHOST}, {@code PGPORT}, {@code PGDATABASE} and {@code ~/.pgpass}; {@code
 * MYSQL_PWD}, {@code MYSQL_HOST}, {@code MYSQL_TCP_PORT} and {@code [client]} of {@code ~/.my.cnf}.
 */
final class PasswordFiles {
  private final Map<String, String> environment;

  PasswordFiles(Map<String, String> environment) {
    this.environment = environment;
  }

  ServerUrl complete(ServerUrl url) {
    return switch (url.dialect()) {
      case POSTGRES -> postgres(url);
      case MYSQL -> mysql(url);
    };
  }

  private ServerUrl postgres(ServerUrl url) {
    String hosts = hosts(url, variable("PGHOST"), variable("PGPORT"));
    String user = first(url.user(), variable("PGUSER"), variable("USER"), "postgres");
    String database = first(url.database(), variable("PGDATABASE"), user);
    Secret password =
        url.password().isPresent() ? url.password() : Secret.of(variable("PGPASSWORD"));
    ServerUrl complete = url.with(hosts, database, user, password);
    return password.isPresent()
        ? complete
        : complete.with(hosts, database, user, Secret.of(fromPgPass(complete)));
  }

  private ServerUrl mysql(ServerUrl url) {
    Map<String, String> client = client();
    String hosts =
        hosts(
            url,
            first(variable("MYSQL_HOST"), client.getOrDefault("host", "")),
            first(variable("MYSQL_TCP_PORT"), client.getOrDefault("port", "")));
    String user = first(url.user(), client.getOrDefault("user", ""), variable("USER"), "root");
    Secret password =
        url.password().isPresent()
            ? url.password()
            : Secret.of(first(client.getOrDefault("password", ""), variable("MYSQL_PWD")));
    return url.with(hosts, url.database(), user, password);
  }

  private static String hosts(ServerUrl url, String host, String port) {
    if (!url.hosts().isEmpty()) {
      return url.hosts();
    }
    return first(host, "localhost") + (port.isEmpty() ? "" : ":" + port);
  }

  private String fromPgPass(ServerUrl url) {
    String given = variable("PGPASSFILE");
    Optional<Path> file = given.isEmpty() ? atHome(".pgpass") : Optional.of(Path.of(given));
    String[] place = url.hosts().split(",")[0].split(":", 2);
    String port = place.length < 2 ? "5432" : place[1];
    List<String> wanted = List.of(place[0], port, url.database(), url.user());
    for (String line : file.map(PasswordFiles::lines).orElse(List.of())) {
      List<String> fields = fields(line);
      if (!line.startsWith("#") && fields.size() == 5 && fits(fields, wanted)) {
        return fields.get(4);
      }
    }
    return "";
  }

  private static boolean fits(List<String> fields, List<String> wanted) {
    for (int i = 0; i < wanted.size(); i++) {
      if (!fields.get(i).equals("*") && !fields.get(i).equals(wanted.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** The five fields; a backslash takes the meaning from a colon or a backslash. */
  private static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\' && i + 1 < line.length()) {
        field.append(line.charAt(++i));
      } else if (c == ':' && fields.size() < 4) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString());
    return fields;
  }

  /** The settings of {@code [client]}. */
  private Map<String, String> client() {
    Map<String, String> settings = new TreeMap<>();
    boolean inside = false;
    for (String line : atHome(".my.cnf").map(PasswordFiles::lines).orElse(List.of())) {
      String text = line.strip();
      int equals = text.indexOf('=');
      if (text.startsWith("[")) {
        inside = text.equals("[client]");
      } else if (inside && equals > 0 && !text.startsWith("#") && !text.startsWith(";")) {
        settings.put(
            text.substring(0, equals).strip(), unquoted(text.substring(equals + 1).strip()));
      }
    }
    return settings;
  }

  private static String unquoted(String value) {
    boolean quoted =
        value.length() >= 2
            && (value.charAt(0) == '"' || value.charAt(0) == '\'')
            && value.charAt(value.length() - 1) == value.charAt(0);
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  private Optional<Path> atHome(String name) {
    String home = variable("HOME");
    return home.isEmpty() ? Optional.empty() : Optional.of(Path.of(home, name));
  }

  /** A file that is not there or not ours to read has no lines. */
  private static List<String> lines(Path file) {
    try {
      return Files.isReadable(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      return List.of();
    }
  }

  private String variable(String name) {
    return environment.getOrDefault(name, "");
  }

  private static String first(String... texts) {
    for (String text : texts) {
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }
}
