package dev.schemac.sql;

import dev.schemac.model.DataType;
import dev.schemac.model.Expression;
import dev.schemac.model.QName;
import java.util.Optional;

/** What the texts of an expression differ in: a dialect's SQL, or the language. */
interface ExpressionSpelling {

  Quoting quoting();

  /** A keyword given in upper case. */
  String word(String keywords);

  String string(String value);

  /** SQL of the user's own writing. */
  default String embedded(String sql) {
    return sql;
  }

  String typed(Expression.TypedLiteral literal);

  String sequence(QName sequence);

  /** The name of a function that needs no special form. */
  String function(Expression.Call call);

  /** A call that is written otherwise than as name and arguments. */
  Optional<String> special(Expression.Call call, ExpressionWriter writer);

  /** The operator's text; {@code not} is empty or {@code NOT }. */
  String operator(String operator, String not);

  /** Whether a negation is written inside the operator: {@code not like}. */
  boolean negatesInside(String operator);

  /** How tightly an operator binds that the dialects do not share. */
  int otherPrecedence(String operator);

  String cast(Expression operand, DataType type, ExpressionWriter writer);

  int castPrecedence();

  /** A form without an equal here, as one that has: {@code ||} as {@code concat}. */
  Expression translate(Expression e);

  boolean callsAreKeyParts();

  String defaultValue(Expression e, DataType column, ExpressionWriter writer);
}
