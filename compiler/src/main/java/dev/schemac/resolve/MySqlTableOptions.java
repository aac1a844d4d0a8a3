package dev.schemac.resolve;

import dev.schemac.model.Target;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Table options as {@code SHOW CREATE TABLE} prints them: sizes in bytes, and nothing that means
 * what a table has anyway.
 */
public final class MySqlTableOptions {
  private static final String ENCRYPTION = "encryption";

  private static final Set<String> NOTHING_AT_ZERO =
      Set.of(
          "max_rows",
          "min_rows",
          "avg_row_length",
          "checksum",
          "delay_key_write",
          "key_block_size",
          "autoextend_size");
  private static final Map<String, String> NOTHING =
      Map.of("insert_method", "no", ENCRYPTION, "n", "compression", "", "connection", "");
  private static final Pattern SIZE = Pattern.compile("([0-9]+)([kmg])");

  private MySqlTableOptions() {}

  /** Rewrites the options in place. */
  public static void canonical(SortedMap<String, String> options, Target target) {
    boolean shown = target.isMySql() && !target.isMariaDb() && !target.isMySqlFrom(8, 0, 16);
    Optional<String> encryption =
        Optional.ofNullable(options.get(ENCRYPTION)).filter(written -> shown);
    options.computeIfPresent(ENCRYPTION, (key, written) -> written.toLowerCase(Locale.ROOT));
    options.computeIfPresent("autoextend_size", (key, size) -> bytes(size));
    options
        .entrySet()
        .removeIf(
            o ->
                o.getValue().equals("default")
                    || NOTHING_AT_ZERO.contains(o.getKey()) && o.getValue().equals("0")
                    || o.getValue().toLowerCase(Locale.ROOT).equals(NOTHING.get(o.getKey())));
    // Before 8.0.16 the server shows it as it was written, also where it says no.
    encryption.ifPresent(written -> options.put(ENCRYPTION, written));
  }

  private static String bytes(String size) {
    Matcher m = SIZE.matcher(size.toLowerCase(Locale.ROOT));
    if (!m.matches()) {
      return size;
    }
    int shift =
        switch (m.group(2)) {
          case "k" -> 10;
          case "m" -> 20;
          default -> 30;
        };
    return Long.toString(Long.parseLong(m.group(1)) << shift);
  }
}
