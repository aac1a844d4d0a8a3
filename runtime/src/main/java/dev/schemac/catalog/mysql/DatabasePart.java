package dev.schemac.catalog.mysql;

import dev.schemac.model.SchemaObject;
import java.sql.SQLException;
import java.util.Optional;
import java.util.TreeMap;

/** The database itself: what its tables get where they say nothing. */
final class DatabasePart implements CatalogPart {
  private static final String ENCRYPTION =
      "select default_encryption from information_schema.schemata where schema_name = database()";

  private static final String COMMENT =
      "select schema_comment from information_schema.schemata where schema_name = database()";

  @Override
  public void read(ReadContext context) throws SQLException {
    TreeMap<String, String> options = new TreeMap<>();
    ShowFacts facts = TablePart.facts(context);
    options.put("charset", ShowNames.charset(facts.charset()));
    if (!facts.isDefault(facts.charset(), facts.collation())) {
      options.put("collate", facts.collation());
    }
    if (context.target().isMySqlFrom(8, 0, 16)
        && context.value(ENCRYPTION, 1).filter("YES"::equals).isPresent()) {
      options.put("encryption", "y");
    }
    Optional<String> comment =
        context.isMariaDb()
            ? context.value(COMMENT, 1).filter(text -> !text.isEmpty())
            : Optional.empty();
    context.add(new SchemaObject.Namespace("", comment, options, false));
  }
}
