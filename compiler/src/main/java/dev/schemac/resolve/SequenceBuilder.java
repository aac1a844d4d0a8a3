package dev.schemac.resolve;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Span;
import dev.schemac.model.DataType;
import dev.schemac.model.Expression;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import dev.schemac.resolve.TableDraft.ColumnDraft;
import dev.schemac.sql.MariaDbSequence;
import dev.schemac.sql.SourceQuoting;
import dev.schemac.sql.SqlWriter;
import dev.schemac.syntax.Clause;
import dev.schemac.syntax.Declaration.SequenceDecl;
import dev.schemac.syntax.Declaration.SequenceOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Sequences, those behind {@code serial} and {@code identity} included. */
final class SequenceBuilder {
  private static final Set<String> KEYS =
      Set.of("as", "start", "increment", "min", "max", "cache", "cycle", "no cycle");

  private static final Pattern NAME_PART = Pattern.compile("`(?:[^`]|``)*`|[^.`]+");

  private final ResolveContext context;

  /** The sequences of {@code serial} columns, in the order of the columns. */
  final List<SchemaObject.Sequence> ofSerials = new ArrayList<>();

  SequenceBuilder(ResolveContext context) {
    this.context = context;
  }

  /** Declares the sequence and gives the default that reads it. */
  Expression ofSerial(ColumnDraft column, ResolvedType type) {
    TableDraft table = column.table;
    String name =
        context.names.automatic(table.name, ObjectKind.SEQUENCE, List.of(column.name()), "seq");
    QName sequence = table.name.withName(name);
    SortedMap<String, String> options = new TreeMap<>();
    if (type.type() instanceof DataType.Builtin b && !b.name().equals("bigint")) {
      options.put("as", b.name());
    }
    ofSerials.add(
        new SchemaObject.Sequence(
            sequence,
            options,
            Optional.of(ObjectPath.column(table.name, column.name())),
            Optional.empty()));
    context.places.put(ObjectPath.of(ObjectKind.SEQUENCE, sequence), column.ident().span());
    return Expression.Call.of("nextval", new Expression.SequenceRef(sequence));
  }

  SortedMap<String, String> identityOptions(ColumnDraft column, Clause.IdentityClause clause) {
    SortedMap<String, String> options = new TreeMap<>();
    for (SequenceOption option : clause.options()) {
      boolean known = KEYS.contains(option.key()) || option.key().equals("sequence");
      boolean allowed = context.target.isPostgres() || option.key().equals("start");
      if (!known || option.key().equals("as")) {
        context.report.say(
            Code.SC2012, option.span(), "`identity` has no option `" + option.key() + "`");
      } else if (!allowed) {
        context.unavailable(
            option.span(),
            "`" + option.key() + "` of an `identity`",
            "MySQL counts from `start` in steps of one");
      } else {
        options.put(option.key(), value(option));
      }
    }
    return canonical(options);
  }

  /** A name in one spelling. */
  private static String value(SequenceOption option) {
    return option.key().equals("sequence")
        ? new SqlWriter(SourceQuoting.INSTANCE).name(SourceQuoting.read(option.value())).text()
        : option.value();
  }

  Optional<SchemaObject.Sequence> build(Declared<SequenceDecl> declared) {
    SequenceDecl d = declared.declaration();
    if (context.target.isMySql() && !context.target.isMariaDb()) {
      if (!context.optionReader.isForOtherDialectAlone(d.header().attributes())) {
        context.unavailable(
            declared.place(), "a sequence", "write `identity` behind the column that it numbers");
      }
      return Optional.empty();
    }
    context.names.tooLong(declared.name().name(), declared.place());
    context.places.put(ObjectPath.of(ObjectKind.SEQUENCE, declared.name()), declared.place());
    SortedMap<String, String> options =
        new TreeMap<>(context.optionReader.read(d.header().attributes(), OptionOwner.SEQUENCE));
    Optional<ObjectPath> owner = Optional.empty();
    for (SequenceOption option : d.options()) {
      if (option.key().equals("owned") && context.target.isMariaDb()) {
        context.unavailable(option.span(), "`owned by` of a sequence", "leave it out");
      } else if (option.key().equals("owned")) {
        owner = owner(option, declared.namespace());
      } else if (KEYS.contains(option.key())) {
        options.put(option.key(), option.value().toLowerCase(Locale.ROOT));
      } else {
        context.report.say(
            Code.SC2012, option.span(), "a sequence has no option `" + option.key() + "`");
      }
    }
    return Optional.of(
        new SchemaObject.Sequence(
            declared.name(),
            context.target.isMariaDb() ? ofMariaDb(options) : canonical(options),
            owner,
            d.header().doc()));
  }

  private Optional<ObjectPath> owner(SequenceOption option, String namespace) {
    String[] parts =
        NAME_PART
            .matcher(option.value())
            .results()
            .map(m -> SourceQuoting.read(m.group()).name())
            .toArray(String[]::new);
    Span span = option.span();
    if (parts.length < 2 || parts.length > 3) {
      context.report.say(Code.SC2001, span, "`owned by` names a column: `owned by t.c`");
      return Optional.empty();
    }
    String column = parts[parts.length - 1];
    Optional<String> qualifier = parts.length == 3 ? Optional.of(parts[0]) : Optional.empty();
    String tableName = parts[parts.length - 2];
    Optional<TableDraft> table = Declarations.find(context.tables, qualifier, tableName, namespace);
    if (table.isEmpty()) {
      context.report.unknown(
          "table", tableName, span, Declarations.namesIn(context.tables, namespace));
      return Optional.empty();
    }
    if (!table.get().columns.containsKey(column)) {
      context.report.unknown("column", option.value(), span, table.get().columns.keySet());
      return Optional.empty();
    }
    return Optional.of(ObjectPath.column(table.get().name, column));
  }

  private static String signed(String... words) {
    words[0] = TypeSpelling.canonicalName(words[0]);
    return String.join(" ", words);
  }

  private static SortedMap<String, String> ofMariaDb(SortedMap<String, String> options) {
    options.computeIfPresent("as", (k, v) -> signed(v.strip().split("\\s+")));
    MariaDbSequence.canonical(options);
    return options;
  }

  /** Without what a sequence has anyway. */
  private static SortedMap<String, String> canonical(SortedMap<String, String> options) {
    options.computeIfPresent("as", (k, v) -> TypeSpelling.canonicalName(v));
    options.remove("as", "bigint");
    options.remove("increment", "1");
    options.remove("cache", "1");
    options.remove("min", "1");
    options.remove("start", options.getOrDefault("min", "1"));
    options.remove("no cycle");
    options.computeIfPresent("cycle", (k, v) -> "true");
    return options;
  }
}
