package dev.schemac.lint;

import dev.schemac.diagnostic.Fix.Edit;
import dev.schemac.diagnostic.Span;
import java.util.Optional;
import java.util.function.Function;

/**
 * Edits that put a word or a line where it belongs; empty where the text does not let it be sure.
 */
record Insertion(Function<String, Optional<String>> sources) {

  /** Right behind a name. */
  static Edit behind(Span name, String words) {
    return new Edit(at(name, name.end()), words);
  }

  private static Span at(Span name, int offset) {
    return new Span(
        name.file(), offset, offset, name.line(), name.column() + offset - name.start());
  }

  /**
   * A member on a line of its own before the one whose name is given, above its doc comment; beside
   * it where several stand on one line.
   */
  Optional<Edit> memberBefore(Span name, String member) {
    Optional<String> found = sources.apply(name.file());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    String text = found.get();
    int start = text.lastIndexOf('\n', name.start() - 1) + 1;
    String indent = text.substring(start, name.start());
    if (!indent.isBlank()) {
      return Optional.of(new Edit(at(name, name.start()), member + "; "));
    }
    int line = name.line();
    while (start > 0) {
      int above = text.lastIndexOf('\n', start - 2) + 1;
      if (!text.substring(above, start).strip().startsWith("///")) {
        break;
      }
      start = above;
      line--;
    }
    Span here = new Span(name.file(), start, start, line, 1);
    return Optional.of(new Edit(here, indent + member + "\n"));
  }

  /** Behind the last clause of a member that stands on one line. */
  Optional<Edit> endOfMember(Span name, String clause) {
    return sources.apply(name.file()).flatMap(text -> endOfMember(text, name, clause));
  }

  private static Optional<Edit> endOfMember(String text, Span name, String clause) {
    int depth = 0;
    int at = name.end();
    int end = at;
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '\n' || c == '\r' || text.startsWith("//", at) || text.startsWith("/*", at)) {
        break;
      }
      if (depth == 0 && (c == ';' || c == ',' || c == '}' || c == '@')) {
        break;
      }
      if (c == '\'' || c == '`' || c == '"') {
        at = text.indexOf(c, at + 1);
        if (at < 0) {
          return Optional.empty();
        }
      }
      depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
      if (!Character.isWhitespace(c)) {
        end = at + 1;
      }
    }
    if (depth != 0 || text.substring(name.start(), end).contains("\n")) {
      return Optional.empty();
    }
    return Optional.of(new Edit(at(name, end), " " + clause));
  }

  /** A declaration at the end of a file. */
  Optional<Edit> endOfFile(String file, String declaration) {
    return sources
        .apply(file)
        .map(
            text -> {
              int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
              int column = text.length() - text.lastIndexOf('\n');
              Span end = new Span(file, text.length(), text.length(), line, column);
              boolean open = !text.isEmpty() && !text.endsWith("\n");
              return new Edit(end, (open ? "\n" : "") + declaration + "\n");
            });
  }
}
