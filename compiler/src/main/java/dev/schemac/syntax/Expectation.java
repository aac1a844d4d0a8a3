package dev.schemac.syntax;

import dev.schemac.grammar.SchemaLexer;
import dev.schemac.grammar.SchemaParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/** A set of tokens that could have stood at some place, in words. */
final class Expectation {
  private static final int FEW = 4;

  private static final Set<Integer> EXPRESSIONS =
      Set.of(
          SchemaParser.RULE_expr,
          SchemaParser.RULE_isTest,
          SchemaParser.RULE_comparison,
          SchemaParser.RULE_matching,
          SchemaParser.RULE_term,
          SchemaParser.RULE_primary,
          SchemaParser.RULE_argument,
          SchemaParser.RULE_callArguments,
          SchemaParser.RULE_defaultValue);

  private static final Set<Integer> TYPES =
      Set.of(
          SchemaParser.RULE_typeUse,
          SchemaParser.RULE_simpleType,
          SchemaParser.RULE_baseType,
          SchemaParser.RULE_typeName,
          SchemaParser.RULE_typeWord);

  private static final Set<Integer> OPENED =
      Set.of(
          SchemaParser.RULE_keyDecl,
          SchemaParser.RULE_checkDecl,
          SchemaParser.RULE_notNullDecl,
          SchemaParser.RULE_foreignKeyDecl,
          SchemaParser.RULE_clause);

  private Expectation() {}

  /** {@code , expected …}, or nothing where nothing useful can be said. */
  static String describe(IntervalSet expected, int rule) {
    List<String> words = new ArrayList<>();
    words(expected).forEach(word -> words.add("`" + word + "`"));
    others(expected, words);
    boolean names = expected.contains(SchemaLexer.IDENT);
    if (TYPES.contains(rule) && names) {
      return ", expected a type";
    }
    if (EXPRESSIONS.contains(rule) && names && expected.contains(SchemaLexer.CAST)) {
      return ", expected an expression";
    }
    if (expected.contains(SchemaLexer.NAMESPACE) && !names) {
      return ", expected a declaration such as `table` or `enum`";
    }
    if (expected.contains(SchemaLexer.BACKFILL)
        && expected.contains(SchemaLexer.DEFAULT)
        && !names) {
      return ", expected a clause such as `default` or `check`, or the next line";
    }
    if (OPENED.contains(rule) && expected.contains(SchemaLexer.LP)) {
      return ", expected `(`";
    }
    if (names) {
      return ", expected a name";
    }
    if (!words.isEmpty() && words.size() <= FEW) {
      return ", expected " + list(words);
    }
    return expected.contains(Token.EOF) && words.isEmpty() ? ", expected the next line" : "";
  }

  /** The words and signs of the set as they are written. */
  static List<String> words(IntervalSet expected) {
    List<String> words = new ArrayList<>();
    for (int type : expected.toList()) {
      String literal = type > 0 ? SchemaLexer.VOCABULARY.getLiteralName(type) : null;
      if (literal != null) {
        words.add(literal.substring(1, literal.length() - 1));
      } else if (type == SchemaLexer.BLOCK) {
        words.add("{");
      }
    }
    return words;
  }

  private static void others(IntervalSet expected, List<String> words) {
    if (expected.contains(SchemaLexer.NUMBER)) {
      words.add("a number");
    }
    if (expected.contains(SchemaLexer.STRING)) {
      words.add("a text in quotes");
    }
    if (expected.contains(SchemaLexer.RAW)) {
      words.add("a raw block");
    }
    words.removeIf(word -> word.equals("`+`") || word.equals("`-`"));
  }

  private static String list(List<String> words) {
    StringBuilder text = new StringBuilder();
    for (int at = 0; at < words.size(); at++) {
      text.append(at == 0 ? "" : at == words.size() - 1 ? " or " : ", ");
      text.append(words.get(at));
    }
    return text.toString();
  }
}
