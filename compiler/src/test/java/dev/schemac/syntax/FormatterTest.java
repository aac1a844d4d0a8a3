package dev.schemac.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.schemac.source.SourceText;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FormatterTest {
  static List<SourceText> listings() {
    return Listings.all();
  }

  private static String format(String text) {
    Formatter.Formatted formatted = Formatter.format(new SourceText("t.schema", text));
    assertEquals(List.of(), formatted.diagnostics());
    return formatted.text().orElseThrow();
  }

  private static void formats(String text, String expected) {
    assertEquals(expected, format(text));
    assertEquals(expected, format(expected));
  }

  @ParameterizedTest
  @MethodSource("listings")
  void keepsTheTreeAndSettlesAtOnce(SourceText listing) {
    String once = format(listing.text());

    assertEquals(once, format(once));
    assertEquals(
        Trees.withoutSpans(SourceParser.parse(listing)), Trees.withoutSpans(Trees.parse(once)));
  }

  @ParameterizedTest
  @MethodSource("listings")
  void keepsEveryComment(SourceText listing) {
    TokenList before = TokenList.of(listing);
    TokenList behind = TokenList.of(new SourceText("t", format(listing.text())));

    assertEquals(comments(before), comments(behind));
  }

  private static List<String> comments(TokenList tokens) {
    return tokens.all().stream()
        .filter(t -> t.getChannel() != 0)
        .map(t -> t.getText().replaceAll("\\s+", " "))
        .toList();
  }

  @Test
  void alignsAdjacentColumns() {
    formats(
        """
        table t {
            id uuid primary   key
            a_long_name varchar( 20 )? default 'x'   // why
            b text // because

            c int
            index(a_long_name,b)
        }
        """,
        """
        table t {
          id          uuid         primary key
          a_long_name varchar(20)? default 'x'  // why
          b           text                      // because

          c int
          index (a_long_name, b)
        }
        """);
  }

  @Test
  void putsOneBlankLineAroundDeclarationsOfSeveralLines() {
    formats(
        "enum A { a }\nenum B { b }\n\n\n/// doc\ntable t {\n  id int\n}\ntype N = int",
        "enum A { a }\nenum B { b }\n\n/// doc\ntable t {\n  id int\n}\n\ntype N = int\n");
  }

  @Test
  void movesOptionsOfATableIntoItsHeader() {
    formats(
        "table t {\n  id int\n\n  @postgres(row_security)\n}\n",
        "table t @postgres(row_security) {\n  id int\n}\n");
  }

  @Test
  void keepsLineBreaksInsideALineAndIndentsThem() {
    formats(
        "table t {\n"
            + "  id int\n"
            + "  unique index k (id)\n"
            + "        where (id > 0)\n"
            + "  check (\n"
            + " id > 0\n"
            + ")\n"
            + "}\n",
        """
        table t {
          id int
          unique index k (id)
            where (id > 0)
          check (
            id > 0
          )
        }
        """);
  }

  @Test
  void movesARawBlockAsAWhole() {
    formats(
        "view v = \"\"\"\n      select 1\n        from x\n\n      \"\"\"\n",
        "view v = \"\"\"\n  select 1\n    from x\n\"\"\"\n");
  }

  @Test
  void leavesCommentsWhereTheyBelong() {
    formats(
        """
        // first
        table t { // head
          // above
          id int /* a */ primary key // behind
          /* in front */ x text
          // last
        } // end
        // file
        """,
        """
        // first
        table t { // head
          // above
          id int /* a */ primary key  // behind
          /* in front */ x text
          // last
        }  // end

        // file
        """);
  }

  @Test
  void writesTheLanguagesWordsInLowerCase() {
    formats(
        "TABLE T { ID INT PRIMARY KEY; X text NOT NULL AS NN }\n",
        "table T { ID INT primary key; X text not null as NN }\n");
  }

  @Test
  void spacesExpressionsAndKeepsTheTextOfOthers() {
    formats(
        "table t {\n  check (a>0 and b*2 = -1 or c->>'x' in('a','b'))\n"
            + "  check (extract( year  from d)>2000)\n}\n",
        "table t {\n  check (a > 0 and b * 2 = -1 or c->>'x' in ('a', 'b'))\n"
            + "  check (extract(year from d) > 2000)\n}\n");
  }

  @Test
  void breaksABodyThatDoesNotFit() {
    String values = "value_number_one, value_number_two, value_number_three, value_number_four";
    formats(
        "enum LongName { " + values + ", value_number_five, value_number_six }\n",
        "enum LongName {\n  " + values + ", value_number_five, value_number_six\n}\n");
  }

  @Test
  void keepsTheKindOfLineEnds() {
    assertEquals("type A = int\r\ntype B = int\r\n", format("type  A = int\r\ntype B =  int\r\n"));
  }

  @Test
  void writesNothingWhereAFileDoesNotParse() {
    Formatter.Formatted formatted = Formatter.format(new SourceText("t", "table {"));

    assertEquals(Optional.empty(), formatted.text());
    assertFalse(formatted.diagnostics().isEmpty());
  }
}
