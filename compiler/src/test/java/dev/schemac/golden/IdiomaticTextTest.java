package dev.schemac.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diff.Change;
import dev.schemac.diff.Differ;
import dev.schemac.emit.CheckedText;
import dev.schemac.emit.Fingerprint;
import dev.schemac.emit.IdiomaticText;
import dev.schemac.model.Evolution;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Target;
import dev.schemac.resolve.Resolution;
import dev.schemac.resolve.ResolveOptions;
import dev.schemac.source.SourceText;
import dev.schemac.syntax.Formatter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What {@link IdiomaticText} writes means the same when it is read again, and is formatted. */
class IdiomaticTextTest {
  private static final Target POSTGRES = Target.parse("postgres:18").orElseThrow();
  private static final Target MYSQL = Target.parse("mysql:8.4").orElseThrow();

  private static Schema schema(String source, Target target) {
    Resolution resolution = Compiled.resolve("t.schema", source, target);
    List<Diagnostic> errors =
        resolution.diagnostics().stream().filter(Diagnostic::isError).toList();
    assertEquals(List.of(), errors, source);
    return resolution.schema();
  }

  private static String roundTrip(Schema schema) {
    String text = IdiomaticText.write(schema);
    Schema again = schema(text, schema.target());
    List<Change> changes = Differ.diff(schema, again, Evolution.none());
    assertEquals(List.of(), changes, text);
    assertEquals(Fingerprint.of(schema), Fingerprint.of(again), text);
    Formatter.Formatted formatted = Formatter.format(new SourceText("t.schema", text));
    assertEquals(Optional.of(text), formatted.text());
    assertEquals(text, IdiomaticText.write(again));
    return text;
  }

  @TestFactory
  Stream<DynamicTest> goldenCasesSurvive() {
    return GoldenCase.all().stream().flatMap(c -> c.targets().stream().flatMap(t -> golden(c, t)));
  }

  private static Stream<DynamicTest> golden(GoldenCase golden, Target target) {
    return Stream.of("before.schema", "after.schema")
        .flatMap(
            file ->
                golden.text(file).stream()
                    .filter(text -> compiles(text, target))
                    .map(
                        text ->
                            DynamicTest.dynamicTest(
                                golden.name() + " " + target + " " + file,
                                () -> roundTrip(schema(text, target)))));
  }

  /** What does not compile has no model to write. */
  private static boolean compiles(String text, Target target) {
    return !Compiled.resolve("t.schema", text, target).hasErrors();
  }

