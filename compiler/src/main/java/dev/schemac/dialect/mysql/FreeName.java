package dev.schemac.dialect.mysql;

import dev.schemac.model.ObjectKind;
import dev.schemac.model.QName;
import dev.schemac.model.Table;
import java.util.stream.Stream;

/** Names for what exists only while a change is on its way. */
final class FreeName {
  private FreeName() {}

  /** A column name that neither the older nor the newer table has, of at most 64 characters. */
  static String of(Situation s, QName table, String wanted) {
    String name = cut(wanted);
    while (isTaken(s, table, name)) {
      name = cut("_".concat(name));
    }
    return name;
  }

  /** A table name that neither the older nor the newer schema has. */
  static QName ofTable(Situation s, QName table, String suffix) {
    QName name = table.withName(cut(table.name().concat(suffix)));
    while (isTaken(s, name)) {
      name = table.withName(cut("_".concat(name.name())));
    }
    return name;
  }

  /** A name that no foreign key of the older or the newer schema has. */
  static String ofForeignKey(Situation s, String wanted) {
    String name = cut(wanted);
    while (isForeignKey(s, name)) {
      name = cut("_".concat(name));
    }
    return name;
  }

  private static boolean isForeignKey(Situation s, String name) {
    boolean before = !s.named(ObjectKind.FOREIGN_KEY, name).isEmpty();
    return before
        || s.after().tables().stream()
            .flatMap(t -> t.foreignKeys().stream())
            .anyMatch(k -> k.name().equalsIgnoreCase(name));
  }

  /** Of a trigger of schemac's own, with room for a suffix. */
  static String ofTrigger(String what) {
    String name = "_sc_".concat(what);
    return name.length() <= 60 ? name : cut(name.concat("__")).substring(0, 60);
  }

  static String cut(String name) {
    return name.length() <= 64 ? name : name.substring(0, 55).concat(hash(name));
  }

  private static String hash(String name) {
    return String.join("", "_", Integer.toHexString(name.hashCode()));
  }

  private static boolean isTaken(Situation s, QName name) {
    return Stream.of(s.context().before(), s.before(), s.after())
        .flatMap(schema -> schema.objects().stream())
        .map(o -> o.path().owner())
        .anyMatch(
            o ->
                o.namespace().equalsIgnoreCase(name.namespace())
                    && o.name().equalsIgnoreCase(name.name()));
  }

  private static boolean isTaken(Situation s, QName table, String name) {
    return Stream.concat(
            s.context().before().table(table).stream(),
            Stream.concat(s.tableBefore(table).stream(), s.after().table(table).stream()))
        .map(Table::columns)
        .flatMap(java.util.List::stream)
        .anyMatch(c -> c.name().equalsIgnoreCase(name));
  }
}
