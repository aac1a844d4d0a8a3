package dev.schemac.syntax;

import dev.schemac.grammar.SchemaLexer;
import dev.schemac.grammar.SchemaParser.*;
import java.util.BitSet;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * Where the canonical layout has a blank between two tokens, and which words are the language's own
 * and so in lower case. Text that the tree keeps as written stays as written.
 */
final class Spacing {
  private final BitSet verbatim;
  private final BitSet tightBefore = new BitSet();
  private final BitSet tightBehind = new BitSet();
  private final BitSet free = new BitSet();
  private final Map<Integer, String> words = new TreeMap<>();

  Spacing(BitSet verbatim, Collection<ParserRuleContext> trees) {
    this.verbatim = verbatim;
    trees.forEach(this::visit);
  }

  private void visit(ParserRuleContext node) {
    for (int at = 0; at < node.getChildCount(); at++) {
      ParseTree child = node.getChild(at);
      if (child instanceof TerminalNode leaf) {
        leaf(node, leaf.getSymbol());
      } else {
        visit((ParserRuleContext) child);
      }
    }
  }

  private void leaf(ParserRuleContext parent, Token token) {
    int at = token.getTokenIndex();
    switch (token.getType()) {
      case SchemaLexer.LP -> tightBefore.set(at, callLike(parent));
      case SchemaLexer.LB -> tightBefore.set(at);
      case SchemaLexer.QUESTION -> {
        tightBefore.set(at, parent instanceof ColumnContext);
        free.set(at, !(parent instanceof ColumnContext));
      }
      case SchemaLexer.PLUS, SchemaLexer.MINUS ->
          tightBehind.set(at, !(parent instanceof BinaryTermContext));
      case SchemaLexer.TILDE, SchemaLexer.BANG, SchemaLexer.OPERATOR, SchemaLexer.ARROW -> {
        boolean prefix = parent instanceof PrefixOperatorContext;
        tightBehind.set(at, prefix);
        free.set(at, parent instanceof InfixOperatorContext && !token.getText().equals("||"));
      }
      default -> {}
    }
    if (isWord(token) && !isName(parent) && !verbatim.get(at)) {
      words.put(at, token.getText().toLowerCase(Locale.ROOT));
    }
  }

  private static boolean callLike(ParserRuleContext parent) {
    return parent instanceof CallPrimaryContext
        || parent instanceof OperandExprContext
        || parent instanceof PlainTypeContext
        || parent instanceof RefTypeContext
        || parent instanceof AttributeContext
        || parent instanceof OperatorClassContext
        || parent instanceof CastPrimaryContext
        || parent instanceof ArrayQueryPrimaryContext
        || parent instanceof RoutineDeclContext;
  }

  private static boolean isWord(Token token) {
    return token.getType() > 0 && token.getType() < SchemaLexer.TYPE_WORD;
  }

  private static boolean isName(ParserRuleContext parent) {
    return parent instanceof IdentContext
        || parent instanceof ColumnNameContext
        || parent instanceof SoftWordContext
        || parent instanceof ClauseWordContext
        || parent instanceof ExpressionWordContext
        || parent instanceof BuiltinTypeContext
        || parent instanceof TypeWordContext
        || parent instanceof ExprWordContext;
  }

  String text(Token token) {
    return words.getOrDefault(token.getTokenIndex(), token.getText());
  }

  /** Whether a blank stands between two neighbours of one line. */
  boolean blank(Token before, Token token) {
    int left = before.getTokenIndex();
    int right = token.getTokenIndex();
    if (before instanceof BlockToken || token instanceof BlockToken) {
      return true;
    }
    boolean written = SqlText.blank(before, token);
    if (verbatim.get(left) && verbatim.get(right) || free.get(left) || free.get(right)) {
      return written;
    }
    boolean tight = tightBefore.get(right) || tightBehind.get(left) || SqlText.tight(before, token);
    return !tight;
  }
}
