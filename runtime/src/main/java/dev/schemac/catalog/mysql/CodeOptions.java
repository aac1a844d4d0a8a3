package dev.schemac.catalog.mysql;

import dev.schemac.sql.MySqlMode;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a routine, a trigger, an event or a view keeps of the session that made it, as options of
 * the model: only where a session of schemac's would give something else.
 */
final class CodeOptions {
  private final ReadContext context;
  private final SortedMap<String, String> options = new TreeMap<>();

  CodeOptions(ReadContext context) {
    this.context = context;
  }

  CodeOptions definer(String account) {
    if (!account.equals(context.user())) {
      options.put("definer", account);
    }
    return this;
  }

  CodeOptions mode(String mode) {
    if (!MySqlMode.isPinned(mode)) {
      options.put("sql_mode", mode);
    }
    return this;
  }

  CodeOptions timeZone(String zone) {
    if (!zone.equals("+00:00")) {
      options.put("time_zone", zone);
    }
    return this;
  }

  CodeOptions charset(String client, String collation) {
    if (!client.equals("utf8mb4") || !collation.equals(context.collation())) {
      options.put("character_set_client", client);
      options.put("collation_connection", collation);
    }
    return this;
  }

  /** Only the database itself could give another one, for all that is made in it. */
  CodeOptions database(String object, String collation) {
    if (!collation.equals(context.databaseCollation())) {
      context.unsupported(object, "it was made while the database's collation was " + collation);
    }
    return this;
  }

  SortedMap<String, String> all() {
    return options;
  }
}
