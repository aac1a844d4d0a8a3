package dev.schemac.dialect.postgres;

import dev.schemac.model.ObjectKind;
import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import dev.schemac.model.TriggerStates;
import dev.schemac.sql.PostgresGrant;
import dev.schemac.sql.SqlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code CREATE}, {@code DROP}, {@code RENAME} and {@code ALTER} of whole objects. */
final class ObjectSql {
  private static final Pattern CREATE = Pattern.compile("(?i)^\\s*create\\s+(?!or\\s+replace)");

  private static final Pattern SQL_BODY =
      Pattern.compile("\\bLANGUAGE\\s+sql\\b[^$]*\\bAS\\s+(?:\\$|E?')", Pattern.CASE_INSENSITIVE);

  /** A setting's value may hold a dollar sign: {@code SET search_path TO '$user'}. */
  private static final Pattern QUOTED = Pattern.compile("'[^']*'");

  private final Syntax syntax;
  private final TableSql tables;
  private final TypeSql types;
  private final SequenceSql sequences;
  private final ViewSql views;
  private final NativeSql natives;

  ObjectSql(Syntax syntax) {
    this.syntax = syntax;
    this.tables = new TableSql(syntax);
    this.types = new TypeSql(syntax);
    this.sequences = new SequenceSql(syntax);
    this.views = new ViewSql(syntax);
    this.natives = new NativeSql(syntax);
  }

  List<String> create(SchemaObject object) {
    return switch (object) {
      case Table table -> tables.create(table);
      case SchemaObject.Namespace namespace -> createNamespace(namespace);
      case SchemaObject.Extension extension -> createExtension(extension);
      case SchemaObject.EnumType type -> types.createEnum(type);
      case SchemaObject.Domain domain -> types.createDomain(domain);
      case SchemaObject.Sequence sequence -> sequences.create(sequence);
      case SchemaObject.View view -> views.create(view);
      case SchemaObject.Routine routine -> created(routine);
      case SchemaObject.Trigger trigger -> created(trigger);
      case SchemaObject.Policy policy -> verbatim(policy.definition());
      case SchemaObject.Grant grant -> granted(grant.definition());
      case SchemaObject.NativeObject other -> natives.create(other);
      case SchemaObject.Role role -> throw external(role);
      case SchemaObject.ExternalType type -> throw external(type);
    };
  }

  private List<String> created(SchemaObject.Routine routine) {
    List<String> texts = new ArrayList<>(unchecked(routine, routine.definition()));
    if (routine.options().containsKey("owner")) {
      texts.addAll(owner(routine));
    }
    return texts;
  }

  /**
   * A body of SQL in a string may name what comes later or is long gone, and the server looks at it
   * again when it runs. PL/pgSQL's check reads little but its syntax, so that one stays.
   */
  private List<String> unchecked(SchemaObject.Routine routine, String statement) {
    String bare = QUOTED.matcher(routine.definition()).replaceAll("''");
    if (!SQL_BODY.matcher(bare).find()) {
      return verbatim(statement);
    }
    return List.of(
        "SET LOCAL check_function_bodies = off",
        syntax.fragment().raw(statement).text(),
        "SET LOCAL check_function_bodies = on");
  }

  private List<String> owner(SchemaObject object) {
    return List.of(Ownership.to(subject(object, object.path().owner()), owned(object)));
  }

  private static String owned(SchemaObject object) {
    return switch (object) {
      case SchemaObject.Routine r -> r.options().get("owner");
      case SchemaObject.Namespace n -> n.options().get("owner");
      case SchemaObject other -> throw external(other);
    };
  }

  private List<String> created(SchemaObject.Trigger trigger) {
    List<String> texts = new ArrayList<>(verbatim(trigger.definition()));
    if (!trigger.options().isEmpty()) {
      texts.addAll(enabled(trigger));
    }
    return texts;
  }

  /** {@code ALTER TABLE} serves views and foreign tables too; partitions follow unless told so. */
  private List<String> enabled(SchemaObject.Trigger trigger) {
    List<String> texts = new ArrayList<>();
    String state = trigger.options().getOrDefault("enabled", "enabled");
    texts.add(enabled(syntax.start("ALTER TABLE").name(trigger.table()), trigger, state));
    TriggerStates.ofPartitions(trigger.options())
        .forEach(
            (partition, own) ->
                texts.add(enabled(syntax.start("ALTER TABLE ONLY").name(partition), trigger, own)));
    return texts;
  }

