package dev.schemac.dialect.mysql;

import dev.schemac.model.SchemaObject;
import dev.schemac.sql.MariaDbSequence;
import dev.schemac.sql.SqlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** MariaDB's sequences. */
final class SequenceSql {
  private static final Map<String, String> WORDS =
      Map.of(
          "start", "START WITH",
          "min", "MINVALUE",
          "max", "MAXVALUE",
          "increment", "INCREMENT BY",
          "cache", "CACHE");

  private static final List<String> ORDER = List.of("start", "min", "max", "increment", "cache");

  private final Syntax syntax;

  SequenceSql(Syntax syntax) {
    this.syntax = syntax;
  }

  String create(SchemaObject.Sequence sequence) {
    SqlWriter sql = syntax.start("CREATE SEQUENCE").name(sequence.name());
    String type = sequence.options().get("as");
    if (type != null) {
      sql.phrase("AS").phrase(type);
    }
    for (String key : ORDER) {
      String value = sequence.options().get(key);
      if (value != null) {
        sql.phrase(WORDS.get(key)).phrase(value);
      }
    }
    if (sequence.options().containsKey("cycle")) {
      sql.phrase("CYCLE");
    }
    sequence.comment().ifPresent(c -> sql.phrase("COMMENT =").string(c));
    return sql.text();
  }

  String drop(SchemaObject.Sequence sequence) {
    return syntax.start("DROP SEQUENCE").name(sequence.name()).text();
  }

  /** All options are said, because what is left out of ALTER SEQUENCE stays as it was. */
  List<String> alter(SchemaObject.Sequence before, SchemaObject.Sequence after) {
    List<String> texts = new ArrayList<>();
    if (!before.options().equals(after.options())) {
      SqlWriter sql = syntax.start("ALTER SEQUENCE").name(after.name());
      if (!Optional.ofNullable(before.options().get("as"))
          .equals(Optional.ofNullable(after.options().get("as")))) {
        sql.phrase("AS").phrase(MariaDbSequence.value("as", after.options()));
      }
      for (String key : ORDER) {
        sql.phrase(WORDS.get(key)).phrase(MariaDbSequence.value(key, after.options()));
      }
      texts.add(sql.phrase(after.options().containsKey("cycle") ? "CYCLE" : "NOCYCLE").text());
    }
    if (!before.comment().equals(after.comment())) {
      SqlWriter sql = syntax.start("ALTER TABLE").name(after.name());
      texts.add(sql.phrase("COMMENT =").string(after.comment().orElse("")).text());
    }
    return texts;
  }
}
