package dev.schemac.resolve;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Span;
import dev.schemac.model.DataType;
import dev.schemac.model.Expression;
import dev.schemac.model.KeyPart;
import dev.schemac.resolve.TableDraft.ColumnDraft;
import dev.schemac.syntax.Clause;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** What the target's keys and indexes cannot do, and what behaves differently there. */
final class KeyPortability {
  private static final Set<String> POSTGRES_METHODS =
      Set.of("btree", "hash", "gin", "gist", "spgist", "brin", "hnsw", "ivfflat", "bloom", "rum");
  private static final Set<String> MYSQL_METHODS = Set.of("btree", "hash", "fulltext", "spatial");
  private static final Set<String> UNBOUNDED =
      Set.of(
          "tinytext",
          "text",
          "mediumtext",
          "longtext",
          "tinyblob",
          "blob",
          "mediumblob",
          "longblob");

  private final ResolveContext context;

  KeyPortability(ResolveContext context) {
    this.context = context;
  }

  /** The index method in the target's spelling. */
  String method(Optional<Clause.Method> clause) {
    if (clause.isEmpty()) {
      return "btree";
    }
    String method = clause.get().name().text().toLowerCase(Locale.ROOT);
    Span span = clause.get().name().span();
    Set<String> own = context.target.isPostgres() ? POSTGRES_METHODS : MYSQL_METHODS;
    Set<String> other = context.target.isPostgres() ? MYSQL_METHODS : POSTGRES_METHODS;
    boolean extended =
        context.target.isPostgres()
            && context.declarations.inOrder.stream()
                .anyMatch(
                    d -> d.declaration() instanceof dev.schemac.syntax.Declaration.ExtensionDecl);
    if (own.contains(method)) {
      return method;
    }
    if (other.contains(method)) {
      context.unavailable(span, "index method `" + method + "`", instead(method));
    } else if (!extended) {
      context.report.unknown("index method", method, span, own);
    }
    return method;
  }

  /**
   * The index method; that MySQL prints a method that its author wrote is said by the option {@code
   * using}. InnoDB makes a B-tree of a hash index without a word.
   */
  String method(TableDraft table, KeyClauses clauses, SortedMap<String, String> options) {
    Optional<Clause.Method> written = clauses.find(Clause.Method.class);
    String method = method(written);
    if (context.target.isPostgres() || written.isEmpty()) {
      return method;
    }
    boolean tree = !table.options.containsKey("engine") && !context.target.isMariaDb();
    if (method.equals("hash") && tree) {
      return "btree";
    }
    if (method.equals("btree")) {
      options.put("using", "btree");
    }
    return method;
  }

  private static String instead(String method) {
    return switch (method) {
      case "fulltext" -> "write `index (to_tsvector('simple', …)) using gin` in `@postgres { … }`";
      case "spatial" -> "write `using gist` in `@postgres { … }`";
      default -> "put the index into `@postgres { … }`";
    };
  }

  /** The parts of an index that forbids the same on MySQL, which has no partial indexes. */
  List<KeyPart> withoutPredicate(
      List<KeyPart> parts, Expression predicate, boolean unique, Span where) {
    if (!unique) {
      context.unavailable(
          where,
          "a partial index",
          "leave `where` out on MySQL, or put the index into `@postgres { … }`");
      return parts;
    }
    List<KeyPart> whole = PartialIndex.overAllRows(parts, predicate);
    if (!whole.equals(parts) && !context.target.isMySqlFrom(8, 0, 13)) {
      context.unavailable(where, "a partial unique index", "MySQL 8.0.13 and newer have it");
    }
    return whole;
  }

  /** What MySQL refuses to index, and what it takes for equal. */
  void check(TableDraft table, List<KeyPart> parts, boolean unique, String method, Span place) {
    if (context.target.isPostgres() || !method.equals("btree")) {
      return;
    }
    List<String> folded = new ArrayList<>();
    for (KeyPart part : parts) {
      ColumnDraft column = part.columnName().map(table.columns::get).orElse(null);
      if (column == null) {
        continue;
      }
      ResolvedType type = context.columnTypes.of(column);
      if (!unique || !context.target.isMariaDb()) {
        checkLength(column, type, part, place);
      }
      boolean uuid = type.written().equals("uuid");
      if (StringStorage.isString(type.type())
          && type.enumeration().isEmpty()
          && !(type.type() instanceof DataType.InlineEnum)
          && !uuid
          && ignoresCase(column, type)) {
        folded.add(column.path());
      }
    }
    boolean lookup = context.declarations.enums.containsKey(table.name);
    if (unique && !folded.isEmpty() && !lookup) {
      warnOfCase(folded, place);
    }
  }

  private static boolean ignoresCase(ColumnDraft column, ResolvedType type) {
    return StringStorage.of(column, type).map(StringStorage::ignoresCase).orElse(false);
  }

  private void warnOfCase(List<String> columns, Span place) {
    context.report.add(
        Diagnostic.of(
                Code.SC2017,
                place,
                "`"
                    + String.join("`, `", columns)
                    + "` has a case-insensitive collation: `'x'` and `'X'` collide")
            .withHelp("write `collate utf8mb4_bin` behind the column where both may be there"));
  }

  private void checkLength(ColumnDraft column, ResolvedType type, KeyPart part, Span place) {
    boolean unbounded = type.type() instanceof DataType.Builtin b && UNBOUNDED.contains(b.name());
    if (unbounded && part.prefixLength().isEmpty()) {
      context.report.add(
          Diagnostic.of(
                  Code.SC2010,
                  place,
                  "`"
                      + column.path()
                      + "` is `"
                      + type.type()
                      + "` on MySQL, which is no key without a prefix length")
              .withLabel(column.declaration.type().span(), "declared here")
              .withHelp("write `varchar(255)`, or index a prefix: `" + column.name() + "(191)`"));
    }
    // MariaDB's is a `longtext`.
    boolean json = type.type() instanceof DataType.Builtin b && b.name().equals("json");
    if (json && !context.target.isMariaDb()) {
      context.report.say(
          Code.SC2010,
          place,
          "`" + column.path() + "` is `json`, which MySQL does not index",
          "index an expression: `index ((json_value(" + column.name() + ", '$.key')))`");
    }
  }
}
