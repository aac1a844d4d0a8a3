package dev.schemac.catalog.mysql;

import dev.schemac.model.Constraint;
import dev.schemac.model.Expression;
import dev.schemac.model.Index;
import dev.schemac.model.KeyPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/** A primary key or an index. */
final class ShowKey {
  private final ShowText show;
  private final TreeMap<String, String> options = new TreeMap<>();
  private Optional<String> comment = Optional.empty();

  private ShowKey(ShowText show) {
    this.show = show;
  }

  /** {@code PRIMARY KEY} was taken. */
  static Constraint.PrimaryKey primary(ShowText show, ShowGaps gaps) {
    ShowKey key = new ShowKey(show);
    key.accessMethod();
    List<KeyPart> parts = key.parts();
    key.clauses("primary key", gaps);
    return new Constraint.PrimaryKey(
        "PRIMARY", parts, List.of(), Constraint.Deferral.NOT_DEFERRABLE, key.comment, key.options);
  }

  /**
   * {@code KEY} was taken.
   *
   * @param method {@code fulltext}, {@code spatial} or {@code btree}
   */
  static Index index(ShowText show, boolean unique, String method, ShowGaps gaps) {
    ShowKey key = new ShowKey(show);
    String name = show.name();
    key.accessMethod();
    List<KeyPart> parts = key.parts();
    key.clauses("index " + name, gaps);
    boolean hash = "hash".equals(key.options.get("using"));
    if (hash) {
      key.options.remove("using");
    }
    return new Index(
        name,
        unique,
        hash ? "hash" : method,
        parts,
        List.of(),
        Optional.empty(),
        false,
        key.comment,
        key.options);
  }

  private List<KeyPart> parts() {
    List<KeyPart> parts = new ArrayList<>();
    show.expect("(");
    while (!show.accept(")")) {
      parts.add(part());
      show.accept(",");
    }
    return parts;
  }

  private KeyPart part() {
    boolean computed = show.peek().is("(");
    Expression operand =
        computed ? new Expression.Sql(show.parenthesized()) : new Expression.ColumnRef(show.name());
    Optional<Integer> prefix = Optional.empty();
    if (show.accept("(")) {
      prefix = Optional.of(Integer.parseInt(show.name()));
      show.expect(")");
    }
    boolean withoutOverlaps = show.accept("WITHOUT", "OVERLAPS");
    boolean descending = show.accept("DESC");
    show.accept("ASC");
    return new KeyPart(
        operand,
        prefix,
        Optional.empty(),
        Optional.empty(),
        descending ? KeyPart.Direction.DESC : KeyPart.Direction.ASC,
        Optional.empty(),
        withoutOverlaps,
        Optional.empty());
  }

  private boolean accessMethod() {
    if (!show.accept("USING")) {
      return false;
    }
    options.put("using", show.name().toLowerCase(Locale.ROOT));
    return true;
  }

  private void clauses(String part, ShowGaps gaps) {
    while (!show.isAtElementEnd()) {
      if (!clause()) {
        gaps.add(part, show.skipElement());
      }
    }
  }

  private boolean clause() {
    if (accessMethod()) {
      return true;
    }
    if (show.accept("COMMENT")) {
      comment = Optional.of(show.string());
    } else if (show.accept("KEY_BLOCK_SIZE")) {
      show.accept("=");
      options.put("key_block_size", show.name());
    } else if (show.accept("WITH", "PARSER")) {
      options.put("parser", show.name());
    } else if (show.accept("INVISIBLE") || show.accept("IGNORED")) {
      options.put("invisible", "true");
    } else if (show.accept("ENGINE_ATTRIBUTE")) {
      show.accept("=");
      options.put("engine_attribute", show.string());
    } else if (show.accept("SECONDARY_ENGINE_ATTRIBUTE")) {
      show.accept("=");
      options.put("secondary_engine_attribute", show.string());
    } else {
      return false;
    }
    return true;
  }
}
