package dev.schemac.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.schemac.diagnostic.Code;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The layout rule, and the token sequences that other rules would misread. */
class LayoutTest {
  private static List<Member> members(String... lines) {
    String text = "table t {\n  " + String.join("\n  ", lines) + "\n}\n";
    assertEquals("", Trees.diagnostics(text));
    return Trees.table(text).members();
  }

  private static Member.ColumnDecl column(String line) {
    return assertInstanceOf(Member.ColumnDecl.class, members(line).get(0));
  }

  private static Member.KeyDecl key(String... lines) {
    List<Member> members = members(lines);
    assertEquals(1, members.size());
    return assertInstanceOf(Member.KeyDecl.class, members.get(0));
  }

  @Test
  void aDeeperLineContinues() {
    assertInstanceOf(Clause.Method.class, key("index f (doc)", "  using gin").clauses().get(0));
    List<Member> members = members("price decimal(10, 2)", "  check (price > 0)", "b int");
    assertEquals(2, members.size());
    assertInstanceOf(Clause.Check.class, ((Member.ColumnDecl) members.get(0)).clauses().get(0));
    assertEquals(
        1,
        ((Member.ColumnDecl) members("o ref users", "  on delete cascade").get(0))
            .clauses()
            .size());
    assertEquals(2, key("primary key", "  (a, b)").operands().size());
  }

  @Test
  void aLineOfTheSameDepthBeginsAnew() {
    List<Member> members = members("price decimal(10, 2)", "check (price > 0)");

    assertInstanceOf(Member.CheckDecl.class, members.get(1));
    assertEquals("using", column("using gin").name().text());
    String key = "table t {\n  primary key\n  a int\n}";
    assertEquals("2:14 SC1001 the line ends too early, expected `(`", Trees.diagnostics(key));
  }

  @Test
  void wordsAreColumnsUnlessAParenthesisFollows() {
    for (String line :
        List.of(
            "index varchar(20)",
            "order int",
            "was text?",
            "check bool",
            "unique int",
            "primary int",
            "default int default 5",
            "check numeric(10)",
            "foreign text",
            "on text",
            "set text",
            "not int",
            "null text",
            "ref ref users",
            "type type",
            "partition text",
            "exclude date")) {
      assertEquals(line.substring(0, line.indexOf(' ')), column(line).name().text());
    }
  }

  @Test
  void namesOfKeysStandBeforeTheParenthesis() {
    assertEquals(Optional.empty(), key("unique index (a)").name());
    assertEquals(Member.KeyKind.UNIQUE_INDEX, key("unique index (a)").kind());
    assertEquals("k", key("unique k (a)").name().orElseThrow().text());
    assertEquals("numeric", key("index `numeric` (a)").name().orElseThrow().text());
    assertEquals("old", key("unique index k was old (a)").was().orElseThrow().text());
  }

  @Test
  void aDefaultLeavesTheCollationToTheColumn() {
    List<Clause> clauses = column("a text default 'x' collate C").clauses();

    assertInstanceOf(Clause.Default.class, clauses.get(0));
    assertInstanceOf(Clause.Collate.class, clauses.get(1));
  }

  @Test
  void aNameWithOneIntegerMayBeAPrefix() {
    Member.Operand operand = key("index (name(20))").operands().get(0);

    assertEquals(Optional.of(20), operand.prefixLength());
    assertInstanceOf(Expr.Name.class, operand.expression());
    assertEquals(Optional.empty(), key("index (f(a))").operands().get(0).prefixLength());
  }

  @Test
  void onUpdateTellsAnActionFromACall() {
    List<Clause> clauses = column("a timestamptz on update now()").clauses();

    assertInstanceOf(Clause.OnUpdateSet.class, clauses.get(0));
    assertInstanceOf(Clause.OnUpdate.class, column("a ref b on update restrict").clauses().get(0));
  }

  @Test
  void aReferenceHasItsColumnInParentheses() {
    TypeExpr.Ref ref = assertInstanceOf(TypeExpr.Ref.class, column("a ref auth.users(id)?").type());

    assertEquals("auth.users", ref.table().toString());
    assertEquals("id", ref.column().orElseThrow().text());
  }

