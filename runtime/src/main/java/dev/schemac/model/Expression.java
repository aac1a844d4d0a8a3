package dev.schemac.model;

import java.util.List;
import java.util.Optional;

/**
 * An expression in normal form: two expressions mean the same when they are equal. Portable
 * functions stand under schemac's name ({@code now}, {@code today}, {@code uuid}); each dialect
 * prints its own spelling. {@code between} is written as two comparisons joined by {@code and},
 * {@code not in}, {@code is not null} as {@code not}, {@code !=} as {@code <>}; keywords and
 * function names are lower case.
 */
public sealed interface Expression {

  /** A number as written, e.g. {@code 12.50}, without sign. */
  record NumberLiteral(String text) implements Expression {}

  /** A string's value, without quotes or escapes. */
  record StringLiteral(String value) implements Expression {}

  record BooleanLiteral(boolean value) implements Expression {}

  record NullLiteral() implements Expression {}

  /**
   * A typed literal with a prefix word: {@code interval '3 minutes'}, {@code date '2020-01-01'},
   * MySQL's {@code b'101'}, {@code x'ff'}.
   */
  record TypedLiteral(String prefix, String value) implements Expression {}

  /** A column of the row; {@code value} in a domain is a column named {@code value}. */
  record ColumnRef(String name) implements Expression {}

  /** {@code new.total}, {@code users.id}. */
  record QualifiedRef(List<String> parts) implements Expression {
    public QualifiedRef {
      parts = List.copyOf(parts);
    }
  }

  /** A sequence as the argument of {@code nextval}. */
  record SequenceRef(QName sequence) implements Expression {}

  /** A call; {@code function} is lower case, qualified with dots where it was written so. */
  record Call(String function, List<Expression> arguments, boolean distinct) implements Expression {
    public Call {
      arguments = List.copyOf(arguments);
    }

    public static Call of(String function, Expression... arguments) {
      return new Call(function, List.of(arguments), false);
    }
  }

  /** {@code count(*)}'s star. */
  record Star() implements Expression {}

  /** {@code not}, {@code -}, {@code +}, {@code ~}. */
  record Unary(String operator, Expression operand) implements Expression {}

  /**
   * {@code and or = <> < <= > >= + - * / % || ^ & | # << >> ~ ~* !~ !~* -> ->> #> #>> @> <@ ? ?| ?&
   * && <=> like ilike regexp div xor}, {@code is distinct from} …, in lower case.
   */
  record Binary(String operator, Expression left, Expression right) implements Expression {}

  /** {@code operand in (list)}; also PostgreSQL's {@code = any (array[…])}. */
  record In(Expression operand, List<Expression> list) implements Expression {
    public In {
      list = List.copyOf(list);
    }
  }

  record IsNull(Expression operand) implements Expression {}

  /** {@code operand is true|false|unknown}. */
  record IsTruth(Expression operand, String truth) implements Expression {}

  record When(Expression condition, Expression result) {}

  record Case(Optional<Expression> operand, List<When> whens, Optional<Expression> otherwise)
      implements Expression {
    public Case {
      whens = List.copyOf(whens);
    }
  }

  record Cast(Expression operand, DataType type) implements Expression {}

  /** {@code array[…]}. */
  record ArrayLiteral(List<Expression> elements) implements Expression {
    public ArrayLiteral {
      elements = List.copyOf(elements);
    }
  }

  /** {@code (a, b)}. */
  record Row(List<Expression> elements) implements Expression {
    public Row {
      elements = List.copyOf(elements);
    }
  }

  /** {@code operand collate name}. */
  record Collate(Expression operand, String collation) implements Expression {}

  /**
   * Text that schemac does not understand (a subquery, an unknown form), kept with single blanks
   * between its tokens; printed as it stands.
   */
  record Sql(String text) implements Expression {}
}
