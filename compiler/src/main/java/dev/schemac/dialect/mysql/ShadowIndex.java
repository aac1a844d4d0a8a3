package dev.schemac.dialect.mysql;

import dev.schemac.model.Expression;
import dev.schemac.model.ExpressionTree;
import dev.schemac.model.Index;
import dev.schemac.model.KeyPart;
import dev.schemac.model.QName;
import java.util.ArrayList;
import java.util.List;

/**
 * An index that stays as it is over a column that is replaced: its double over the new column.
 *
 * @param original over the column under its own name
 * @param shadow over the new column
 * @param aside what the old index is called once the double has its name
 */
record ShadowIndex(Index original, String column, Index shadow, String aside) {

  String name() {
    return original.name();
  }

  /** The doubles of a column's unchanged indexes. */
  static List<ShadowIndex> of(Situation s, QName table, String column, String newName) {
    List<ShadowIndex> found = new ArrayList<>();
    for (Index index : s.was(table).indexes()) {
      boolean stays =
          s.is(table).index(index.name()).isPresent()
              && !s.changes(Paths.index(table, index.name()));
      if (stays && Interference.names(index.parts(), column)) {
        found.add(
            new ShadowIndex(
                index,
                column,
                over(index, column, newName).withName(FreeName.cut(index.name().concat("_new"))),
                FreeName.cut(index.name().concat("_old"))));
      }
    }
    return found;
  }

  /** The index over another column in the place of its own. */
  Index over(String other) {
    return over(original, column, other);
  }

  private static Index over(Index index, String column, String other) {
    List<KeyPart> parts = index.parts().stream().map(p -> over(p, column, other)).toList();
    return new Index(
        index.name(),
        index.unique(),
        index.method(),
        parts,
        index.include(),
        index.predicate(),
        index.nullsNotDistinct(),
        index.comment(),
        index.options());
  }

  private static KeyPart over(KeyPart part, String column, String other) {
    Expression expression =
        ExpressionTree.rewrite(
            part.expression(),
            node ->
                node instanceof Expression.ColumnRef(var name) && name.equals(column)
                    ? new Expression.ColumnRef(other)
                    : node);
    return new KeyPart(
        expression,
        part.prefixLength(),
        part.collation(),
        part.operatorClass(),
        part.direction(),
        part.nullsFirst(),
        part.withoutOverlaps(),
        part.operator());
  }
}
