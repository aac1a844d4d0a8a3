package dev.schemac.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Fix;
import dev.schemac.diagnostic.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DiagnosticReportTest {
  private static final String ORDERS =
      "table orders {\n  id int primary key\n  user_id uuid\n\n\n\n"
          + "  foreign key (user_id) -> users (id)\n}\n";
  private static final String USERS = "table users {\n\n  id int primary key\n}\n";
  private static final Map<String, String> FILES =
      Map.of("orders.schema", ORDERS, "users.schema", USERS);

  private static Optional<String> source(String file) {
    return Optional.ofNullable(FILES.get(file));
  }

  private static Span span(String file, String text, String needle) {
    int start = text.indexOf(needle);
    String before = text.substring(0, start);
    int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
    return new Span(file, start, start + needle.length(), line, start - before.lastIndexOf('\n'));
  }

  private static Diagnostic clash() {
    int start = ORDERS.indexOf("(user_id)") + 1;
    Span key = new Span("orders.schema", start, start + 7, 7, 16);
    return Diagnostic.of(Code.SC2004, key, "foreign key compares uuid with int")
        .withSpanLabel("uuid")
        .withLabel(span("users.schema", USERS, "id"), "int")
        .withHelp("declare it as `user_id ref users`, which takes its type from users.id")
        .withFix(new Fix("use ref", List.of(new Fix.Edit(key, "x"))));
  }

  private static String text(Diagnostic diagnostic) {
    return DiagnosticReport.text(List.of(diagnostic), DiagnosticReportTest::source, false);
  }

  @Test
  void textUnderlinesBothPlaces() {
    assertEquals(
        """
        error[SC2004]: foreign key compares uuid with int
          --> orders.schema:7:16
           |
         7 |   foreign key (user_id) -> users (id)
           |                ^^^^^^^ uuid
          ::: users.schema:3:3
         3 |   id int primary key
           |   -- int
           = help: declare it as `user_id ref users`, which takes its type from users.id
        """,
        text(clash()));
  }

  @Test
  void furtherPlacesInTheSameFileStandInOrder() {
    Diagnostic here =
        Diagnostic.of(
                Code.SC2002, span("orders.schema", ORDERS, "foreign key"), "two places in one file")
            .withLabel(span("orders.schema", ORDERS, "user_id uuid"), "declared here");
    assertEquals(
        """
        error[SC2002]: two places in one file
          --> orders.schema:7:3
           |
         3 |   user_id uuid
           |   ------------ declared here
        ...
         7 |   foreign key (user_id) -> users (id)
           |   ^^^^^^^^^^^
        """,
        text(here));
  }

  @Test
  void tabsWideCharactersAndLongLines() {
    String tabbed = "\tname\t日本 int -- x\n";
    Diagnostic wide =
        Diagnostic.of(Code.SC2003, span("t", tabbed, "日本"), "wide").withSpanLabel("here");
    assertEquals(
        """
        error[SC2003]: wide
          --> t:1:7
           |
         1 |     name    日本 int -- x
           |             ^^^^ here
        """,
        DiagnosticReport.text(List.of(wide), f -> Optional.of(tabbed), false));
    String longLine = "x".repeat(5_000) + " needle " + "y".repeat(5_000);
    String cut =
        DiagnosticReport.text(
            List.of(Diagnostic.of(Code.SC1001, span("t", longLine, "needle"), "long")),
            f -> Optional.of(longLine),
            false);
    assertTrue(cut.lines().allMatch(l -> l.length() < 200), cut);
    List<String> lines = cut.lines().toList();
    assertEquals(lines.get(3).indexOf("needle"), lines.get(4).indexOf("^^^^^^"));
  }

  @Test
  void withoutATextThePlaceIsNamed() {
    assertEquals(
        "error[SC6001]: gone\n  --> other.schema\n",
        text(Diagnostic.of(Code.SC6001, Span.ofFile("other.schema"), "gone")));
    assertEquals(
        "error[SC6004]: git cannot answer\n",
        text(Diagnostic.of(Code.SC6004, Span.NONE, "git cannot answer")));
  }

  @Test
  void annotationsEscapeWhatEndsThem() {
    Diagnostic odd =
        Diagnostic.of(Code.SC1001, new Span("a,b:c.schema", 0, 3, 1, 1), "100% wrong\nor not");
    assertEquals(
        "::error file=a%2Cb%3Ac.schema,line=1,endLine=1,col=1,endColumn=1,"
            + "title=SC1001::100%25 wrong%0Aor not\n",
        DiagnosticReport.github(List.of(odd), f -> Optional.empty()));
    assertTrue(
        DiagnosticReport.github(List.of(clash()), DiagnosticReportTest::source)
            .startsWith(
                "::error file=orders.schema,line=7,endLine=7,col=16,endColumn=23,title=SC2004::"));
  }

  @Test
  void sarifHasRulesPlacesAndFixes() {
    JsonObject run =
        JsonParser.parseString(
                DiagnosticReport.sarif(List.of(clash()), DiagnosticReportTest::source, "0.1.0"))
            .getAsJsonObject()
            .getAsJsonArray("runs")
            .get(0)
            .getAsJsonObject();
    JsonObject result = run.getAsJsonArray("results").get(0).getAsJsonObject();
    assertEquals("SC2004", result.get("ruleId").getAsString());
    JsonObject region =
        result
            .getAsJsonArray("locations")
            .get(0)
            .getAsJsonObject()
            .getAsJsonObject("physicalLocation")
            .getAsJsonObject("region");
    assertEquals(16, region.get("startColumn").getAsInt());
    assertEquals(23, region.get("endColumn").getAsInt());
    assertEquals(1, result.getAsJsonArray("fixes").size());
    assertEquals(1, result.getAsJsonArray("relatedLocations").size());
  }

  @Test
  void jsonCarriesEverything() {
    JsonObject report =
        JsonParser.parseString(
                DiagnosticReport.json(List.of(clash()), DiagnosticReportTest::source))
            .getAsJsonObject();
    assertEquals(1, report.get("format").getAsInt());
    JsonObject first = report.getAsJsonArray("diagnostics").get(0).getAsJsonObject();
    assertEquals("SC2004", first.get("code").getAsString());
    assertEquals(23, first.get("endColumn").getAsInt());
    assertEquals(
        "x",
        first
            .getAsJsonArray("fixes")
            .get(0)
            .getAsJsonObject()
            .getAsJsonArray("edits")
            .get(0)
            .getAsJsonObject()
            .get("replacement")
            .getAsString());
    assertEquals("1 error", DiagnosticReport.summary(List.of(clash())));
  }
}
