package dev.schemac.dialect.mysql;

import dev.schemac.model.Partitioning;
import dev.schemac.sql.SqlWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** {@code PARTITION BY} behind a table's options, and single partitions behind its actions. */
final class PartitionSql {
  private static final Set<String> STRINGS = Set.of("comment", "data_directory", "index_directory");
  private static final Map<String, String> KEYWORDS =
      Map.of(
          "data_directory", "DATA DIRECTORY",
          "index_directory", "INDEX DIRECTORY");

  private final Syntax syntax;

  PartitionSql(Syntax syntax) {
    this.syntax = syntax;
  }

  SqlWriter write(SqlWriter sql, Partitioning partitioning) {
    by(sql.phrase("PARTITION BY"), partitioning);
    if (partitioning.count() > 0) {
      sql.phrase("PARTITIONS").number(partitioning.count());
    }
    partitioning
        .subpartitioning()
        .ifPresent(
            sub -> {
              by(sql.line(0).phrase("SUBPARTITION BY"), sub);
              if (sub.count() > 0) {
                sql.phrase("SUBPARTITIONS").number(sub.count());
              }
            });
    if (!partitioning.partitions().isEmpty()) {
      list(sql, partitioning.partitions());
    }
    return sql;
  }

  /** {@code (PARTITION p0 VALUES …, …)}. */
  SqlWriter list(SqlWriter sql, List<Partitioning.Partition> partitions) {
    return sql.parenthesized(
        partitions,
        p -> {
          define(sql.line(2).phrase("PARTITION"), p);
          if (!p.subpartitions().isEmpty()) {
            sql.parenthesized(
                p.subpartitions(), s -> define(sql.line(4).phrase("SUBPARTITION"), s));
          }
        });
  }

  /** The server's words; an algorithm of KEY stands behind an equals sign. */
  private void by(SqlWriter sql, Partitioning partitioning) {
    String words = partitioning.strategy().toUpperCase(Locale.ROOT);
    sql.phrase(words.replace("ALGORITHM ", "ALGORITHM = "));
    sql.parenthesized(partitioning.operands(), operand -> syntax.expression(sql, operand));
  }

  private void define(SqlWriter sql, Partitioning.Partition partition) {
    sql.identifier(partition.name());
    if (!partition.bound().isEmpty()) {
      boolean rest = partition.bound().equals("default");
      (rest ? sql : sql.phrase("VALUES")).raw(rest ? "DEFAULT" : partition.bound());
    }
    partition.options().forEach((key, value) -> option(sql, key, value));
  }

  private void option(SqlWriter sql, String key, String value) {
    String keyword = KEYWORDS.getOrDefault(key, key.toUpperCase(Locale.ROOT));
    sql.phrase(keyword).phrase("=");
    if (STRINGS.contains(key)) {
      sql.string(value);
    } else if (key.equals("tablespace")) {
      sql.identifier(value);
    } else {
      syntax.word(sql, value);
    }
  }

  /** Whether a bound is written in the other dialect's form. */
  static boolean isForeign(Partitioning partitioning) {
    return partitioning.partitions().stream()
        .map(p -> p.bound().toLowerCase(Locale.ROOT))
        .anyMatch(
            b ->
                !b.isEmpty()
                    && !b.startsWith("less than")
                    && !b.startsWith("in")
                    && !b.equals("default"));
  }
}
