package dev.schemac.dialect.mysql;

import dev.schemac.model.SchemaObject;
import dev.schemac.sql.MariaDbSequence;
import dev.schemac.sql.SqlWriter;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

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

  private String type(SchemaObject.Sequence sequence) {
    SqlWriter sql = syntax.start("ALTER SEQUENCE").name(sequence.name());
    return sql.phrase("AS").phrase(MariaDbSequence.value("as", sequence.options())).text();
  }

  /**
   * Where the next value may lie outside of the new bounds the server refuses them (error 4085): it
   * goes on from the nearest that they hold.
   */
  private List<String> settings(SchemaObject.Sequence before, SchemaObject.Sequence after) {
    if (!isNarrowed(before.options(), after.options())) {
      return List.of(settings(after));
    }
    String nearest =
        "GREATEST("
            + MariaDbSequence.value("min", after.options())
            + ", LEAST("
            + MariaDbSequence.value("max", after.options())
            + ", next_not_cached_value))";
    SqlWriter next = syntax.start("SET @schemac_next = (SELECT").phrase(nearest).phrase("FROM");
    SqlWriter alter = syntax.start("EXECUTE IMMEDIATE CONCAT(").string(settings(after));
    return List.of(
        next.name(after.name()).close(")").text(),
        alter
            .close(",")
            .phrase("' RESTART '")
            .close(",")
            .phrase("@schemac_next")
            .close(")")
            .text());
  }

  private static boolean isNarrowed(
      SortedMap<String, String> before, SortedMap<String, String> after) {
    return number("min", after).compareTo(number("min", before)) > 0
        || number("max", after).compareTo(number("max", before)) < 0
        || number("increment", after).signum() != number("increment", before).signum();
  }

  private static BigInteger number(String key, SortedMap<String, String> options) {
    return new BigInteger(MariaDbSequence.value(key, options));
  }

  private String settings(SchemaObject.Sequence sequence) {
    SqlWriter sql = syntax.start("ALTER SEQUENCE").name(sequence.name());
    for (String key : ORDER) {
      sql.phrase(WORDS.get(key)).phrase(MariaDbSequence.value(key, sequence.options()));
    }
    return sql.phrase(sequence.options().containsKey("cycle") ? "CYCLE" : "NOCYCLE").text();
  }

  /** All options are said, because what is left out of ALTER SEQUENCE stays as it was. */
  List<String> alter(SchemaObject.Sequence before, SchemaObject.Sequence after) {
    List<String> texts = new ArrayList<>();
    if (!before.options().equals(after.options())) {
      texts.addAll(settings(before, after));
      boolean retyped =
          !MariaDbSequence.value("as", before.options())
              .equals(MariaDbSequence.value("as", after.options()));
      if (retyped) {
        // Never both in one statement (error 1235), and never bounds that the type does not hold.
        boolean first = !MariaDbSequence.fits(after.options(), before.options());
        texts.add(first ? 0 : texts.size(), type(after));
      }
    }
    if (!before.comment().equals(after.comment())) {
      SqlWriter sql = syntax.start("ALTER TABLE").name(after.name());
      texts.add(sql.phrase("COMMENT =").string(after.comment().orElse("")).text());
    }
    return texts;
  }
}
