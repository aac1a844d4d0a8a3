package dev.schemac.dialect.postgres;

import dev.schemac.model.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Native objects: their own statements, then owner and comment, for which {@code DROP …} names the
 * subject as the server wants it ({@code OPERATOR CLASS c USING btree}).
 */
final class NativeSql {
  /** What may hold a semicolon, and one that stands outside of all that. */
  private static final Pattern PIECE =
      Pattern.compile(
          "'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|--[^\\n]*|/\\*.*?\\*/|(\\$\\w*\\$).*?\\1|[();]",
          Pattern.DOTALL);

  private static final Pattern ATOMIC =
      Pattern.compile("\\bBEGIN\\s+ATOMIC\\b", Pattern.CASE_INSENSITIVE);

  private final Syntax syntax;

  NativeSql(Syntax syntax) {
    this.syntax = syntax;
  }

  List<String> create(SchemaObject.NativeObject object) {
    List<String> texts = new ArrayList<>(statements(object.create()));
    Optional.ofNullable(object.options().get("owner"))
        .ifPresent(owner -> texts.add(owner(object, owner)));
    object.comment().ifPresent(c -> texts.add(comment(object)));
    return texts;
  }

  /** Owner and comment; another text is another object. */
  List<String> alter(SchemaObject.NativeObject before, SchemaObject.NativeObject after) {
    List<String> texts = new ArrayList<>();
    String owner = after.options().get("owner");
    if (!Objects.equals(owner, before.options().get("owner"))) {
      texts.add(owner(after, owner));
    }
    if (!before.comment().equals(after.comment())) {
      texts.add(comment(after));
    }
    return texts;
  }

  private String owner(SchemaObject.NativeObject object, String owner) {
    return Ownership.to(syntax.start("ALTER").raw(subject(object)), owner);
  }

  private String comment(SchemaObject.NativeObject object) {
    var sql = syntax.start("COMMENT ON").raw(subject(object)).phrase("IS");
    object.comment().ifPresentOrElse(sql::string, () -> sql.phrase("NULL"));
    return sql.text();
  }

  private static String subject(SchemaObject.NativeObject object) {
    return object
        .drop()
        .strip()
        .replaceFirst("(?i)^drop\\s+", "")
        .replaceFirst("(?i)\\s+(cascade|restrict)$", "");
  }

  /** Cut at the semicolons that end a statement. */
  private static List<String> statements(String sql) {
    if (ATOMIC.matcher(sql).find()) {
      return List.of(sql);
    }
    List<String> found = new ArrayList<>();
    Matcher m = PIECE.matcher(sql);
    int from = 0;
    int depth = 0;
    while (m.find()) {
      depth += m.group().equals("(") ? 1 : m.group().equals(")") ? -1 : 0;
      if (m.group().equals(";") && depth == 0) {
        found.add(sql.substring(from, m.start()).strip());
        from = m.end();
      }
    }
    found.add(sql.substring(from).strip());
    found.removeIf(String::isEmpty);
    return found;
  }
}
