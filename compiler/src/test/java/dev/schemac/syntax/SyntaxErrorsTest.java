package dev.schemac.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One bad line is one diagnostic in people's words, and the rest of the file is there. */
class SyntaxErrorsTest {
  static Stream<String> members() {
    return Stream.of(
        "id int primry key",
        "name varchar(20 default 'x'",
        "b text default",
        "c text defalt 'x'",
        "d int references users(id)",
        "e int null",
        "f geometry(Point, 4326)",
        "check (price > )",
        "check price > 0)",
        "check",
        "g \"text\"",
        "h text -- hello",
        "i text default 'abc",
        "`j text",
        "j café",
        "k\u00A0int",
        "l int € x",
        "index numeric (b)",
        "index foo bar (x)",
        "index (a",
        "primary key",
        "m ref",
        "foreign key (a) users (id)",
        "foreign key (a) -> (id)",
        "@oracle(x)",
        "o int on update cascde",
        "p int on delete nothing",
        "check (f(a b))",
        "q int check (a in ())",
        "r decimal(10, 2",
        "s int not not null default 1",
        "on delete cascade",
        "t int auto_increment",
        "retire",
        "foreign key (a) -> t @postgres(x)",
        "u int )",
        "v int default 1 + 2");
  }

  static Stream<String> declarations() {
    return Stream.of(
        "tabel b { id int }",
        "create table c { id int }",
        "table t wiht X { id int }",
        "table { id int }",
        "enum E { a, b c, d }",
        "enum E",
        "view v = \"select 1\"",
        "grant select on x",
        "revoke select on x to y",
        "retire foo",
        "trigger t before update",
        "native x @postgres \"\"\"create\"\"\"",
        "namespace",
        "sequence s start x",
        "type X",
        "domain D int",
        "policy p using (true)",
        "function f(a int = \"\"\"x\"\"\"",
        "check (value > 0)",
        "}",
        "drop table x",
        "id int");
  }

  static Stream<Arguments> messages() {
    return Stream.of(
            members().map(m -> Arguments.of("table t {\n  " + m + "\n  z int\n}\n", m)),
            declarations().map(d -> Arguments.of(d + "\ntable z { id int }\n", d)))
        .flatMap(s -> s);
  }

  @ParameterizedTest
  @MethodSource("messages")
  void oneLineIsOneDiagnosticAndTheRestIsThere(String text, String line) {
    SourceTree tree = Trees.parse(text);

    assertEquals(1, tree.diagnostics().size(), () -> Trees.diagnostics(text));
    var last = (Declaration.TableDecl) tree.declarations().get(tree.declarations().size() - 1);
    var member = (Member.ColumnDecl) last.members().get(last.members().size() - 1);
    assertEquals(text.startsWith("table t {\n") ? "z" : "id", member.name().text());
  }

  @Test
  void messagesAreThese() {
    StringBuilder found = new StringBuilder();
    messages()
        .forEach(
            a ->
                found
                    .append(a.get()[1])
                    .append("\n    ")
                    .append(Trees.diagnostics((String) a.get()[0]).replaceAll("^\\d+:", ""))
                    .append('\n'));
    Golden.check("/syntax/messages.txt", found.toString());
  }
}
