package dev.schemac.cli.toml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lines, headers and keys of a TOML text; values are {@link TomlValues}'s. */
final class TomlReader {
  private final TomlScanner in;
  private final TomlValues values;

  TomlReader(String text) {
    this.in = new TomlScanner(text);
    this.values = new TomlValues(in, this);
  }

  /** Reads the whole text into a table. */
  void read(TomlTable root) {
    TomlTable current = root;
    for (in.skipBlankLines(); !in.atEnd(); in.skipBlankLines()) {
      if (in.peek() == '[') {
        current = header(root);
      } else {
        keyAndValue(current);
      }
      in.endOfLine();
    }
  }

  /** {@code a.b = value}. */
  void keyAndValue(TomlTable table) {
    List<Key> path = key();
    in.skipBlanks();
    in.expect('=', "expected `=` behind the key");
    in.skipBlanks();
    Key last = path.getLast();
    TomlTable owner = descend(table, path.subList(0, path.size() - 1));
    int start = in.offset();
    Object value = values.value();
    TomlTable.Entry entry =
        new TomlTable.Entry(value, last.start(), last.end(), start, in.offset());
    if (!owner.put(last.name(), entry)) {
      throw new TomlException("`" + last.name() + "` is there twice", last.start());
    }
  }

  private TomlTable header(TomlTable root) {
    in.expect('[', "expected `[`");
    if (in.peek() == '[') {
      throw in.error("arrays of tables have no use here");
    }
    in.skipBlanks();
    List<Key> path = key();
    in.skipBlanks();
    in.expect(']', "expected `]` behind the table's name");
    TomlTable table = descend(root, path);
    if (table.closed) {
      throw new TomlException("this table is there twice", path.getFirst().start());
    }
    table.closed = true;
    return table;
  }

  private static TomlTable descend(TomlTable from, List<Key> path) {
    TomlTable at = from;
    for (Key key : path) {
      at.put(
          key.name(),
          new TomlTable.Entry(new TomlTable(), key.start(), key.end(), key.start(), key.end()));
      Optional<TomlTable.Entry> entry = at.entry(key.name());
      if (!(entry.orElseThrow().value() instanceof TomlTable table)) {
        throw new TomlException("`" + key.name() + "` is a value, not a table", key.start());
      }
      at = table;
    }
    return at;
  }

  private record Key(String name, int start, int end) {}

  private List<Key> key() {
    List<Key> path = new ArrayList<>();
    do {
      in.skipBlanks();
      int start = in.offset();
      char c = in.peek();
      String name = c == '"' || c == '\'' ? values.string() : in.bareKey();
      path.add(new Key(name, start, in.offset()));
      in.skipBlanks();
    } while (in.accept('.'));
    return path;
  }
}
