package dev.schemac.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.model.Constraint;
import dev.schemac.model.Index;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import dev.schemac.model.Target;
import dev.schemac.resolve.Resolution;
import dev.schemac.resolve.ResolveOptions;
import dev.schemac.resolve.Resolver;
import dev.schemac.source.SourceText;
import dev.schemac.syntax.SourceParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What {@link SchemaText} writes means the same when it is read again. */
class SchemaTextTest {

  private static String resource(String name) throws IOException {
    return Files.readString(Path.of("src/test/resources/emit/" + name + ".schema"));
  }

  private static Resolution resolve(String source, Target target) {
    return Resolver.resolve(
        List.of(SourceParser.parse(new SourceText("t.schema", source))), ResolveOptions.of(target));
  }

  private static Schema schema(String source, Target target) {
    Resolution resolution = resolve(source, target);
    List<Diagnostic> errors =
        resolution.diagnostics().stream().filter(Diagnostic::isError).toList();
    assertEquals(List.of(), errors, source);
    return resolution.schema();
  }

  /** The order of constraints and indexes has no meaning. */
  private static Schema sorted(Schema schema) {
    List<SchemaObject> objects = new ArrayList<>();
    for (SchemaObject object : schema.objects()) {
      objects.add(object instanceof Table table ? sorted(table) : object);
    }
    objects.sort(Comparator.comparing(SchemaObject::path));
    return Schema.of(schema.target(), objects);
  }

  private static Table sorted(Table table) {
    List<Constraint> constraints = new ArrayList<>(table.constraints());
    constraints.sort(Comparator.comparing(Constraint::kind).thenComparing(Constraint::name));
    List<Index> indexes = new ArrayList<>(table.indexes());
    indexes.sort(Comparator.comparing(Index::name));
    return table.withConstraints(constraints).withIndexes(indexes);
  }

  private static void roundTrip(Schema schema) {
    String text = SchemaText.write(schema);
    Schema again = schema(text, schema.target());
    assertEquals(
        sorted(schema).objects().toString().replace("], ", "],\n"),
        sorted(again).objects().toString().replace("], ", "],\n"),
        text);
    assertEquals(sorted(schema), sorted(again), text);
    assertEquals(text, SchemaText.write(again));
    assertEquals(Fingerprint.of(schema), Fingerprint.of(again));
  }

  private static Target target(String text) {
    return Target.parse(text).orElseThrow();
  }

  @Test
  void postgresModelSurvives() throws IOException {
    roundTrip(schema(resource("postgres"), target("postgres:18")));
  }

  @Test
  void mysqlModelSurvives() throws IOException {
    roundTrip(schema(resource("mysql"), target("mysql:8.4")));
  }

  @TestFactory
  Stream<DynamicTest> samplesSurvive() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("../samples"))) {
      List<Path> sources = files.filter(f -> f.toString().endsWith(".schema")).sorted().toList();
      return sources.stream()
          .flatMap(f -> Stream.of("postgres:15", "mysql:8.4").map(t -> sample(f, target(t))));
    }
  }

  @TestFactory
  Stream<DynamicTest> listingsSurvive() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/syntax/listings"))) {
      List<Path> sources = files.sorted().toList();
      return sources.stream()
          .flatMap(f -> Stream.of("postgres:18", "mysql:8.4").map(t -> sample(f, target(t))));
    }
  }

  private static DynamicTest sample(Path file, Target target) {
    return DynamicTest.dynamicTest(
        file + " " + target,
        () -> {
          Resolution resolution = resolve(Files.readString(file), target);
          if (!resolution.hasErrors()) {
            roundTrip(resolution.schema());
          }
        });
  }

  @Test
  void movingAColumnKeepsTheFingerprint() {
    Target target = target("postgres:15");
    Schema one = schema("table t { id int primary key, a int, b text }", target);
    Schema moved = schema("table t { b text, id int primary key, a int }", target);
    Schema other = schema("table t { b text?, id int primary key, a int }", target);
    assertEquals(Fingerprint.of(one), Fingerprint.of(moved));
    assertNotEquals(Fingerprint.of(one), Fingerprint.of(other));
  }

  @Test
  void textIsReadable() {
    Target target = target("postgres:15");
    Schema schema =
        schema(
            """
            enum Mood { sad, ok }
            table t {
              id   int identity primary key
              mood Mood? default sad
              check (id > 0)
            }
            """,
            target);
    assertEquals(
        """
        /* schemac snapshot 1, target postgres:15 */

        enum Mood {
          sad
          ok
        }

        table t {
          id int identity
          mood Mood? default 'sad'
          primary key t_pkey (id)
          check t_id_check (id > 0)
        }
        """,
        SchemaText.write(schema));
  }
}
