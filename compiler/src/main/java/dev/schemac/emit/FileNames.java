package dev.schemac.emit;

import dev.schemac.model.Table;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which file a declaration stands in. The names hold nothing that a file system could refuse, and
 * never differ in case alone.
 */
final class FileNames {
  private static final String ENDING = ".schema";
  private static final String MAIN = "main";

  private final IdiomaticText.Split split;
  private final Map<List<String>, String> names = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  FileNames(IdiomaticText.Split split) {
    this.split = split;
  }

  /** The pieces of each file, in order; one file at least. */
  Map<String, List<Piece>> distribute(List<Piece> pieces) {
    Map<String, List<Piece>> files = new LinkedHashMap<>();
    for (Piece piece : pieces) {
      files.computeIfAbsent(file(piece), f -> new ArrayList<>()).add(piece);
    }
    if (files.isEmpty()) {
      files.put(MAIN + ENDING, List.of());
    }
    return files;
  }

  private String file(Piece piece) {
    String namespace = piece.namespace();
    return switch (split) {
      case NONE -> MAIN + ENDING;
      case NAMESPACE -> free(List.of(namespace), namespace.isEmpty() ? MAIN : plain(namespace));
      case TABLE -> {
        String folder = namespace.isEmpty() ? "" : plain(namespace) + "/";
        String table = piece.table().orElse("");
        yield free(List.of(namespace, table), folder + (table.isEmpty() ? MAIN : plain(table)));
      }
    };
  }

  private String free(List<String> key, String wanted) {
    return names.computeIfAbsent(
        key,
        k -> {
          String name = wanted;
          for (int number = 2; !taken.add(name.toLowerCase(Locale.ROOT)); number++) {
            name = wanted + "-" + number;
          }
          return name + ENDING;
        });
  }

  /** The file of a table that has one of its own. */
  static String of(Table table) {
    return plain(table.name().name()) + ENDING;
  }

  /** Letters, digits, {@code _} and {@code -} as they are, every other byte as {@code %xx}. */
  private static String plain(String name) {
    StringBuilder out = new StringBuilder();
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean safe = c < 128 && (Character.isLetterOrDigit(c) || c == '_' || c == '-');
      out.append(safe ? String.valueOf(c) : "%" + Integer.toHexString(0x100 | c).substring(1));
    }
    return out.toString();
  }
}
