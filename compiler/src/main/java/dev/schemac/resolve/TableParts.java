package dev.schemac.resolve;

import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.Expression;
import dev.schemac.model.Index;
import dev.schemac.model.PartitionOf;
import dev.schemac.model.Partitioning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A table whose members are resolved and whose keys and constraints still wait for names. */
final class TableParts {
  final TableDraft draft;
  final List<Column> columns = new ArrayList<>();
  final List<Unnamed<Constraint>> constraints = new ArrayList<>();
  final List<Unnamed<Index>> indexes = new ArrayList<>();
  final List<List<Expression>> rows = new ArrayList<>();
  Optional<Partitioning> partitioning = Optional.empty();
  Optional<PartitionOf> partitionOf = Optional.empty();

  TableParts(TableDraft draft) {
    this.draft = draft;
  }
}