  @Test
  void anOpenParenthesisHarmsItsLineAlone() {
    String text = "table t {\n  check (price > 0\n  index (a)\n  b int\n}\ntype n = int\n";
    SourceTree tree = Trees.parse(text);

    assertEquals("2:9 SC1001 `(` is never closed", Trees.diagnostics(text));
    assertEquals(2, tree.declarations().size());
    assertEquals(2, ((Declaration.TableDecl) tree.declarations().get(0)).members().size());
  }

  @Test
  void aMissingBraceHarmsItsTableAlone() {
    String text = "table a {\n  id int\n\ntable b {\n  id int\n}\ntable c { id int }\n";

    assertEquals("1:9 SC1001 `{` is never closed", Trees.diagnostics(text));
    assertEquals(3, Trees.parse(text).declarations().size());
  }

  @Test
  void declarationsEndAtALineToo() {
    String domain = "domain D = int\n  check (value > 0)\ndomain E = int\n";
    assertEquals(2, Trees.parse(domain).declarations().size());
    assertEquals("", Trees.diagnostics(domain));
    String grants = "grant select, insert on t to a, b\ntype n = int";
    assertEquals("", Trees.diagnostics(grants));
  }

  @Test
  void aBadQuoteHarmsItsLineAlone() {
    String text = "table t {\n  a text default 'it''s\n  b int\n}\n";

    assertEquals(Code.SC1002, Trees.parse(text).diagnostics().get(0).code());
    assertEquals(2, Trees.table(text).members().size());
  }

  @Test
  void rawBlocksTakeMoreQuotesWhereTheyHoldSome() {
    String text = "view v = \"\"\"\"\n    a \"\"\" b\n      c\n  \"\"\"\"\ntype n = int\n";
    var view = (Declaration.ViewDecl) Trees.parse(text).declarations().get(0);

    assertEquals("a \"\"\" b\n  c", view.bodies().get(0).sql());
    assertEquals(2, Trees.parse(text).declarations().size());
  }

  @Test
  void lineEndsOfWindowsMeanNothing() {
    String text =
        "/// doc\ntable t {\n  a int\n    check (a > 0)\n}\nview v = \"\"\"\n  a\n  b\n\"\"\"\n";

    assertEquals(
        Trees.withoutSpans(Trees.parse(text)),
        Trees.withoutSpans(Trees.parse(text.replace("\n", "\r\n"))));
  }

  @Test
  void commentsDocumentWhatIsBelowOrInFront() {
    String text =
        "table t {\n"
            + "  /// one\n"
            + "  /// two\n"
            + "  a int\n"
            + "  b int /// three\n"
            + "  c int, /// four\n"
            + "  d int\n"
            + "}\n";
    List<Optional<String>> docs =
        Trees.table(text).members().stream().map(m -> ((Member.ColumnDecl) m).doc()).toList();

    assertEquals(
        List.of(
            Optional.of("one\ntwo"), Optional.of("three"), Optional.of("four"), Optional.empty()),
        docs);
    assertEquals(
        "3:3 SC1001 this comment documents nothing"
            + " | `///` stands above or behind what it documents; else write `//`",
        Trees.diagnostics("table t {\n  a int\n  /// lost\n}\n"));
  }

  @Test
  void whatCannotHoldACommentSaysSo() {
    String nothing =
        " SC1001 this comment documents nothing"
            + " | `///` stands above or behind what it documents; else write `//`";
    for (String line : List.of("retire b", "not null (a)", "@postgres(unlogged)")) {
      assertEquals(
          "3:3" + nothing,
          Trees.diagnostics("table t {\n  a int\n  /// lost\n  " + line + "\n}\n"));
    }
    assertEquals("3:3" + nothing, Trees.diagnostics("enum e {\n  a\n  /// lost\n  retire b\n}\n"));
    assertEquals("1:1" + nothing, Trees.diagnostics("/// lost\nretire table t\n"));
  }

  @Test
  void tabsAndBlanksAreNotMixed() {
    assertEquals("", Trees.diagnostics("table t {\n\ta int\n\t\tcheck (a > 0)\n}\n"));
    assertEquals(
        "3:1 SC1005 this line is indented with tabs, the ones above with blanks"
            + " | indent with blanks alone",
        Trees.diagnostics("table t {\n  a int\n\tb int\n}\n"));
  }
}
