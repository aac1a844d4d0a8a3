package dev.schemac.dialect.mysql;

import dev.schemac.diff.Change;
import dev.schemac.model.Column;
import dev.schemac.model.DataType.InlineSet;
import dev.schemac.model.Index;
import dev.schemac.model.Table;
import dev.schemac.model.Target;
import java.util.Set;

/**
 * Keys over a SET that becomes a text: where a character has one byte, MySQL goes on with a key
 * over as many characters as the SET had bytes (measured on 8.0.15 and 9.7). Such a key comes anew.
 */
final class ShortenedKeys {
  private static final Set<String> WIDE =
      Set.of(
          "utf8mb4", "utf8mb3", "utf8", "ucs2", "utf16", "utf16le", "utf32", "sjis", "cp932",
          "ujis", "eucjpms", "euckr", "big5", "gbk", "gb2312", "gb18030");

  private ShortenedKeys() {}

  /** Whether the change of a column leaves a shorter key. */
  static boolean makes(Situation s, Change.ModifyColumn modify) {
    Table was = s.was(modify.table());
    return isShortened(s.after().target(), was, modify.before(), modify.after())
        && was.indexes().stream()
            .anyMatch(i -> ColumnUse.ofKey(i.parts()).contains(modify.after().name()));
  }

  /** Whether the key is one of them. */
  static boolean isOne(Target target, Table was, Table is, Index index) {
    return ColumnUse.ofKey(index.parts()).stream()
        .flatMap(name -> was.column(name).stream())
        .anyMatch(
            before ->
                is.column(before.name())
                    .filter(after -> isShortened(target, was, before, after))
                    .isPresent());
  }

  private static boolean isShortened(Target target, Table was, Column before, Column after) {
    return !target.isMariaDb()
        && before.type() instanceof InlineSet
        && AlterTableOptions.isText(after)
        && !(after.type() instanceof InlineSet)
        && !WIDE.contains(TableTraits.charset(was, before));
  }
}
