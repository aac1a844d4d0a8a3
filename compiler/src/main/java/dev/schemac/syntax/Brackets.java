package dev.schemac.syntax;

import dev.schemac.grammar.SchemaLexer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.Token;

/**
 * Which bracket closes which, in one pass. A brace closes whatever parenthesis was left open, so an
 * open one harms no more than its own line. Where braces do not balance, a declaration that begins
 * no deeper than the one whose brace is open closes it.
 */
final class Brackets {
  /** No partner. */
  static final int NONE = -1;

  /** How deep parentheses may nest; the parser and every walker of the tree recurse that deep. */
  static final int MAX_DEPTH = 200;

  private final List<Token> tokens;
  private final BitSet firstOnLine;
  private final int[] columns;
  private final int[] partner;
  private final BitSet tooDeep = new BitSet();
  private final BitSet endsWithoutBrace = new BitSet();

  private Brackets(TokenList list) {
    this.tokens = list.visible();
    this.firstOnLine = list.firstOnLine();
    this.columns = list.columns();
    this.partner = new int[tokens.size()];
  }

  static Brackets of(TokenList list) {
    Brackets brackets = new Brackets(list);
    if (!brackets.match(false)) {
      brackets.match(true);
    }
    return brackets;
  }

  /**
   * The place of the closing bracket; for a brace that is never closed the place behind its last
   * token; {@link #NONE} for a parenthesis without partner.
   */
  int partner(int open) {
    return partner[open];
  }

  /** Whether the block of this brace ends without one. */
  boolean endsWithoutBrace(int open) {
    return endsWithoutBrace.get(open);
  }

  /** The first parenthesis in the range that nests too deeply, or {@link #NONE}. */
  int tooDeep(int from, int to) {
    int found = tooDeep.nextSetBit(from);
    return found >= 0 && found <= to ? found : NONE;
  }

  /** False where a brace was never closed and layout was not consulted. */
  private boolean match(boolean byLayout) {
    Arrays.fill(partner, NONE);
    tooDeep.clear();
    Deque<Integer> braces = new ArrayDeque<>();
    Deque<Integer> column = new ArrayDeque<>();
    Deque<Integer> parens = new ArrayDeque<>();
    int lineColumn = 0;
    for (int at = 0; at < tokens.size(); at++) {
      Token token = tokens.get(at);
      if (firstOnLine.get(at)) {
        if (byLayout && !braces.isEmpty() && beginsDeclaration(at)) {
          closeByLayout(at, braces, column, parens);
        }
        lineColumn = parens.isEmpty() ? columns[at] : lineColumn;
      }
      switch (token.getType()) {
        case SchemaLexer.LP, SchemaLexer.LB -> {
          parens.push(at);
          if (parens.size() > MAX_DEPTH) {
            tooDeep.set(at);
          }
        }
        case SchemaLexer.RP, SchemaLexer.RB -> close(at, parens);
        case SchemaLexer.LBRACE -> {
          parens.clear();
          braces.push(at);
          column.push(lineColumn);
        }
        case SchemaLexer.RBRACE -> {
          parens.clear();
          if (!braces.isEmpty()) {
            column.pop();
            partner[braces.pop()] = at;
          }
        }
        default -> {}
      }
    }
    boolean balanced = braces.isEmpty();
    endAll(tokens.size(), braces);
    return balanced;
  }

  private void close(int at, Deque<Integer> parens) {
    int wanted = tokens.get(at).getType() == SchemaLexer.RP ? SchemaLexer.LP : SchemaLexer.LB;
    if (!parens.isEmpty() && tokens.get(parens.peek()).getType() == wanted) {
      partner[parens.pop()] = at;
    }
  }

  private void closeByLayout(
      int at, Deque<Integer> braces, Deque<Integer> column, Deque<Integer> parens) {
    int here = columns[at];
    while (!braces.isEmpty() && here <= column.peek()) {
      column.pop();
      int open = braces.pop();
      partner[open] = at;
      endsWithoutBrace.set(open);
      parens.clear();
    }
  }

  private void endAll(int at, Deque<Integer> braces) {
    for (int open : braces) {
      partner[open] = at;
      endsWithoutBrace.set(open);
    }
  }

  private boolean beginsDeclaration(int at) {
    boolean named = at + 1 < tokens.size() && !firstOnLine.get(at + 1);
    return named && DeclarationWords.begins(tokens.get(at).getType());
  }
}
