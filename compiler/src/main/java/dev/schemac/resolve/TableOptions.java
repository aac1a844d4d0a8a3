package dev.schemac.resolve;

import dev.schemac.diagnostic.Code;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.SchemaObject;
import dev.schemac.syntax.Declaration.NamespaceDecl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Options of tables, with the defaults that their namespace gives. */
final class TableOptions {
  private final ResolveContext context;
  private final Map<String, SortedMap<String, String>> ofNamespaces = new HashMap<>();

  TableOptions(ResolveContext context) {
    this.context = context;
    for (Declared<NamespaceDecl> namespace : context.declarations.namespaces) {
      SortedMap<String, String> read =
          context.optionReader.read(
              namespace.declaration().header().attributes(), OptionOwner.NAMESPACE);
      ofNamespaces.computeIfAbsent(namespace.name().name(), n -> new TreeMap<>()).putAll(read);
    }
    if (context.target.isMySql()) {
      ofNamespaces.values().forEach(this::spell);
    }
  }

  /** What a namespace itself holds: not what it only hands on to its tables. */
  SortedMap<String, String> ofNamespace(String namespace) {
    SortedMap<String, String> options =
        new TreeMap<>(ofNamespaces.getOrDefault(namespace, new TreeMap<>()));
    options.computeIfPresent(
        "encryption", (key, written) -> written.equalsIgnoreCase("y") ? "y" : null);
    options.remove("engine");
    options.remove("row_format");
    return options;
  }

  Optional<String> owner(String namespace) {
    return Optional.ofNullable(ofNamespaces.getOrDefault(namespace, new TreeMap<>()).get("owner"));
  }

  /** In canonical form: without the engine that every table has, the character set filled in. */
  SortedMap<String, String> of(TableDraft table) {
    SortedMap<String, String> own = context.optionReader.read(table.attributes, OptionOwner.TABLE);
    SortedMap<String, String> options = new TreeMap<>(own);
    if (!table.external) {
      inherit(table, own, options);
    }
    options.remove("engine", "innodb");
    MySqlTableOptions.canonical(options, context.target);
    if (context.target.isMySql()) {
      spell(options);
    }
    return options;
  }

  /** The character set always, its collation where it is not the set's own. */
  private void spell(SortedMap<String, String> options) {
    Charsets charsets =
        Charsets.of(
            Optional.ofNullable(options.get("charset")),
            Optional.ofNullable(options.remove("collate")),
            context.target);
    charsets.collation().ifPresent(c -> options.put("collate", c));
    charsets
        .charset()
        .or(() -> charsets.collation().map(Charsets::charsetOf))
        .ifPresent(c -> options.put("charset", c));
  }

  private void inherit(
      TableDraft table, SortedMap<String, String> own, SortedMap<String, String> options) {
    SortedMap<String, String> inherited =
        new TreeMap<>(ofNamespaces.getOrDefault(table.name.namespace(), new TreeMap<>()));
    if (own.containsKey("charset")) {
      // A collation belongs to one character set alone.
      inherited.remove("collate");
    }
    inherited.remove("encryption");
    // A schema is often made by an administrator for others to fill.
    inherited.remove("owner");
    inherited.forEach(options::putIfAbsent);
  }

  /** The namespaces that are declared or that an own object lies in, in order. */
  List<SchemaObject> namespaces() {
    Map<String, SchemaObject> found = new java.util.LinkedHashMap<>();
    for (Declared<NamespaceDecl> d : context.declarations.namespaces) {
      String name = d.name().name();
      if (name.isEmpty() && isNothing(d)) {
        continue;
      }
      context.places.put(ObjectPath.of(ObjectKind.NAMESPACE, d.name()), d.place());
      Optional<String> doc = comment(name);
      SortedMap<String, String> options = ofNamespace(name);
      boolean external =
          d.declaration().header().external()
              || isThere(name) && doc.isEmpty() && options.isEmpty();
      found.put(name, new SchemaObject.Namespace(name, doc, options, external));
    }
    for (TableDraft table : context.tables.values()) {
      String name = table.name.namespace();
      if (!name.isEmpty() && !table.external) {
        found.putIfAbsent(
            name, new SchemaObject.Namespace(name, Optional.empty(), new TreeMap<>(), false));
      }
    }
    return new ArrayList<>(found.values());
  }

  /** The connection's own namespace is only the place of what follows, until something is said. */
  private boolean isNothing(Declared<NamespaceDecl> d) {
    boolean said = !ofNamespace("").isEmpty() || comment("").isPresent();
    if (d.declaration().header().external() || said && context.target.isPostgres()) {
      context.report.say(
          Code.SC2012,
          d.place(),
          "a namespace without a name is the connection's own, of which nothing can be said here",
          "name it, as in `namespace public`");
      return true;
    }
    return !said;
  }

  /** A database is made with it; there is something to do only where something is said of it. */
  private boolean isThere(String namespace) {
    return context.target.isPostgres() && namespace.equals(SchemaObject.Namespace.PUBLIC);
  }

  /** MySQL has none on databases, MariaDB has. */
  private Optional<String> comment(String namespace) {
    if (context.target.isMySql() && !context.target.isMariaDb()) {
      return Optional.empty();
    }
    for (Declared<NamespaceDecl> d : context.declarations.namespaces) {
      if (d.name().name().equals(namespace) && d.declaration().header().doc().isPresent()) {
        return d.declaration().header().doc();
      }
    }
    return Optional.empty();
  }
}
