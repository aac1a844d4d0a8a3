package dev.schemac.dialect.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.schemac.dialect.postgres.TypeChange.Conversion;
import dev.schemac.dialect.postgres.TypeChange.Cost;
import dev.schemac.model.DataType;
import dev.schemac.model.Schema;
import dev.schemac.model.Target;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cells of the matrix in §3.5 of the catalogue that are easily got wrong. */
class TypeChangeTest {
  private static final Schema EMPTY = Schema.empty(Target.parse("postgres:14").orElseThrow());

  @ParameterizedTest
  @CsvSource({
    "varchar(10), varchar(20), IN_PLACE, ASSIGNMENT",
    "varchar(10), text, IN_PLACE, ASSIGNMENT",
    "text, varchar(10), REWRITE, ASSIGNMENT",
    "varchar(20), varchar(10), REWRITE, ASSIGNMENT",
    "varchar, varchar(10), REWRITE, ASSIGNMENT",
    "varchar(10)[], varchar(20)[], REWRITE, ASSIGNMENT",
    "numeric(8/2), numeric(10/2), IN_PLACE, ASSIGNMENT",
    "numeric(8/2), numeric(10/4), REWRITE, ASSIGNMENT",
    "numeric(8/2), numeric, IN_PLACE, ASSIGNMENT",
    "int, bigint, REWRITE, ASSIGNMENT",
    "timestamp(3), timestamp, IN_PLACE, ASSIGNMENT",
    "timestamp, timestamp(3), REWRITE, ASSIGNMENT",
    "timestamp, timestamptz, REWRITE, ASSIGNMENT",
    "text, citext, INDEX_REBUILD, ASSIGNMENT",
    "uuid, text, REWRITE, ASSIGNMENT",
    "text, uuid, REWRITE, CAST",
    "text, int, REWRITE, CAST",
    "int, bool, REWRITE, CAST",
    "bigint, bool, REWRITE, NONE",
    "int, uuid, REWRITE, NONE",
    "timestamp, int, REWRITE, NONE"
  })
  void costAndConversion(String from, String to, Cost cost, Conversion conversion) {
    assertEquals(cost, TypeChange.cost(type(from), type(to), EMPTY, EMPTY));
    assertEquals(conversion, TypeChange.conversion(type(from), type(to), EMPTY, EMPTY));
  }

  private static DataType type(String text) {
    if (text.endsWith("[]")) {
      return new DataType.Array(type(text.substring(0, text.length() - 2)));
    }
    int open = text.indexOf('(');
    return open < 0
        ? DataType.Builtin.of(text)
        : new DataType.Builtin(
            text.substring(0, open),
            List.of(text.substring(open + 1, text.length() - 1).split("/")),
            List.of());
  }
}
