package dev.schemac.emit;

import dev.schemac.syntax.Declaration;
import dev.schemac.syntax.Declaration.EnumItem;
import java.util.ArrayList;
import java.util.List;

/** An enum's declaration with values added and taken away; the lines of all others stay. */
final class EnumUpdate {
  private final Declaration.EnumDecl declaration;
  private final List<String> wanted;
  private final TextEdits edits;
  private final List<EnumItem.Value> values = new ArrayList<>();

  EnumUpdate(Declaration.EnumDecl declaration, List<String> wanted, TextEdits edits) {
    this.declaration = declaration;
    this.wanted = wanted;
    this.edits = edits;
    for (EnumItem item : declaration.items()) {
      if (item instanceof EnumItem.Value value) {
        values.add(value);
      }
    }
  }

  /** Whether adding and taking away is enough, and nothing but values stands in the braces. */
  boolean isPossible() {
    List<String> kept = new ArrayList<>(labels());
    kept.retainAll(wanted);
    List<String> old = new ArrayList<>(wanted);
    old.retainAll(kept);
    return kept.equals(old)
        && !kept.isEmpty()
        && values.size() == declaration.items().size()
        && (isOneLine() || haveLinesOfTheirOwn());
  }

  private List<String> labels() {
    return values.stream().map(v -> v.label().text()).toList();
  }

  private int brace() {
    return edits.original().indexOf('{', declaration.name().span().end());
  }

  private boolean isOneLine() {
    int end = declaration.header().span().end() - 1;
    return edits.lineStart(declaration.name().span().start()) == edits.lineStart(end);
  }

  private boolean haveLinesOfTheirOwn() {
    int line = edits.lineStart(brace());
    for (EnumItem.Value value : values) {
      int own = edits.lineStart(value.label().span().start());
      if (own == line) {
        return false;
      }
      line = own;
    }
    return true;
  }

  void update() {
    if (isOneLine()) {
      String list = String.join(", ", wanted.stream().map(Lines::label).toList());
      edits.replace(brace() + 1, declaration.header().span().end() - 1, " " + list + " ");
      return;
    }
    int floor = brace();
    for (EnumItem.Value value : values) {
      if (!wanted.contains(value.label().text())) {
        edits.deleteDoc(floor, value.label().span());
        edits.deleteLines(value.label().span().start(), value.label().span().end());
      }
      floor = value.label().span().end();
    }
    int at = edits.lineEnd(brace());
    for (String label : wanted) {
      int known = labels().indexOf(label);
      if (known >= 0) {
        at = edits.lineEnd(values.get(known).label().span().end());
      } else {
        edits.insert(at, "  " + Lines.label(label) + "\n");
      }
    }
  }
}
