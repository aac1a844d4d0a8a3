package dev.schemac.catalog.mysql;

import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import dev.schemac.sql.MariaDbSequence;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** MariaDB's sequences. How far each has counted is data. */
final class SequencePart implements CatalogPart {
  private static final String QUERY =
      """
      select table_name from information_schema.tables
      where table_schema = database() and table_type = 'SEQUENCE' order by table_name
      """;

  private static final int SHOWN = 2;

  @Override
  public void read(ReadContext context) throws SQLException {
    List<String> names = new ArrayList<>();
    context.each(QUERY, row -> names.add(row.getString(1)));
    for (String name : names) {
      String path = "sequence ".concat(name);
      Optional<String> shown = context.shown("sequence", name, path, SHOWN);
      if (shown.isPresent()) {
        read(context, name, path, new ShowText(shown.get()));
      }
    }
  }

  private static void read(ReadContext context, String name, String path, ShowText show) {
    SortedMap<String, String> options = new TreeMap<>();
    Optional<String> comment = Optional.empty();
    boolean known = show.accept("CREATE", "SEQUENCE") && show.name().equals(name);
    while (known && !show.isAtEnd()) {
      if (show.accept("COMMENT", "=")) {
        comment = Optional.of(show.string());
      } else if (show.accept("ENGINE", "=")) {
        known = show.name().toLowerCase(Locale.ROOT).equals("innodb");
      } else {
        known = option(show, options);
      }
    }
    if (!known) {
      context.unknownForm(path);
      return;
    }
    MariaDbSequence.canonical(options);
    context.add(new SchemaObject.Sequence(QName.of(name), options, Optional.empty(), comment));
  }

  private static boolean option(ShowText show, SortedMap<String, String> options) {
    if (show.accept("START", "WITH")) {
      options.put("start", number(show));
    } else if (show.accept("MINVALUE")) {
      options.put("min", number(show));
    } else if (show.accept("MAXVALUE")) {
      options.put("max", number(show));
    } else if (show.accept("INCREMENT", "BY")) {
      options.put("increment", number(show));
    } else if (show.accept("CACHE")) {
      options.put("cache", number(show));
    } else if (show.accept("NOCACHE")) {
      options.put("cache", "0");
    } else if (show.accept("CYCLE")) {
      options.put("cycle", "true");
    } else if (show.accept("AS")) {
      String type = show.name().toLowerCase(Locale.ROOT);
      options.put("as", show.accept("UNSIGNED") ? type.concat(" unsigned") : type);
    } else {
      return show.accept("NOCYCLE");
    }
    return true;
  }

  private static String number(ShowText show) {
    return show.accept("-") ? "-".concat(show.name()) : show.name();
  }
}
