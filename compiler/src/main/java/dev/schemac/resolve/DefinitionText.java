package dev.schemac.resolve;

import dev.schemac.model.QName;
import dev.schemac.model.Target;
import dev.schemac.resolve.SqlScanner.Kind;
import dev.schemac.resolve.SqlScanner.Piece;
import dev.schemac.sql.MySqlQuoting;
import dev.schemac.sql.PostgresQuoting;
import dev.schemac.sql.Quoting;
import dev.schemac.sql.SqlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Statements made of a declaration's own words. In a header, names keep their case as everywhere in
 * the language, and what stands in backticks is a name: both are quoted as the target needs it.
 */
final class DefinitionText {
  private final Quoting quoting;
  private final Set<String> names;

  /**
   * @param names the identifiers that a header may mention: a word that is none of them is a
   *     keyword or a built-in name
   */
  DefinitionText(Target target, Set<String> names) {
    this.quoting = quoting(target);
    this.names = names;
  }

  static Quoting quoting(Target target) {
    return switch (target.dialect()) {
      case POSTGRES -> PostgresQuoting.INSTANCE;
      case MYSQL -> MySqlQuoting.INSTANCE;
    };
  }

  SqlWriter writer() {
    return new SqlWriter(quoting);
  }

  String name(QName name) {
    return writer().name(name).text();
  }

  /** A header's text with its names quoted. */
  String header(String text) {
    StringBuilder out = new StringBuilder();
    for (Piece piece : SqlScanner.scan(text)) {
      out.append(piece(piece));
    }
    return out.toString();
  }

  private String piece(Piece piece) {
    if (piece.kind() == Kind.QUOTED && piece.text().startsWith("`")) {
      return quoting.identifier(piece.name());
    }
    boolean cased = piece.kind() == Kind.WORD && !piece.text().equals(lower(piece.text()));
    return cased && names.contains(piece.text()) ? quoting.identifier(piece.text()) : piece.text();
  }

  private static String lower(String text) {
    return text.toLowerCase(java.util.Locale.ROOT);
  }

  /** Names in parentheses, all of them quoted: {@code insert (no, title)}. */
  String listed(String text) {
    StringBuilder out = new StringBuilder();
    int depth = 0;
    for (Piece piece : SqlScanner.scan(text)) {
      depth += piece.text().equals("(") ? 1 : piece.text().equals(")") ? -1 : 0;
      boolean name = depth > 0 && (piece.kind() == Kind.WORD || piece.kind() == Kind.QUOTED);
      out.append(name ? quoting.identifier(piece.name()) : piece(piece));
    }
    return out.toString();
  }

  /**
   * The text cut where a word stands outside parentheses: what is before it, then from each such
   * word on.
   */
  static List<String> splitAt(String text, Set<String> words) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    int depth = 0;
    for (Piece piece : SqlScanner.scan(text)) {
      depth += piece.text().equals("(") ? 1 : piece.text().equals(")") ? -1 : 0;
      if (depth == 0 && piece.kind() == Kind.WORD && words.contains(lower(piece.text()))) {
        parts.add(part.toString().strip());
        part.setLength(0);
      }
      part.append(piece.text());
    }
    parts.add(part.toString().strip());
    return parts;
  }

  /** A query or a body without the semicolon at its end. */
  static String withoutSemicolon(String sql) {
    String text = sql.strip();
    while (text.endsWith(";")) {
      text = text.substring(0, text.length() - 1).strip();
    }
    return text;
  }
}
