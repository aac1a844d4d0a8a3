package dev.schemac.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.schemac.diagnostic.Code;
import dev.schemac.diff.Change;
import dev.schemac.model.Dialect;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every kind of change has a golden case per dialect, and every code one that shows it. What has
 * none stands in {@code golden/not-yet.txt}, which may only shrink: an entry that a case covers
 * fails too.
 */
class CompletenessTest {
  private static final Set<ObjectKind> ON_MYSQL =
      EnumSet.of(
          ObjectKind.NAMESPACE,
          ObjectKind.TABLE,
          ObjectKind.VIEW,
          ObjectKind.FUNCTION,
          ObjectKind.PROCEDURE,
          ObjectKind.TRIGGER,
          ObjectKind.NATIVE);
  private static final Set<ObjectKind> ON_POSTGRES =
      EnumSet.of(
          ObjectKind.EXTENSION,
          ObjectKind.ENUM,
          ObjectKind.DOMAIN,
          ObjectKind.SEQUENCE,
          ObjectKind.MATERIALIZED_VIEW,
          ObjectKind.POLICY,
          ObjectKind.GRANT);
  private static final Set<ObjectKind> CONSTRAINTS_ON_MYSQL =
      EnumSet.of(ObjectKind.PRIMARY_KEY, ObjectKind.CHECK, ObjectKind.FOREIGN_KEY);
  private static final Set<ObjectKind> CONSTRAINTS_ON_POSTGRES =
      EnumSet.of(ObjectKind.UNIQUE, ObjectKind.EXCLUSION);

  @Test
  void everyChangeAndEveryCodeHasACase() throws IOException {
    Set<String> missing = new TreeSet<>(everything());
    for (GoldenCase golden : GoldenCase.all()) {
      for (Target target : golden.targets()) {
        missing.removeAll(shownBy(golden, target));
      }
    }
    missing.removeAll(codesOfTheCommands());
    assertEquals(
        notYet().stream().collect(Collectors.joining("\n")),
        missing.stream().collect(Collectors.joining("\n")),
        "what has no case (actual) and what golden/not-yet.txt admits (expected)");
  }

  private static Set<String> shownBy(GoldenCase golden, Target target) {
    Set<String> shown = new TreeSet<>();
    Compiled compiled = Compiled.of(golden, target);
    compiled.diagnostics().forEach(d -> shown.add(d.code().name()));
    compiled.plan().ifPresent(plan -> plan.changes().forEach(c -> shown.add(key(target, c))));
    return shown;
  }

  private static String key(Target target, Change change) {
    return key(target.dialect(), change.getClass().getSimpleName(), change.path().kind());
  }

  private static String key(Dialect dialect, String change, ObjectKind kind) {
    return dialect.label() + " " + change + " " + kind.word();
  }

  private static Set<String> everything() {
    Set<String> all = new TreeSet<>();
    for (Code code : Code.values()) {
      all.add(code.name());
    }
    for (Class<?> change : Change.class.getPermittedSubclasses()) {
      String name = change.getSimpleName();
      for (Dialect dialect : Dialect.values()) {
        kinds(dialect, name).forEach(kind -> all.add(key(dialect, name, kind)));
      }
    }
    return all;
  }

  private static Set<ObjectKind> kinds(Dialect dialect, String change) {
    if (change.endsWith("Column")) {
      return EnumSet.of(ObjectKind.COLUMN);
    }
    if (change.endsWith("Index")) {
      return EnumSet.of(ObjectKind.INDEX);
    }
    if (change.endsWith("Table")) {
      return EnumSet.of(ObjectKind.TABLE);
    }
    if (change.endsWith("Constraint")) {
      Set<ObjectKind> kinds = union(dialect, CONSTRAINTS_ON_MYSQL, CONSTRAINTS_ON_POSTGRES);
      if (change.equals("RenameConstraint") && dialect == Dialect.MYSQL) {
        // A primary key of MySQL has no name of its own.
        kinds.remove(ObjectKind.PRIMARY_KEY);
      }
      return kinds;
    }
    Set<ObjectKind> kinds = union(dialect, ON_MYSQL, ON_POSTGRES);
    if (change.equals("ModifyObject")) {
      kinds.remove(ObjectKind.TABLE);
    }
    if (change.equals("ModifyObject") || change.equals("RenameObject")) {
      // A privilege and an object in the server's own words are their own identity.
      kinds.remove(ObjectKind.GRANT);
    }
    if (change.equals("RenameObject")) {
      if (dialect == Dialect.MYSQL) {
        // Refused as a whole, so that no plan holds it: case namespace-rename-mysql.
        kinds.remove(ObjectKind.NAMESPACE);
      }
      kinds.removeAll(
          EnumSet.of(
              ObjectKind.EXTENSION, ObjectKind.NATIVE, ObjectKind.FUNCTION, ObjectKind.PROCEDURE));
    }
    return kinds;
  }

  private static Set<ObjectKind> union(
      Dialect dialect, Set<ObjectKind> both, Set<ObjectKind> postgresOnly) {
    Set<ObjectKind> kinds = EnumSet.copyOf(both);
    if (dialect == Dialect.POSTGRES) {
      kinds.addAll(postgresOnly);
    }
    return kinds;
  }

  /** Codes about files and projects are shown by the tests of the commands. */
  private static Set<String> codesOfTheCommands() throws IOException {
    Set<String> codes = new TreeSet<>();
    Path tests = ServerBinaries.projectRoot().resolve("cli/src/test");
    try (Stream<Path> files = Files.walk(tests)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(file);
        Stream.of(Code.values())
            .map(Code::name)
            .filter(code -> isOfCommands(code) && text.contains(code))
            .forEach(codes::add);
      }
    }
    return codes;
  }

  /** The policy about sizes is the project's. */
  private static boolean isOfCommands(String code) {
    return code.startsWith("SC6") || code.equals("SC5003");
  }

  private static List<String> notYet() {
    return NotYet.entries().stream().filter(line -> !line.contains(": ")).sorted().toList();
  }
}
