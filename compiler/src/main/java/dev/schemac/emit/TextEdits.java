package dev.schemac.emit;

import dev.schemac.diagnostic.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Changes of one text at places of their own; everything else keeps its bytes. */
final class TextEdits {
  private final String text;
  private final List<Edit> edits = new ArrayList<>();

  /** What stands between two offsets, and what shall. */
  private record Edit(int start, int end, String replacement) {}

  TextEdits(String text) {
    this.text = text;
  }

  String original() {
    return text;
  }

  boolean isEmpty() {
    return edits.isEmpty();
  }

  String slice(Span span) {
    return text.substring(span.start(), span.end());
  }

  void replace(int start, int end, String replacement) {
    edits.add(new Edit(start, end, replacement));
  }

  void insert(int at, String addition) {
    edits.add(new Edit(at, at, addition));
  }

  /** Takes out a piece with the blanks in front of it. */
  void deleteWord(int start, int end) {
    int from = start;
    while (from > 0 && (text.charAt(from - 1) == ' ' || text.charAt(from - 1) == '\t')) {
      from--;
    }
    edits.add(new Edit(from, end, ""));
  }

  /** Takes out the lines from the one of {@code start} to the one of {@code end}. */
  void deleteLines(int start, int end) {
    edits.add(new Edit(lineStart(start), lineEnd(end), ""));
  }

  /** Where the line of an offset begins. */
  int lineStart(int offset) {
    return text.lastIndexOf('\n', offset - 1) + 1;
  }

  /** Behind the line's end; the text's end on the last line. */
  int lineEnd(int offset) {
    int end = text.indexOf('\n', Math.max(0, offset));
    return end < 0 ? text.length() : end + 1;
  }

  /** The blanks that a line begins with. */
  String indent(int offset) {
    int start = lineStart(offset);
    int end = start;
    while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
      end++;
    }
    return text.substring(start, end);
  }

  /**
   * Gives a declaration or a member the doc comment that it shall have. Other comments above stay.
   *
   * @param floor where what stands in front of it ends
   */
  void document(int floor, Span span, Optional<String> comment) {
    deleteDoc(floor, span);
    String doc = Lines.doc(comment, indent(span.start()));
    if (!doc.isEmpty()) {
      insert(lineStart(span.start()), doc);
    }
  }

  /** Takes out the {@code ///} lines above and the one behind. */
  void deleteDoc(int floor, Span span) {
    int at = lineStart(span.start());
    while (at > 0 && lineStart(at - 1) >= floor && isCommentOrBlank(lineStart(at - 1))) {
      at = lineStart(at - 1);
      if (text.startsWith("///", at + indent(at).length())) {
        edits.add(new Edit(at, lineEnd(at), ""));
      }
    }
    int end = lineEnd(span.end());
    int behind = text.indexOf("///", span.end());
    if (behind >= 0 && behind < end) {
      deleteWord(behind, text.charAt(end - 1) == '\n' ? end - 1 : end);
    }
  }

  private boolean isCommentOrBlank(int line) {
    String content = text.substring(line, lineEnd(line)).strip();
    return content.isEmpty() || content.startsWith("//");
  }

  /** Insertions at one place come in the order in which they were made. */
  String applied() {
    List<Edit> sorted = new ArrayList<>(edits);
    sorted.sort(Comparator.comparingInt(Edit::start).thenComparingInt(Edit::end));
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (Edit edit : sorted) {
      if (edit.start() >= at) {
        out.append(text, at, edit.start());
      }
      if (edit.start() >= at || edit.start() == edit.end()) {
        out.append(edit.replacement());
      }
      at = Math.max(at, edit.end());
    }
    return out.append(text, at, text.length()).toString();
  }
}
