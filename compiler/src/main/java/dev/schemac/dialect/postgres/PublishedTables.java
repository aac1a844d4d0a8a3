package dev.schemac.dialect.postgres;

import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import dev.schemac.sql.PostgresQuoting;
import dev.schemac.sql.SqlWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tables whose rows the server lets nobody update, since their updates are published and their
 * replica identity does not tell what a subscriber has to know.
 */
final class PublishedTables {
  private static final Pattern PUBLISH = Pattern.compile("\\bpublish = '([^']*)'");
  private static final Pattern ITEM =
      Pattern.compile("(?s)(?:TABLE )?(?:ONLY )?(\\S+?)(?: \\(([^)]*)\\))?(?: WHERE (.*))?");

  private PublishedTables() {}

  /** Why no row of a table can be updated before the plan runs. */
  static Optional<String> obstacle(QName name, PlanFacts facts) {
    return facts
        .tableBefore(name)
        .filter(t -> !"full".equalsIgnoreCase(t.options().get("replica_identity")))
        .flatMap(
            t ->
                facts.context().before().all(SchemaObject.NativeObject.class).stream()
                    .filter(n -> n.nativeKind().equals("publication"))
                    .filter(n -> publishesUpdates(n.create()) && refuses(n.create(), t))
                    .map(
                        n -> "publication ".concat(n.name().name()).concat(" lets none be updated"))
                    .findFirst());
  }

  private static boolean publishesUpdates(String publication) {
    Matcher publish = PUBLISH.matcher(publication);
    return !publish.find() || publish.group(1).contains("update");
  }

  private static boolean refuses(String publication, Table table) {
    Set<String> identity = identity(table);
    if (publication.contains(" FOR ALL TABLES")) {
      return identity.isEmpty();
    }
    String name = quoted(table.name());
    for (String item : items(publication)) {
      Matcher m = ITEM.matcher(item);
      boolean whole = item.startsWith("TABLES IN SCHEMA ") && inSchema(item, table);
      if (whole && identity.isEmpty()) {
        return true;
      }
      if (m.matches() && m.group(1).equals(name)) {
        return identity.isEmpty() || hides(m, table, identity);
      }
    }
    return false;
  }

  private static boolean inSchema(String item, Table table) {
    String namespace = table.name().namespace();
    return ColumnReferences.mentions(item, namespace.isEmpty() ? "public" : namespace);
  }

  /** A list of columns has to hold the identity, and a condition nothing else. */
  private static boolean hides(Matcher item, Table table, Set<String> identity) {
    String columns = item.group(2);
    String condition = item.group(3);
    return columns != null
            && !identity.stream().allMatch(c -> ColumnReferences.mentions(columns, c))
        || condition != null
            && table.columns().stream()
                .anyMatch(
                    c ->
                        !identity.contains(c.name())
                            && ColumnReferences.mentions(condition, c.name()));
  }

  /** The columns that tell a row; none where nothing does. */
  private static Set<String> identity(Table table) {
    Set<String> found = new LinkedHashSet<>();
    String option = table.options().get("replica_identity");
    if (option == null || option.equalsIgnoreCase("default")) {
      table
          .primaryKey()
          .ifPresent(k -> k.parts().forEach(p -> p.columnName().ifPresent(found::add)));
    } else if (!option.equalsIgnoreCase("nothing")) {
      table.columns().forEach(c -> found.add(c.name())); // an index that may hold any of them
    }
    return found;
  }

  private static String quoted(QName name) {
    return new SqlWriter(PostgresQuoting.INSTANCE).name(name).text();
  }

  /** What stands between the commas behind FOR. */
  private static List<String> items(String publication) {
    int start = publication.indexOf(" FOR ");
    List<String> items = new ArrayList<>();
    StringBuilder item = new StringBuilder();
    int depth = 0;
    String rest = start < 0 ? "" : publication.substring(start + 5);
    for (int i = 0; i < rest.length(); i++) {
      char c = rest.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0 && (c == ',' || rest.startsWith(" WITH (", i))) {
        items.add(item.toString().strip());
        item.setLength(0);
        if (c != ',') {
          return items;
        }
      } else {
        item.append(c);
      }
    }
    items.add(item.toString().strip());
    return items;
  }
}
