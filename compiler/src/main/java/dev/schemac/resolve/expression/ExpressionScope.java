package dev.schemac.resolve.expression;

import dev.schemac.model.DataType;
import dev.schemac.model.QName;
import dev.schemac.model.Target;
import dev.schemac.syntax.Ident;
import dev.schemac.syntax.TypeExpr;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What the names in one expression mean; {@code resolve} makes one per table, domain or view. */
public interface ExpressionScope {

  /** What the expression is compiled for. */
  Target target();

  /** All targets of the project, the current one among them: text must not need a translation. */
  List<Target> allTargets();

  /** The table's local name, for {@code t.a}; empty in a domain. */
  Optional<String> tableName();

  /** A column of the row, or {@code value} in a domain or an alias. */
  Optional<Operand> column(String name);

  /** The columns of the row, for suggestions. */
  Collection<String> columnNames();

  /**
   * Whether names may be unknown here ({@code using} and {@code backfill} see the row as it was):
   * they are then kept as written, without a diagnostic.
   */
  boolean open();

  /** The sequence that {@code nextval(N)} names. */
  Optional<QName> sequence(List<Ident> name);

  /** The type of a cast; where it is unknown the scope has reported that itself. */
  Optional<DataType> type(TypeExpr type);

  /** The labels of a declared enum's type; empty for any other type. */
  List<String> labels(DataType type);

  /**
   * What a name stands for.
   *
   * @param labels of the declared enum whose values the column holds, however it is stored; else
   *     empty
   */
  record Operand(DataType type, boolean nullable, List<String> labels) {
    public Operand {
      labels = List.copyOf(labels);
    }
  }
}
