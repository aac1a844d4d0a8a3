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

  private static final String POSTGRES =
      """
      /// What is sold.
      ///
      /// Second paragraph / with a slash
      namespace shop @postgres(owner = 'keeper')

      enum Mood { sad, 'very happy', `or` }
      enum Stored as varchar(20) { low, high }
      enum Kind as table { a, 'b''c' }
      domain Email = varchar(254) not null default 'x@y' check email_form (value ~ '^.+@.+$')
      sequence numbers as int start 10 increment 5 cycle
      external table auth.users { id uuid primary key }

      /// A table.
      table things @postgres(fillfactor = 70, unlogged, row_security, force_row_security) {
        id          bigint identity always (start 3 increment 4) primary key as pk_things
        /// First line
        ///  indented line
        name        varchar(50) default 'it''s' collate C
        `Odd name!` text? default ('a' || chr(10) || '''b')
        `order`     int default -5 check (`order` > -10)
        year        decimal(10, 2)? default 4.50
        ratio       double?
        at          timestamptz(3) default now() on update now()
        expires     timestamptz default (now() + interval '3 minutes')
        day         date default today()
        mood        Mood default sad
        stored      Stored?
        kind        Kind default a
        mail        Email?
        data        json? default '{}'
        raw         postgres.json?
        tags        text[] default '{}'
        flag        bool default true
        serialno    serial
        number      bigint default nextval(numbers)
        total       decimal(12, 2)? generated (year * coalesce(ratio, 1)::decimal) stored
        who         ref auth.users(id)? on delete set null
        parent      ref things? on delete cascade on update restrict deferrable initially deferred
        bits        bytes? @postgres(storage = external)

        unique things_key (name, day) include (flag) nulls not distinct
        unique index (lower(name)) where (mood = sad and flag)
        index `text` (name desc nulls last, (year + 1)) using btree
        index data_idx (data jsonb_path_ops) using gin @postgres(fastupdate = off)
        index (name gin_trgm_ops) using gin
        check sane (year between 1 and 10 or name not in ('a', 'b') and not flag)
        check later (ratio > 0) not valid
        exclude no_overlap (id with =, tstzrange(at, expires) with &&) using gist
      }
      table parts {
        id int
        at date
        primary key (id, at)
        partition by range (at) {
          p1 from ('2020-01-01') to ('2021-01-01')
          p2 default
        }
      }
      namespace other
      table links {
        a bigint
        b bigint
        primary key (a, b)
        foreign key (a) -> shop.things (id) on delete cascade
      }
      """;

  private static final String MYSQL =
      """
      namespace shop @mysql(charset = utf8mb4, collate = utf8mb4_0900_ai_ci)
      enum Mood { sad, 'very happy' }
      enum Stored as varchar(20) { low, high }
      enum Kind as table { a, 'b''c' }
      /// A table.
      table things @mysql(row_format = dynamic) {
        id        int unsigned identity primary key
        name      varchar(50) default 'it''s \\ that' collate utf8mb4_bin
        note      text?
        small     mysql.text?
        tiny      tinyint unsigned default 3
        real_     real?
        f         float(7, 3)?
        rating    enum('G', 'PG-13')? default 'G'
        features  set('x', 'y')?
        at        timestamp default now() on update now()
        at0       timestamptz(0) default now()
        t         time?
        uid       uuid default uuid()
        flag      bool default true
        data      json? default '{}'
        blob_     bytes?
        bin       bytes(16)?
        year      year?
        mood      Mood default sad
        kind      Kind?
        full_name varchar(120)? generated (name || ' ' || small) virtual
        half      int? generated (tiny / 2) stored
        hidden    int? @mysql(invisible)
        unique (name)
        index (note(20))
        index ((lower(name)))
        unique index (tiny) where (tiny > 0)
        index ft (name, small) using fulltext
        check (json_valid(data) and name ~ '^a')
      }
      table logs {
        id int
        at date
        primary key (id, at)
        partition by range columns_ (at) { p0 less than ('2020-01-01') }
      }
      """;

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
  void postgresModelSurvives() {
    roundTrip(schema(POSTGRES, target("postgres:18")));
  }

  @Test
  void mysqlModelSurvives() {
    roundTrip(schema(MYSQL, target("mysql:8.4")));
  }

  @TestFactory
  Stream<DynamicTest> samplesSurvive() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("../samples"))) {
      List<Path> sources = files.filter(f -> f.toString().endsWith(".schema")).sorted().toList();
      return sources.stream()
          .flatMap(f -> Stream.of("postgres:15", "mysql:8.4").map(t -> sample(f, target(t))));
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
