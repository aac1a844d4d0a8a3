package dev.schemac.dialect.mysql;

import dev.schemac.model.QName;
import dev.schemac.plan.Guard;
import java.util.List;

/** The proof that a copy has the rows of its table, no more and no less. */
final class CopiedRows {
  private CopiedRows() {}

  static List<Guard> guards(CopiedTable table) {
    return List.of(
        all("the copy lacks rows of ", table.name(), table.copy(), table),
        all("the table lacks rows of ", table.copy(), table.name(), table));
  }

  private static Guard all(String message, QName of, QName in, CopiedTable table) {
    return new Guard(
        "copied",
        message.concat(of.name()),
        new Guard.Condition.NoOrphans(of, table.keyNames(), in, table.keyNames(), false));
  }
}
