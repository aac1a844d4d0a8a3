package dev.schemac.resolve;

import dev.schemac.model.Column;
import dev.schemac.model.Dialect;
import dev.schemac.model.Identity;
import dev.schemac.model.StorageParameters;
import dev.schemac.model.Target;
import dev.schemac.model.TriggerStates;
import java.util.Set;
import java.util.TreeSet;

/**
 * The closed lists of dialect options (PostgreSQL manual, "CREATE TABLE: Storage Parameters",
 * "CREATE INDEX", "CREATE VIEW"; MySQL manual, "CREATE TABLE: Table Options", "CREATE INDEX").
 */
final class OptionCatalogue {
  private static final Set<String> POSTGRES_TABLE =
      Set.of(
          "unlogged",
          "fillfactor",
          "toast_tuple_target",
          "parallel_workers",
          "user_catalog_table",
          "tablespace",
          "access_method",
          "replica_identity",
          "cluster",
          "row_security",
          "force_row_security",
          "owner",
          "inherits",
          "of");

  private static final Set<String> POSTGRES_INDEX =
      Set.of(
          "fillfactor",
          "tablespace",
          "deduplicate_items",
          "fastupdate",
          "gin_pending_list_limit",
          "buffering",
          "pages_per_range",
          "autosummarize",
          "statistics",
          // pgvector, bloom
          "m",
          "ef_construction",
          "lists",
          "length");

  private static final Set<String> MYSQL_TABLE =
      Set.of(
          "engine",
          "charset",
          "collate",
          "row_format",
          "key_block_size",
          "stats_persistent",
          "stats_auto_recalc",
          "stats_sample_pages",
          "auto_increment",
          "autoextend_size",
          "avg_row_length",
          "checksum",
          "compression",
          "connection",
          "data_directory",
          "index_directory",
          "delay_key_write",
          "encryption",
          "insert_method",
          "max_rows",
          "min_rows",
          "pack_keys",
          "tablespace",
          "union",
          "engine_attribute",
          "secondary_engine",
          "secondary_engine_attribute",
          "page_checksum",
          "transactional",
          "page_compressed",
          "page_compression_level",
          "encrypted",
          "encryption_key_id",
          "system_versioning");

  /** What MariaDB has and MySQL has not. */
  private static final Set<String> MARIADB =
      Set.of(
          "page_checksum",
          "transactional",
          "page_compressed",
          "page_compression_level",
          "encrypted",
          "encryption_key_id",
          "system_versioning",
          "check",
          "compressed",
          "row",
          "without_system_versioning",
          "header");

  /** What MySQL has and MariaDB has not, whatever owns it. */
  private static final Set<String> NOT_ON_MARIADB =
      Set.of(
          "srid",
          "column_format",
          "storage",
          "engine_attribute",
          "secondary_engine",
          "secondary_engine_attribute",
          "autoextend_size",
          "compression");

  private OptionCatalogue() {}

  /** Whether only the other of MySQL and MariaDB has the option. */
  static boolean isOfOtherFlavour(Target target, String key) {
    return target.isMariaDb()
        ? NOT_ON_MARIADB.contains(key)
        : target.isMySql() && (MARIADB.contains(key) || key.startsWith("period."));
  }

  /**
   * Keys with a name in them: {@code default.c}, what an insert into a view gets for its column
   * {@code c}; {@code statistics.c}, what is said of a materialized view's column; {@code
   * comment.k}, the comment on a domain's constraint {@code k}; {@code period.p}, the two columns
   * of a period {@code p} of MariaDB.
   */
  static boolean isNamed(Dialect dialect, OptionOwner owner, String key) {
    return dialect == Dialect.MYSQL
        ? owner == OptionOwner.TABLE && key.startsWith("period.")
        : switch (owner) {
          case VIEW -> key.startsWith("default.");
          case MATERIALIZED_VIEW -> ofColumn(key);
          case DOMAIN -> key.startsWith("comment.");
          case NAMESPACE,
              TYPE,
              NATIVE,
              ROUTINE,
              TABLE,
              PARTITION,
              COLUMN,
              INDEX,
              EXCLUSION,
              CONSTRAINT,
              SEQUENCE,
              EXTENSION,
              TRIGGER,
              OTHER ->
              false;
        };
  }