  private static String enabled(SqlWriter sql, SchemaObject.Trigger trigger, String state) {
    String words =
        switch (state) {
          case "disabled" -> "DISABLE TRIGGER";
          case "replica" -> "ENABLE REPLICA TRIGGER";
          case "always" -> "ENABLE ALWAYS TRIGGER";
          default -> "ENABLE TRIGGER";
        };
    return sql.phrase(words).identifier(trigger.name()).text();
  }

  /** Who gives has to be who speaks. */
  private List<String> granted(String statement) {
    Optional<String> by = PostgresGrant.by(statement);
    if (by.isEmpty()) {
      return verbatim(statement);
    }
    return List.of(
        "SET LOCAL ROLE ".concat(by.get()),
        syntax.fragment().raw(PostgresGrant.withoutBy(statement)).text(),
        "RESET ROLE");
  }

  private List<String> verbatim(String sql) {
    return List.of(syntax.fragment().raw(sql).text());
  }

  private static IllegalArgumentException external(SchemaObject object) {
    return new IllegalArgumentException(object.path().toString());
  }

  private List<String> createNamespace(SchemaObject.Namespace namespace) {
    SqlWriter sql = syntax.start("CREATE SCHEMA").identifier(namespace.name());
    String owner = namespace.options().get("owner");
    return List.of(
        owner == null ? sql.text() : sql.phrase("AUTHORIZATION").identifier(owner).text());
  }

  /** Extensions are often there already, put in place by an administrator. */
  private List<String> createExtension(SchemaObject.Extension extension) {
    SqlWriter sql = syntax.start("CREATE EXTENSION IF NOT EXISTS").identifier(extension.name());
    if (extension.options().containsKey("schema")) {
      sql.phrase("SCHEMA").identifier(extension.options().get("schema"));
    }
    if (extension.options().containsKey("version")) {
      sql.phrase("VERSION").string(extension.options().get("version"));
    }
    return List.of(sql.text());
  }

  List<String> drop(SchemaObject object) {
    SqlWriter sql = syntax.fragment();
    return switch (object) {
      case Table table -> List.of(sql.phrase("DROP TABLE").name(table.name()).text());
      case SchemaObject.Namespace n ->
          List.of(sql.phrase("DROP SCHEMA").identifier(n.name()).text());
      case SchemaObject.Extension e ->
          List.of(sql.phrase("DROP EXTENSION").identifier(e.name()).text());
      case SchemaObject.EnumType type -> List.of(sql.phrase("DROP TYPE").name(type.name()).text());
      case SchemaObject.Domain d -> List.of(sql.phrase("DROP DOMAIN").name(d.name()).text());
      case SchemaObject.Sequence s -> List.of(sql.phrase("DROP SEQUENCE").name(s.name()).text());
      case SchemaObject.View view ->
          List.of(sql.phrase("DROP").phrase(word(view.path().kind())).name(view.name()).text());
      case SchemaObject.Routine r ->
          List.of(Signature.write(sql.phrase("DROP").phrase(word(r.kind())), r.name()).text());
      case SchemaObject.Trigger t -> List.of(on(sql.phrase("DROP TRIGGER"), t.name(), t.table()));
      case SchemaObject.Policy p -> List.of(on(sql.phrase("DROP POLICY"), p.name(), p.table()));
      case SchemaObject.Grant grant -> granted(grant.inverse());
      case SchemaObject.NativeObject other -> verbatim(other.drop());
      case SchemaObject.Role role -> throw external(role);
      case SchemaObject.ExternalType type -> throw external(type);
    };
  }

  private static String word(ObjectKind kind) {
    return kind.word().toUpperCase(Locale.ROOT);
  }

  private static String on(SqlWriter sql, String name, QName table) {
    return sql.identifier(name).phrase("ON").name(table).text();
  }

  List<String> replace(SchemaObject object) {
    return switch (object) {
      case SchemaObject.View view -> views.replace(view);
      case SchemaObject.Routine routine ->
          unchecked(
              routine, CREATE.matcher(routine.definition()).replaceFirst("CREATE OR REPLACE "));
      case SchemaObject other -> throw external(other);
    };
  }

  /** The name first, then the namespace, so that a free name is needed in one place at a time. */
  List<String> rename(SchemaObject before, QName to) {
    List<String> texts = new ArrayList<>();
    QName from = before.path().owner();
    QName target = Signature.plainName(to);
    boolean member =
        before instanceof SchemaObject.Trigger || before instanceof SchemaObject.Policy;
    String old = member ? before.path().member() : Signature.plainName(from).name();
    if (!old.equals(target.name())) {
      texts.add(subject(before, from).phrase("RENAME TO").identifier(target.name()).text());
    }
    if (!member && !from.namespace().equals(to.namespace())) {
      QName renamed = to.withName(to.name());
      SqlWriter sql = subject(before, new QName(from.namespace(), renamed.name()));
      texts.add(sql.phrase("SET SCHEMA").identifier(to.namespace()).text());
    }
    return texts;
  }

