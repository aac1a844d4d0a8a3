package dev.schemac.syntax;

import dev.schemac.grammar.SchemaParser.ColumnContext;
import dev.schemac.grammar.SchemaParser.DeclarationContext;
import dev.schemac.grammar.SchemaParser.DeclarationLineContext;
import dev.schemac.grammar.SchemaParser.MemberContext;
import dev.schemac.grammar.SchemaParser.MemberLineContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Prints what stands in braces: on one line where it does, else a member on each line. */
final class BodyPrinter {
  static final int MAX_WIDTH = 120;

  private final TokenList tokens;
  private final Map<Line, ParserRuleContext> parsed;
  private final LinePrinter lines;
  private final ColumnPrinter columns;
  private final Set<Token> enums = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Token> tables = Collections.newSetFromMap(new IdentityHashMap<>());

  BodyPrinter(Reading reading) {
    this.tokens = reading.tokens();
    this.parsed = reading.parsed();
    Spacing spacing = new Spacing(reading.verbatim(), parsed.values());
    this.lines = new LinePrinter(tokens, spacing, this);
    this.columns = new ColumnPrinter(lines);
    parsed.values().forEach(this::sortBlock);
  }

  private void sortBlock(ParserRuleContext node) {
    if (node instanceof DeclarationLineContext line) {
      DeclarationContext declared = line.declaration();
      if (declared.enumDecl() != null) {
        add(enums, declared.enumDecl().BLOCK());
      } else if (declared.tableDecl() != null) {
        add(tables, declared.tableDecl().BLOCK());
      }
    }
  }

  private static void add(Set<Token> blocks, TerminalNode block) {
    blocks.add(block.getSymbol());
  }

  /** A block behind its header; {@code base} is where its closing brace stands. */
  void block(Page page, BlockToken block, int base) {
    Passage.Body body = Passage.of(tokens, Optional.of(block), block.lines());
    Optional<String> inline = inline(page, block, body);
    if (inline.isPresent()) {
      page.write(inline.get());
      return;
    }
    page.write("{");
    for (Token comment : body.head()) {
      page.write(" ");
      Comments.write(page, comment);
    }
    List<String> rows = rows(block, body.passages(), base + 2);
    if (rows.isEmpty() && body.head().isEmpty()) {
      page.write("}");
      return;
    }
    rows.forEach(row -> page.write("\n").write(row));
    page.newline(base);
    page.write("}");
  }

  /** The block on one line, where it stands on one and fits. */
  private Optional<String> inline(Page page, BlockToken block, Passage.Body body) {
    boolean broken =
        block.close().isEmpty()
            || block.close().get().getLine() > block.open().getLine()
            || body.passages().isEmpty();
    if (broken || !body.head().isEmpty()) {
      return Optional.empty();
    }
    List<String> parts = new ArrayList<>();
    for (Passage passage : body.passages()) {
      boolean commented = passage.behind().stream().anyMatch(Comments::endsLine);
      if (commented || passage.isComment()) {
        return Optional.empty();
      }
      if (!isMovable(block, passage)) {
        parts.add(plain(passage, 0));
      }
    }
    String text = "{ " + String.join(enums.contains(block) ? ", " : "; ", parts) + " }";
    boolean fits = page.column() + text.length() <= MAX_WIDTH && text.indexOf('\n') < 0;
    return fits && !parts.isEmpty() ? Optional.of(text) : Optional.empty();
  }

  private List<String> rows(BlockToken block, List<Passage> all, int indent) {
    List<String> rows = new ArrayList<>();
    Passage before = null;
    Group group = new Group(all);
    for (int at = 0; at < all.size(); at++) {
      Passage passage = all.get(at);
      if (isMovable(block, passage)) {
        continue;
      }
      String text = member(group, at, indent);
      if (enums.contains(block) && joins(before, passage, rows, text)) {
        rows.set(rows.size() - 1, rows.get(rows.size() - 1) + ", " + text.strip());
      } else {
        if (passage.blankBefore() && !rows.isEmpty()) {
          rows.add("");
        }
        rows.add(text);
      }
      before = passage;
    }
    return rows;
  }

