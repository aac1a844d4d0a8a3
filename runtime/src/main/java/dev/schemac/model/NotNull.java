package dev.schemac.model;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What PostgreSQL 18 keeps of a column's NOT NULL beside its name, among the column's options: it
 * is a constraint there.
 */
public final class NotNull {
  /** Heirs of the table may hold NULL: {@code true}. */
  public static final String NO_INHERIT = "not null no inherit";

  /** Rows from before may hold NULL: {@code true}. */
  public static final String NOT_VALID = "not null not valid";

  /** An heir has it itself on a column that parents have too: {@code true}. */
  public static final String OWN = "not null own";

  /** The comment on the constraint. */
  public static final String COMMENT = "not null comment";

  private NotNull() {}

  /** Whether an option speaks of the constraint. */
  public static boolean is(String key) {
    return key.startsWith("not null ");
  }

  /** The options without those of the constraint. */
  public static SortedMap<String, String> without(SortedMap<String, String> options) {
    SortedMap<String, String> others = new TreeMap<>(options);
    others.keySet().removeIf(NotNull::is);
    return others;
  }

  /** The options of the constraint alone. */
  public static SortedMap<String, String> of(Column column) {
    SortedMap<String, String> own = new TreeMap<>(column.options());
    own.keySet().removeIf(key -> !is(key));
    return own;
  }

  public static boolean isNoInherit(Column column) {
    return column.options().containsKey(NO_INHERIT);
  }

  public static boolean isNotValid(Column column) {
    return column.options().containsKey(NOT_VALID);
  }

  /** Whether an heir would have it without its parents too. */
  public static boolean isOwn(Column column) {
    return column.options().containsKey(OWN);
  }

  /** The column with one of its own, or with the parents' alone. */
  public static Column withOwn(Column column, boolean own) {
    SortedMap<String, String> options = new TreeMap<>(column.options());
    options.remove(OWN);
    if (own) {
      options.put(OWN, "true");
    }
    return column.withOptions(options);
  }

  /** The comment on the constraint. */
  public static Optional<String> comment(Column column) {
    return Optional.ofNullable(column.options().get(COMMENT));
  }

  /** Its name: the author's, else the server's. */
  public static String name(String table, Column column) {
    return column.notNullName().orElseGet(() -> ChosenName.of(table, column.name(), "not_null"));
  }
}