  private SqlWriter subject(SchemaObject object, QName name) {
    SqlWriter sql = syntax.start("ALTER");
    return switch (object) {
      case Table ignored -> sql.phrase("TABLE").name(name);
      case SchemaObject.Namespace n -> sql.phrase("SCHEMA").identifier(n.name());
      case SchemaObject.EnumType ignored -> sql.phrase("TYPE").name(name);
      case SchemaObject.Domain ignored -> sql.phrase("DOMAIN").name(name);
      case SchemaObject.Sequence ignored -> sql.phrase("SEQUENCE").name(name);
      case SchemaObject.View view -> sql.phrase(word(view.path().kind())).name(name);
      case SchemaObject.Routine routine ->
          Signature.write(
              sql.phrase(word(routine.kind())), Signature.withSignatureOf(routine.name(), name));
      case SchemaObject.Trigger t ->
          sql.phrase("TRIGGER").identifier(t.name()).phrase("ON").name(t.table());
      case SchemaObject.Policy p ->
          sql.phrase("POLICY").identifier(p.name()).phrase("ON").name(p.table());
      case SchemaObject.NativeObject other ->
          Signature.write(sql.phrase(other.nativeKind().toUpperCase(Locale.ROOT)), name);
      case SchemaObject.Extension other -> throw external(other);
      case SchemaObject.Grant other -> throw external(other);
      case SchemaObject.Role other -> throw external(other);
      case SchemaObject.ExternalType ignored -> sql.phrase("TYPE").name(name);
    };
  }

  List<String> alter(SchemaObject before, SchemaObject after) {
    if (before instanceof SchemaObject.Sequence a && after instanceof SchemaObject.Sequence b) {
      return sequences.alter(a, b);
    }
    if (before instanceof SchemaObject.Domain a && after instanceof SchemaObject.Domain b) {
      return types.alterDomain(a, b);
    }
    if (before instanceof SchemaObject.EnumType a && after instanceof SchemaObject.EnumType b) {
      return types.alterEnum(a, b);
    }
    if (before instanceof SchemaObject.View a && after instanceof SchemaObject.View b) {
      return views.alter(a, b);
    }
    if (before instanceof SchemaObject.Namespace a && after instanceof SchemaObject.Namespace b) {
      return alterNamespace(a, b);
    }
    if (before instanceof SchemaObject.Extension a && after instanceof SchemaObject.Extension b) {
      return alterExtension(a, b);
    }
    if (before instanceof SchemaObject.NativeObject a
        && after instanceof SchemaObject.NativeObject b) {
      return natives.alter(a, b);
    }
    if (after instanceof SchemaObject.Trigger b) {
      return enabled(b);
    }
    if (after instanceof SchemaObject.Routine b) {
      return owner(b);
    }
    throw external(after);
  }

  private List<String> alterNamespace(SchemaObject.Namespace before, SchemaObject.Namespace after) {
    String owner = after.options().get("owner");
    boolean usual =
        owner == null && syntax.capabilities().databaseOwner() && PublicSchema.is(after);
    if (usual) {
      owner = PublicSchema.OWNER;
    }
    return Objects.equals(owner, before.options().get("owner"))
        ? List.of()
        : List.of(Ownership.to(syntax.start("ALTER SCHEMA").identifier(after.name()), owner));
  }

  private List<String> alterExtension(SchemaObject.Extension before, SchemaObject.Extension after) {
    List<String> texts = new ArrayList<>();
    String schema = after.options().getOrDefault("schema", SchemaObject.Namespace.PUBLIC);
    if (!schema.equals(before.options().getOrDefault("schema", SchemaObject.Namespace.PUBLIC))) {
      SqlWriter sql = syntax.start("ALTER EXTENSION").identifier(after.name());
      texts.add(sql.phrase("SET SCHEMA").identifier(schema).text());
    }
    String version = after.options().get("version");
    if (version != null && !version.equals(before.options().get("version"))) {
      SqlWriter sql = syntax.start("ALTER EXTENSION").identifier(after.name());
      texts.add(sql.phrase("UPDATE TO").string(version).text());
    }
    return texts;
  }
}
