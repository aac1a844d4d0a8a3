package dev.schemac.syntax;

import dev.schemac.grammar.SchemaParser.ColumnContext;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** Prints adjacent columns with their names, types and clauses one below the other. */
final class ColumnPrinter {
  /** A longer name or type moves nobody else's. */
  private static final int MAX_NAME = 32;

  private static final int MAX_TYPE = 28;

  private final LinePrinter lines;

  ColumnPrinter(LinePrinter lines) {
    this.lines = lines;
  }

  /** A column's tokens by what they are; {@code aligned} unless comments stand between them. */
  record Parts(List<Token> name, List<Token> type, List<Token> rest, boolean aligned) {}

  /** How wide names and types of a group are. */
  record Widths(int name, int type) {}

  Parts parts(Line line, ColumnContext node) {
    int type = node.typeUse().getStart().getTokenIndex();
    Token last = node.QUESTION() == null ? node.typeUse().getStop() : node.QUESTION().getSymbol();
    List<Token> tokens = line.tokens();
    int first = 0;
    while (tokens.get(first).getTokenIndex() < type) {
      first++;
    }
    int rest = first;
    while (rest < tokens.size() && tokens.get(rest).getTokenIndex() <= last.getTokenIndex()) {
      rest++;
    }
    boolean aligned = true;
    for (int at = 1; at <= Math.min(rest, tokens.size() - 1); at++) {
      aligned &= lines.commentsBetween(tokens.get(at - 1), tokens.get(at)).isEmpty();
    }
    return new Parts(
        tokens.subList(0, first),
        tokens.subList(first, rest),
        tokens.subList(rest, tokens.size()),
        aligned);
  }

  Widths widths(List<Parts> group) {
    List<Integer> names = new ArrayList<>(List.of(0));
    List<Integer> types = new ArrayList<>(List.of(0));
    for (Parts parts : group) {
      if (parts.aligned()) {
        names.add(lines.flat(parts.name()).length());
      }
      if (parts.aligned() && !parts.rest().isEmpty()) {
        types.add(lines.flat(parts.type()).length());
      }
    }
    return new Widths(widest(names, MAX_NAME), widest(types, MAX_TYPE));
  }

  private static int widest(List<Integer> widths, int limit) {
    return widths.stream().mapToInt(w -> w).filter(w -> w <= limit).max().orElse(0);
  }

  void print(Page page, Parts parts, Widths widths, int indent) {
    page.write(lines.flat(parts.name()));
    int typeColumn = indent + widths.name() + 1;
    next(page, typeColumn);
    page.write(lines.flat(parts.type()));
    if (parts.rest().isEmpty()) {
      return;
    }
    Token behind = parts.type().get(parts.type().size() - 1);
    if (parts.rest().get(0).getLine() > behind.getLine()) {
      page.newline(typeColumn);
    } else {
      next(page, typeColumn + widths.type() + 1);
    }
    lines.print(page, null, parts.rest(), indent, typeColumn);
  }

  private static void next(Page page, int column) {
    if (page.column() < column) {
      page.padTo(column);
    } else {
      page.write(" ");
    }
  }
}
