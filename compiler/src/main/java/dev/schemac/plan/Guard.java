package dev.schemac.plan;

import dev.schemac.model.Expression;
import dev.schemac.model.QName;
import java.util.List;
import java.util.Optional;

/**
 * What must hold before a step runs. The dialect writes it as a query that stops the migration with
 * the message.
 *
 * @param id {@code no-duplicates}, {@code table-empty}, …
 * @param message what is wrong where it does not hold, for a person: {@code two rows share a
 *     stripeProductId}
 */
public record Guard(String id, String message, Condition condition) {

  /** A condition, mostly over rows. */
  public sealed interface Condition {

    /** Nothing can make it hold: the script stops here with the message. */
    record Never() implements Condition {}

    /** No row of the table fulfils the expression; an empty one means: the table has no rows. */
    record NoRow(QName table, Optional<Expression> where) implements Condition {}

    /**
     * No two rows agree in all operands; rows with a NULL operand count only where {@code
     * nullsEqual}.
     */
    record NoDuplicates(
        QName table, List<Expression> operands, Optional<Expression> where, boolean nullsEqual)
        implements Condition {
      public NoDuplicates {
        operands = List.copyOf(operands);
      }
    }

    /**
     * Every non-NULL key finds its row in the referenced table.
     *
     * @param period whether the last column is a range that rows of the referenced table cover
     *     together
     */
    record NoOrphans(
        QName table,
        List<String> columns,
        QName referenced,
        List<String> referencedColumns,
        boolean period)
        implements Condition {
      public NoOrphans {
        columns = List.copyOf(columns);
        referencedColumns = List.copyOf(referencedColumns);
      }
    }
  }
}