  /** Whether a value stays on the line of the value before it. */
  private static boolean joins(Passage before, Passage passage, List<String> rows, String text) {
    return before != null
        && !before.isComment()
        && !passage.isComment()
        && before.firstLine() == passage.firstLine()
        && before.behind().stream().noneMatch(Comments::endsLine)
        && rows.get(rows.size() - 1).length() + text.strip().length() + 2 <= MAX_WIDTH;
  }

  /** The columns around a place that are laid out together. */
  private final class Group {
    private final List<Passage> all;
    private int end;
    private ColumnPrinter.Widths widths = new ColumnPrinter.Widths(0, 0);
    private int comments;

    Group(List<Passage> all) {
      this.all = all;
    }

    /** Measures the group that begins at a place which no group contains yet. */
    void reach(int at, int indent) {
      if (at < end) {
        return;
      }
      List<Passage> members = new ArrayList<>();
      for (end = at; end < all.size() && belongs(end, at); end++) {
        members.add(all.get(end));
      }
      widths = columns.widths(members.stream().flatMap(p -> parts(p).stream()).toList());
      comments = 0;
      for (Passage member : members) {
        if (!member.behind().isEmpty()) {
          Page page = new Page(indent);
          column(page, member, parts(member).orElseThrow(), widths, indent);
          comments = page.isMultiline() ? comments : Math.max(comments, page.column() + 2);
        }
      }
    }

    private boolean belongs(int at, int first) {
      Passage passage = all.get(at);
      boolean joined = at == first || !passage.blankBefore();
      return joined && (passage.isComment() || parts(passage).isPresent());
    }
  }

  private Optional<ColumnPrinter.Parts> parts(Passage passage) {
    return passage.line().flatMap(line -> node(line).map(node -> columns.parts(line, node)));
  }

  private Optional<ColumnContext> node(Line line) {
    return parsed.get(line) instanceof MemberLineContext member
        ? Optional.ofNullable(member.member()).map(MemberContext::column)
        : Optional.empty();
  }

  private String member(Group group, int at, int indent) {
    Passage passage = group.all.get(at);
    Optional<ColumnPrinter.Parts> parts = parts(passage);
    if (parts.isEmpty()) {
      return plain(passage, indent);
    }
    group.reach(at, indent);
    Page page = new Page(indent);
    column(page, passage, parts.get(), group.widths, indent);
    int column = page.isMultiline() ? page.column() + 2 : group.comments;
    Comments.behind(page, passage.behind(), column);
    return page.toString();
  }

  private void column(
      Page page,
      Passage passage,
      ColumnPrinter.Parts parts,
      ColumnPrinter.Widths widths,
      int indent) {
    if (parts.aligned() && passage.before().isEmpty()) {
      columns.print(page, parts, widths, indent);
    } else {
      Comments.before(page, passage.before());
      lines.print(page, null, passage.line().orElseThrow().tokens(), indent, indent + 2);
    }
  }

  /** A passage without alignment. */
  String plain(Passage passage, int indent) {
    Page page = new Page(indent);
    if (passage.isComment()) {
      Comments.write(page, passage.before().get(0));
      return page.toString();
    }
    Comments.before(page, passage.before());
    tokens(page, passage.line().orElseThrow(), indent);
    Comments.behind(page, passage.behind(), page.column() + 2);
    return page.toString();
  }

  /** A line; a table's options that stand in its braces move into its header. */
  private void tokens(Page page, Line line, int indent) {
    List<Token> all = line.tokens();
    if (!tables.contains(line.last())) {
      lines.print(page, null, all, indent, indent + 2);
      return;
    }
    BlockToken block = (BlockToken) line.last();
    lines.print(page, null, all.subList(0, all.size() - 1), indent, indent + 2);
    for (Passage passage : Passage.of(tokens, Optional.of(block), block.lines()).passages()) {
      if (isMovable(block, passage)) {
        page.write(" ").write(lines.flat(passage.line().orElseThrow().tokens()));
      }
    }
    lines.print(page, all.get(all.size() - 2), List.of(block), indent, indent + 2);
  }

  private boolean isMovable(BlockToken block, Passage passage) {
    return tables.contains(block)
        && passage.before().isEmpty()
        && passage.behind().isEmpty()
        && passage.line().isPresent()
        && parsed.get(passage.line().get()) instanceof MemberLineContext node
        && node.member().attribute() != null
        && uncommented(passage.line().get());
  }

  private boolean uncommented(Line line) {
    return lines.commentsBetween(line.first(), line.last()).isEmpty();
  }
}
