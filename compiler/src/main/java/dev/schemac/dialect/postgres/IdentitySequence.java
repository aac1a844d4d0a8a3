package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.model.ChosenName;
import dev.schemac.model.Column;
import dev.schemac.model.Identity;
import dev.schemac.model.NotNull;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.Options;
import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import dev.schemac.sql.SourceQuoting;
import dev.schemac.sql.SqlWriter;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The sequence behind an identity column, under the name that the server gives it by itself. */
final class IdentitySequence {
  private static final String LABEL = "seq";

  /** Beside settings of an identity's sequence: its name. */
  static final String NAME = "identity_sequence";

  private IdentitySequence() {}

  /** Whether a column's option is the sequence's. */
  static boolean isSetting(String key) {
    return key.equals(Identity.COMMENT) || key.equals(Identity.PERSISTENCE) || key.equals(NAME);
  }

  /** A column's settings, with the name of its identity's sequence where one is of that. */
  static SortedMap<String, String> settings(QName table, Column column) {
    TreeMap<String, String> settings = new TreeMap<>(NotNull.without(column.options()));
    settings.remove(Column.INHERITED);
    if (settings.keySet().stream().anyMatch(IdentitySequence::isSetting)) {
      of(table, column)
          .ifPresentOrElse(
              name -> settings.put(NAME, new SqlWriter(SourceQuoting.INSTANCE).name(name).text()),
              () -> settings.keySet().removeIf(IdentitySequence::isSetting));
    }
    return settings;
  }

  /** The statement that carries the automatic name along; none where the author gave one. */
  static Optional<Statement> rename(
      QName from, String fromColumn, QName to, String toColumn, Column column) {
    boolean automatic =
        column.identity().filter(i -> !i.sequenceOptions().containsKey("sequence")).isPresent();
    String old = ChosenName.of(from.name(), fromColumn, LABEL);
    String now = ChosenName.of(to.name(), toColumn, LABEL);
    if (!automatic || old.equals(now)) {
      return Optional.empty();
    }
    return Optional.of(rename(to.withName(old), to.withName(now)));
  }

  static Statement rename(QName from, QName to) {
    return new Statement.Rename(
        new SchemaObject.Sequence(from, Options.none(), Optional.empty(), Optional.empty()), to);
  }

  /** The identity without the name of its sequence. */
  static Identity unnamed(Identity identity) {
    TreeMap<String, String> options = new TreeMap<>(identity.sequenceOptions());
    options.remove("sequence");
    return new Identity(identity.always(), options);
  }

  /** Its name; none where the column has no identity. */
  static Optional<QName> of(QName table, Column column) {
    return column
        .identity()
        .map(
            i ->
                i.sequenceOptions().containsKey("sequence")
                    ? SourceQuoting.read(i.sequenceOptions().get("sequence"))
                    : table.withName(ChosenName.of(table.name(), column.name(), LABEL)));
  }

  /** What is free once the identities of the columns are gone. */
  static List<ObjectPath> freed(QName table, List<Column> columns) {
    return columns.stream()
        .flatMap(c -> of(table, c).stream())
        .map(IdentitySequence::free)
        .toList();
  }

  /** The path that says that no identity has a sequence of that name. */
  static ObjectPath free(QName sequence) {
    return new ObjectPath(ObjectKind.SEQUENCE, sequence, "free");
  }

  /** Sequences that go, since identities of the columns take their names. */
  static List<ObjectPath> taken(QName table, List<Column> columns, PlanFacts facts) {
    return columns.stream()
        .flatMap(c -> of(table, c).stream())
        .map(name -> ObjectPath.of(ObjectKind.SEQUENCE, name))
        .filter(facts::isDropped)
        .toList();
  }
}
