package dev.schemac.dialect.mysql;

import dev.schemac.model.ObjectKind;
import dev.schemac.model.SchemaObject;
import dev.schemac.sql.MySqlHeader;
import dev.schemac.sql.SqlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Functions and procedures: their text is the user's own. */
final class RoutineSql {
  private final Syntax syntax;

  RoutineSql(Syntax syntax) {
    this.syntax = syntax;
  }

  List<String> create(SchemaObject.Routine routine) {
    String definition =
        Optional.ofNullable(routine.options().get("parameters"))
            .map(written -> withParameters(routine, MySqlHeader.unescaped(written)))
            .orElse(routine.definition());
    boolean aggregate = routine.options().containsKey("aggregate");
    List<String> all =
        new ArrayList<>(
            new SessionSql(syntax)
                .around(
                    routine.options(), aggregate ? aggregating(routine, definition) : definition));
    routine.comment().ifPresent(comment -> all.add(comment(routine, comment)));
    return all;
  }

  private String comment(SchemaObject.Routine routine, String comment) {
    SqlWriter sql = syntax.start("ALTER").phrase(kind(routine)).name(routine.name());
    return sql.phrase("COMMENT").string(comment).text();
  }

  String drop(SchemaObject.Routine routine) {
    return syntax.start("DROP").phrase(kind(routine)).name(routine.name()).text();
  }

  private static String kind(SchemaObject.Routine routine) {
    return routine.kind() == ObjectKind.PROCEDURE ? "PROCEDURE" : "FUNCTION";
  }

  /** MariaDB's word stands in front of the kind. */
  private String aggregating(SchemaObject.Routine routine, String definition) {
    String head = syntax.start(kind(routine)).name(routine.name()).text();
    int at = definition.indexOf(head);
    return definition.substring(0, at) + "AGGREGATE " + definition.substring(at);
  }

  /** The server keeps the parameters to the last blank, and they may be told to the last blank. */
  private String withParameters(SchemaObject.Routine routine, String written) {
    String definition = routine.definition();
    String head = syntax.start(kind(routine)).name(routine.name()).close("(").text();
    int open = definition.indexOf(head) + head.length();
    return definition.substring(0, open)
        + written
        + definition.substring(closing(definition, open));
  }

  /** The parenthesis that closes the one before {@code from}. */
  private static int closing(String text, int from) {
    int depth = 1;
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\'' || c == '`') {
        at = text.indexOf(c, at + 1);
      }
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0) {
        return at;
      }
      at++;
    }
    return at;
  }
}
