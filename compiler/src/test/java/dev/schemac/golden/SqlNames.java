package dev.schemac.golden;

import dev.schemac.model.Dialect;
import dev.schemac.model.QName;
import java.util.List;
import java.util.stream.Collectors;

/** Quotes every name and literal; the tests' own SQL, independent of what they test. */
record SqlNames(char quote) {

  static SqlNames of(Dialect dialect) {
    return new SqlNames(dialect == Dialect.POSTGRES ? '"' : '`');
  }

  String quoted(String name) {
    return quote + name.replace("" + quote, "" + quote + quote) + quote;
  }

  String qualified(QName name) {
    return (name.hasNamespace() ? quoted(name.namespace()) + "." : "") + quoted(name.name());
  }

  String list(List<String> names) {
    return names.stream().map(this::quoted).collect(Collectors.joining(", "));
  }

  String literal(String value) {
    return "'" + value.replace("'", "''").replace("\\", quote == '`' ? "\\\\" : "\\") + "'";
  }
}
