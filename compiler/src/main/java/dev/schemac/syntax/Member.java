package dev.schemac.syntax;

import dev.schemac.diagnostic.Span;
import dev.schemac.model.Dialect;
import java.util.List;
import java.util.Optional;

/** Everything that stands in the body of a table, a mixin or a materialised view. */
public sealed interface Member {
  Span span();

  /** {@code NAME [was OLD] TYPE[?] clause…}. */
  record ColumnDecl(
      Optional<String> doc,
      Ident name,
      Optional<Ident> was,
      TypeExpr type,
      boolean nullable,
      List<Clause> clauses,
      List<Attribute> attributes,
      Span span)
      implements Member {}

  /** What kind of key. */
  enum KeyKind {
    PRIMARY_KEY,
    UNIQUE,
    UNIQUE_INDEX,
    INDEX,
    EXCLUDE
  }

  record KeyDecl(
      Optional<String> doc,
      KeyKind kind,
      Optional<Ident> name,
      Optional<Ident> was,
      List<Operand> operands,
      List<Clause> clauses,
      List<Attribute> attributes,
      Span span)
      implements Member {}

  /**
   * One operand of a key.
   *
   * @param prefixLength {@code name(20)}: a name with one integer, to be told from a call by the
   *     columns of the table
   * @param operatorClass as written, single-blanked
   */
  record Operand(
      Expr expression,
      Optional<Integer> prefixLength,
      Optional<Ident> collation,
      Optional<String> operatorClass,
      boolean descending,
      Optional<Boolean> nullsFirst,
      boolean withoutOverlaps,
      Optional<String> operator,
      Span span) {}

  /**
   * {@code foreign key [NAME] (a, period b) -> t (x, period y)}; {@code referenced} empty means the
   * primary key.
   */
  record ForeignKeyDecl(
      Optional<String> doc,
      Optional<Ident> name,
      Optional<Ident> was,
      List<Ident> columns,
      QualifiedIdent table,
      List<Ident> referenced,
      boolean period,
      List<Clause> clauses,
      Span span)
      implements Member {}

  record CheckDecl(
      Optional<String> doc,
      Optional<Ident> name,
      Optional<Ident> was,
      Expr condition,
      List<Clause> clauses,
      Span span)
      implements Member {}

  /** {@code not null NAME (a)}. */
  record NotNullDecl(
      Optional<String> doc, Optional<Ident> name, Ident column, List<Clause> clauses, Span span)
      implements Member {}

  /**
   * {@code retire legacy_total}, {@code retire index (a, b)}, {@code retire check (amount > 1)}.
   *
   * @param kind empty for a column
   * @param name of a column or of a named key
   * @param operands of an unnamed one
   */
  record RetireMember(
      Optional<KeyWord> kind,
      Optional<Ident> name,
      List<Expr> operands,
      Declaration.RetireCondition condition,
      Span span)
      implements Member {}

  /** The words that may stand behind {@code retire} in a table. */
  enum KeyWord {
    COLUMN,
    PRIMARY_KEY,
    UNIQUE,
    UNIQUE_INDEX,
    INDEX,
    CHECK,
    FOREIGN_KEY,
    EXCLUDE,
    NOT_NULL
  }

  /** {@code @postgres { members }}. */
  record DialectBlock(Dialect dialect, List<Member> members, Span span) implements Member {}

  /** {@code @postgres(row_security)} on a line of its own: options of the table. */
  record TableOptions(Attribute attribute) implements Member {
    @Override
    public Span span() {
      return attribute.span();
    }
  }

  /**
   * {@code partition by range (d) { … }}.
   *
   * @param strategy its words in lower case: {@code range}, {@code linear hash}, {@code list
   *     columns}
   * @param count {@code partitions 8}, else 0
   * @param subpartitioning MySQL's {@code subpartition by}; its count is that of {@code
   *     subpartitions}
   */
  record PartitionBy(
      String strategy,
      List<Expr> operands,
      int count,
      Optional<PartitionBy> subpartitioning,
      boolean external,
      List<Partition> partitions,
      Span span)
      implements Member {}

  /**
   * One partition.
   *
   * @param written its name, with a namespace where that is not its table's
   * @param bound its text, single-blanked: {@code from ('a') to ('b')}
   * @param named MySQL's {@code subpartitions { s0, s1 }}
   */
  record Partition(
      Optional<String> doc,
      QualifiedIdent written,
      Optional<QualifiedIdent> was,
      String bound,
      List<Attribute> attributes,
      Optional<PartitionBy> subpartitions,
      List<Partition> named,
      List<Member> members,
      Span span) {

    /** The local name. */
    public Ident name() {
      return written.name();
    }
  }
}
