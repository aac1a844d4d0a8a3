package dev.schemac.catalog.mysql;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A table's options behind its closing parenthesis. */
final class ShowOptions {
  private static final Set<String> WORDS =
      Set.of(
          "engine",
          "min_rows",
          "max_rows",
          "avg_row_length",
          "pack_keys",
          "stats_persistent",
          "stats_auto_recalc",
          "stats_sample_pages",
          "checksum",
          "delay_key_write",
          "row_format",
          "key_block_size",
          "insert_method",
          "page_checksum",
          "transactional",
          "page_compressed",
          "page_compression_level",
          "encrypted",
          "encryption_key_id",
          "secondary_engine",
          "autoextend_size");

  private static final Set<String> STRINGS =
      Set.of(
          "compression",
          "encryption",
          "connection",
          "engine_attribute",
          "secondary_engine_attribute");

  private final ShowText show;
  private final ShowFacts facts;
  private final ShowGaps gaps;
  private final TreeMap<String, String> options = new TreeMap<>();
  private Optional<String> comment = Optional.empty();
  private Optional<String> charset = Optional.empty();
  private Optional<String> collation = Optional.empty();
  private String sorted = "";

  private ShowOptions(ShowText show, ShowFacts facts, ShowGaps gaps) {
    this.show = show;
    this.facts = facts;
    this.gaps = gaps;
  }

  /** All options up to the partitions. */
  static ShowOptions read(ShowText show, ShowFacts facts, ShowGaps gaps) {
    ShowOptions read = new ShowOptions(show, facts, gaps);
    while (!show.isAtEnd() && !show.peek().is("PARTITION")) {
      read.option();
    }
    read.charset();
    read.options.remove("engine", "innodb");
    return read;
  }

  SortedMap<String, String> options() {
    return options;
  }

  /** The table's own collation or the one that it has of the database. */
  String collation() {
    return sorted;
  }

  Optional<String> comment() {
    return comment;
  }

  private void option() {
    if (show.accept("DEFAULT", "CHARSET")) {
      charset = Optional.of(value());
    } else if (show.accept("COLLATE")) {
      collation = Optional.of(value());
    } else if (show.accept("COMMENT")) {
      comment = Optional.of(value());
    } else if (show.accept("AUTO_INCREMENT")) {
      // where counting goes on is data
      value();
    } else if (show.accept("DATA", "DIRECTORY")) {
      options.put("data_directory", value());
    } else if (show.accept("INDEX", "DIRECTORY")) {
      options.put("index_directory", value());
    } else if (show.accept("TABLESPACE")) {
      options.put("tablespace", value());
    } else if (show.accept("WITH", "SYSTEM", "VERSIONING")) {
      options.put("system_versioning", "true");
    } else if (show.accept("UNION")) {
      show.accept("=");
      List<String> tables = show.names();
      options.put("union", String.join(", ", tables));
    } else {
      named();
    }
  }

  private void named() {
    String key = show.peek().value().toLowerCase(Locale.ROOT);
    if (WORDS.contains(key)) {
      show.next();
      options.put(key, value().toLowerCase(Locale.ROOT));
    } else if (STRINGS.contains(key)) {
      show.next();
      options.put(key, value());
    } else {
      unknown();
    }
  }

  private void unknown() {
    String word = show.raw();
    String value = show.accept("=") ? "=" + show.value() : "";
    gaps.add("", word + value);
  }

  private String value() {
    show.accept("=");
    return show.next().value();
  }

  /** Said also where they are the database's own, which may change without the table's. */
  private void charset() {
    String set = charset.orElse(facts.charset());
    sorted = collation.or(() -> facts.defaultOf(set)).orElse(facts.collation());
    options.put("charset", ShowNames.charset(set));
    if (!facts.isDefault(set, sorted)) {
      options.put("collate", sorted);
    }
  }
}
