package dev.schemac.dialect.mysql;

import dev.schemac.ddl.TableAction.PartitionAction;
import dev.schemac.sql.SqlWriter;

/** What {@code ALTER TABLE} does to partitions. */
final class PartitionActionSql {
  private final PartitionSql partitions;

  PartitionActionSql(Syntax syntax) {
    this.partitions = new PartitionSql(syntax);
  }

  /** Whether nothing but the algorithm may stand in front of it, and a comma between them. */
  static boolean standsAlone(PartitionAction action) {
    return switch (action) {
      case PartitionAction.By ignored -> false;
      case PartitionAction.Remove ignored -> false;
      case PartitionAction.Add ignored -> true;
      case PartitionAction.AddNumber ignored -> true;
      case PartitionAction.Drop ignored -> true;
      case PartitionAction.Reorganize ignored -> true;
      case PartitionAction.Coalesce ignored -> true;
    };
  }

  SqlWriter write(SqlWriter sql, PartitionAction action) {
    return switch (action) {
      case PartitionAction.By(var partitioning) -> partitions.write(sql, partitioning);
      case PartitionAction.Remove() -> sql.phrase("REMOVE PARTITIONING");
      case PartitionAction.Add(var added) -> partitions.list(sql.phrase("ADD PARTITION"), added);
      case PartitionAction.AddNumber(var more) ->
          sql.phrase("ADD PARTITION PARTITIONS").number(more);
      case PartitionAction.Drop(var names) ->
          sql.phrase("DROP PARTITION").commaList(names, sql::identifier);
      case PartitionAction.Reorganize(var names, var into) ->
          partitions.list(
              sql.phrase("REORGANIZE PARTITION").commaList(names, sql::identifier).phrase("INTO"),
              into);
      case PartitionAction.Coalesce(var fewer) -> sql.phrase("COALESCE PARTITION").number(fewer);
    };
  }
}