  /** {@code statistics.c}: what a column of a table would have for an option, of column c. */
  private static boolean ofColumn(String key) {
    int dot = key.indexOf('.');
    return dot > 0
        && !key.startsWith("identity_")
        && !key.startsWith(Column.INHERITED)
        && postgres(OptionOwner.COLUMN).contains(key.substring(0, dot));
  }

  /** The keys that {@code owner} may have in the dialect. */
  static Set<String> keys(Dialect dialect, OptionOwner owner) {
    return dialect == Dialect.POSTGRES ? postgres(owner) : mysql(owner);
  }

  private static Set<String> postgres(OptionOwner owner) {
    return switch (owner) {
      case NAMESPACE, TYPE, NATIVE, ROUTINE -> Set.of("owner");
      case DOMAIN -> Set.of("owner", "not_null");
      case TABLE, PARTITION -> tableKeys();
      case COLUMN ->
          Set.of(
              "storage",
              "compression",
              "statistics",
              "n_distinct",
              "n_distinct_inherited",
              Column.INHERITED,
              Identity.COMMENT,
              Identity.PERSISTENCE);
      case INDEX -> POSTGRES_INDEX;
      case EXCLUSION -> exclusionKeys();
      case CONSTRAINT -> Set.of("fillfactor", "tablespace", "deduplicate_items", "index_comment");
      case VIEW -> Set.of("security_barrier", "security_invoker", "check_option", "owner");
      case MATERIALIZED_VIEW -> materialized();
      case SEQUENCE -> Set.of("owner", "unlogged");
      case EXTENSION -> Set.of("schema", "version");
      case TRIGGER -> triggerKeys();
      case OTHER -> Set.of();
    };
  }

  private static Set<String> mysql(OptionOwner owner) {
    return switch (owner) {
      case NAMESPACE -> Set.of("engine", "charset", "collate", "row_format", "encryption");
      case TABLE -> MYSQL_TABLE;
      case COLUMN ->
          Set.of(
              "charset",
              "invisible",
              "column_format",
              "storage",
              "srid",
              "no_default",
              "default_expression",
              "check",
              "compressed",
              "row",
              "without_system_versioning",
              "engine_attribute",
              "secondary_engine_attribute");
      case INDEX, CONSTRAINT ->
          Set.of(
              "parser",
              "invisible",
              "key_block_size",
              "engine_attribute",
              "secondary_engine_attribute");
      case VIEW -> withSession("algorithm", "security", "definer", "check_option");
      case ROUTINE -> withSession("definer", "sql_mode", "security", "parameters", "aggregate");
      case TRIGGER -> withSession("definer", "sql_mode", "header");
      case NATIVE -> withSession("sql_mode", "time_zone");
      case PARTITION ->
          Set.of(
              "engine",
              "comment",
              "data_directory",
              "index_directory",
              "max_rows",
              "min_rows",
              "tablespace");
      case MATERIALIZED_VIEW, TYPE, DOMAIN, SEQUENCE, EXTENSION, EXCLUSION, OTHER -> Set.of();
    };
  }

  /** What the server keeps of the session that makes an object with a text. */
  private static Set<String> withSession(String... keys) {
    Set<String> all = new TreeSet<>(Set.of(keys));
    all.add("character_set_client");
    all.add("collation_connection");
    return all;
  }

  private static Set<String> triggerKeys() {
    Set<String> keys = new TreeSet<>(Set.of("enabled"));
    TriggerStates.ALL.forEach(state -> keys.add(state + TriggerStates.ON));
    return keys;
  }

  private static Set<String> exclusionKeys() {
    Set<String> keys = new TreeSet<>(POSTGRES_INDEX);
    keys.add("index_comment");
    return keys;
  }

  private static Set<String> tableKeys() {
    Set<String> keys = new TreeSet<>(POSTGRES_TABLE);
    keys.addAll(StorageParameters.VACUUM);
    for (String key : StorageParameters.VACUUM) {
      keys.add("toast." + key);
    }
    return keys;
  }

  private static Set<String> materialized() {
    Set<String> keys = new TreeSet<>(StorageParameters.VACUUM);
    StorageParameters.VACUUM.forEach(key -> keys.add("toast." + key));
    keys.add("fillfactor");
    keys.add("toast_tuple_target");
    keys.add("parallel_workers");
    keys.add("cluster");
    keys.add("replica_identity");
    keys.add("tablespace");
    keys.add("access_method");
    keys.add("with_data");
    keys.add("owner");
    return keys;
  }
}
