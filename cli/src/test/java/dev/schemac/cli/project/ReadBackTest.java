package dev.schemac.cli.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Span;
import dev.schemac.diff.Differ;
import dev.schemac.model.Evolution;
import dev.schemac.model.Schema;
import dev.schemac.model.Target;
import dev.schemac.resolve.ResolveOptions;
import dev.schemac.resolve.Resolver;
import dev.schemac.source.SourceText;
import dev.schemac.syntax.SourceParser;
import java.util.List;
import org.junit.jupiter.api.Test;

/** SC6017 says that schemac itself is at fault: no database is known that leads to it. */
class ReadBackTest {
  private static final Target TARGET = Target.parse("postgres:18").orElseThrow();

  @Test
  void whatDoesNotReadBackIsAnErrorByName() {
    Diagnostic refused = Diagnostic.of(Code.SC2001, Span.NONE, "no type is called `odd`");
    List<Diagnostic> said =
        ReadBack.failures(
            List.of(refused),
            Differ.diff(schema("table t { a int }"), schema("table t { a bigint }"), words()));
    assertEquals(
        List.of(
            "error[SC6017]: it does not read back: no type is called `odd`",
            "error[SC6017]: column t.a does not read back as it is"),
        said.stream()
            .map(d -> d.severity().word() + "[" + d.code() + "]: " + d.message())
            .toList());
  }

  private static Evolution words() {
    return Evolution.none();
  }

  private static Schema schema(String text) {
    return Resolver.resolve(
            List.of(SourceParser.parse(new SourceText("a.schema", text))),
            ResolveOptions.of(TARGET))
        .schema();
  }
}