  @TestFactory
  Stream<DynamicTest> samplesAndListingsSurvive() throws IOException {
    Path root = ServerBinaries.projectRoot();
    Stream<Path> listings = Files.list(root.resolve("compiler/src/test/resources/syntax/listings"));
    try (Stream<Path> samples = Files.walk(root.resolve("samples"));
        Stream<Path> all = Stream.concat(samples, listings)) {
      List<Path> files =
          all.filter(f -> f.toString().endsWith(".schema"))
              .filter(f -> !f.toString().contains("/target/"))
              .sorted()
              .toList();
      return files.stream()
          .flatMap(
              f ->
                  Stream.of(POSTGRES, MYSQL)
                      .filter(t -> compiles(read(f), t))
                      .map(
                          t ->
                              DynamicTest.dynamicTest(
                                  root.relativize(f) + " " + t,
                                  () -> roundTrip(schema(read(f), t)))));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @TestFactory
  Stream<DynamicTest> randomSchemasSurvive() {
    return Stream.of(POSTGRES, MYSQL)
        .map(
            target ->
                DynamicTest.dynamicTest(
                    target.toString(),
                    () -> {
                      for (long seed = 1; seed <= 300; seed++) {
                        RandomPair pair = new RandomPair(seed, target);
                        roundTrip(schema(pair.before(), target));
                        roundTrip(schema(pair.after(), target));
                      }
                    }));
  }

  @Test
  void readsLikeWrittenByHand() {
    Schema schema =
        schema(
            """
            enum Mood { sad, ok }
            /// Who buys.
            table users {
              id serial primary key
              email varchar(120) unique
              mood Mood? default sad
              age int? check (age > 0)
              boss ref users? on delete set null
            }
            table orders {
              id uuid primary key default uuid()
              customer ref users on delete cascade
              mail ref users(email) as orders_mail
              index (lower(mail))
            }
            """,
            POSTGRES);
    assertEquals(
        """
        enum Mood {
          sad
          ok
        }

        table orders {
          id       uuid             primary key default uuid()
          customer ref users        on delete cascade
          mail     ref users(email) as orders_mail

          index (lower(mail))
        }

        /// Who buys.
        table users {
          id    serial       primary key
          email varchar(120) unique
          mood  Mood?        default sad
          age   int?         check (age > 0)
          boss  ref users?   on delete set null
        }
        """,
        roundTrip(schema));
  }

  /** Words of the language, quotes, one name in two cases, long and numbered names. */
  @Test
  void hostileNamesSurvive() {
    String longName = "a_very_long_name_that_goes_on_and_on_and_on_until_it_is";
    Schema schema =
        schema(
            """
            namespace `table`
            enum `primary` { `check`, 'it''s', 'a b' }
            /// ends a comment: */ /* and // and `ticks` "quotes" 'single'
            table `index` {
              `primary` `primary` default `check`
              `ref` int primary key
              `Ref` int unique
              `unique` ref `index`(`Ref`)
              `varchar` int? check (`varchar` > 0)
              `a``b` text?
              `with "quotes"` ref `Index`?
              unique index (`varchar`, `Ref`)
              unique index `int` (`varchar`)
              index x%1$s (`varchar`)
            }
            table `Index` { `ref` serial primary key, `not` ref `index`? as fk_not }
            table %1$s {
              %1$s ref `index` as `check`
              index (%1$s)
              unique (%1$s)
              check (%1$s > 0)
              check (%1$s < 10)
            }
            namespace other
            table Index { id ref `table`.`Index` primary key, up ref Index? }
            """
                .formatted(longName),
            POSTGRES);
    roundTrip(schema);
  }

  /** A bare name in a namespace means that namespace first. */
  @Test
  void namesThatANamespaceHidesStayApart() {
    Schema schema =
        schema(
            """
            table users { id int primary key }
            table shop.users { id int primary key, outer ref users }
            table shop.items { id int primary key, owner ref shop.users, t text }
            """,
            POSTGRES);
    String text = roundTrip(schema);
    assertEquals(true, text.contains("table shop.users"), text);
    assertEquals(true, text.contains("owner ref users"), text);
  }

  @Test
  void everySplitIsTheWholeSchema() {
    Schema schema =
        schema(
            """
            table users { id int primary key }
            namespace shop
            enum Kind { a, b }
            table items { id serial primary key, kind Kind, owner ref users }
            view v =\
            """
                + "\"\"\"select id from items\"\"\"\n",
            POSTGRES);
    for (IdiomaticText.Split split : IdiomaticText.Split.values()) {
      CheckedText text = CheckedText.of(schema, split, ResolveOptions.of(POSTGRES));
      assertEquals(List.of(), text.diagnostics(), split + " " + text.files());
      assertEquals(List.of(), text.different(), split + " " + text.files());
    }
  }

  /** `///` has no form for blanks at the end of a line. */
  @Test
  void whatCannotBeWrittenIsNamed() {
    Schema schema =
        Schema.of(
            POSTGRES,
            List.of(
                new SchemaObject.Extension(
                    "x", Optional.empty(), new TreeMap<>(Map.of("nonsense", "1")))));
    CheckedText text =
        CheckedText.of(schema, IdiomaticText.Split.NONE, ResolveOptions.of(POSTGRES));
    assertEquals(false, text.isWhole());
    assertEquals(
        List.of("extension x"), text.different().stream().map(c -> c.path().toString()).toList());
  }
}
