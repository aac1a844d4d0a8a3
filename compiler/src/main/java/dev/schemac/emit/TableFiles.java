package dev.schemac.emit;

import dev.schemac.emit.SchemaUpdate.Placed;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether existing files hold a table each, named after it: a new table then gets a new file. */
final class TableFiles {
  private final Map<String, List<Table>> tables = new LinkedHashMap<>();
  private final Map<String, String> sections = new LinkedHashMap<>();
  private final Set<String> taken = new HashSet<>();

  TableFiles(List<Placed> declarations, Set<String> files) {
    for (Placed placed : declarations) {
      for (SchemaObject object : placed.objects()) {
        if (object instanceof Table table) {
          tables.computeIfAbsent(placed.file(), f -> new ArrayList<>()).add(table);
          sections.put(placed.file(), placed.section());
        }
      }
    }
    files.forEach(f -> taken.add(f.toLowerCase(Locale.ROOT)));
  }

  /** The file of a new table, beside those of its namespace; empty in any other layout. */
  Optional<String> forNew(Table table, String section) {
    String folder = null;
    for (Map.Entry<String, List<Table>> file : tables.entrySet()) {
      String name = FileNames.of(file.getValue().getFirst());
      boolean own = file.getValue().size() == 1 && base(file.getKey()).equals(name);
      if (!own) {
        return Optional.empty();
      }
      if (sections.get(file.getKey()).equals(section)) {
        folder = file.getKey().substring(0, file.getKey().length() - name.length());
      }
    }
    if (tables.size() < 2 || folder == null) {
      return Optional.empty();
    }
    String wanted = folder.concat(FileNames.of(table));
    return taken.add(wanted.toLowerCase(Locale.ROOT)) ? Optional.of(wanted) : Optional.empty();
  }

  private static String base(String file) {
    return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  }
}
