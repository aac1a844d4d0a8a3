package dev.schemac.resolve.expression;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemac.sql.FunctionTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The published table and the one that is used hold the same functions. */
class FunctionPageTest {
  @Test
  void everyFunctionHasALine() throws IOException {
    String page = Files.readString(Path.of("../docs/functions.md"));
    for (FunctionTable.Function function : FunctionTable.all()) {
      String line =
          page.lines()
              .filter(l -> l.startsWith("| `" + function.name() + "("))
              .findFirst()
              .orElse("");
      assertTrue(line.contains(function.postgres().map(n -> "`" + n + "`").orElse("–")), line);
      assertTrue(line.endsWith(function.mysql().map(n -> "`" + n + "` |").orElse("– |")), line);
    }
  }
}
