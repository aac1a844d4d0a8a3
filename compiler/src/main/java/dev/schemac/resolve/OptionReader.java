package dev.schemac.resolve;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.model.Identity;
import dev.schemac.model.Options;
import dev.schemac.model.StorageParameters;
import dev.schemac.model.Target;
import dev.schemac.model.TriggerStates;
import dev.schemac.source.EscapedText;
import dev.schemac.syntax.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads dialect options into canonical form. Those of the other dialect are checked too, but have
 * no effect.
 */
final class OptionReader {
  /** Values that are names or texts, so that their case means something. */
  private static final Set<String> VERBATIM =
      Set.of(
          "owner",
          "not_null",
          "tablespace",
          "cluster",
          "replica_identity",
          "inherits",
          "of",
          "definer",
          "comment",
          "connection",
          "schema",
          "version",
          "data_directory",
          "index_directory",
          "union",
          "compression",
          "encryption",
          "secondary_engine",
          "engine_attribute",
          "secondary_engine_attribute",
          "sql_mode",
          "time_zone",
          "parameters",
          "check",
          "header",
          "parser",
          Identity.COMMENT);

  private final Target target;
  private final Report report;

  OptionReader(Target target, Report report) {
    this.target = target;
    this.report = report;
  }

  /** The options of the target; PostgreSQL's storage parameters keep the order they are in. */
  SortedMap<String, String> read(List<Attribute> attributes, OptionOwner owner) {
    SortedMap<String, String> options = new TreeMap<>();
    List<String> written = new ArrayList<>();
    for (Attribute attribute : attributes) {
      Set<String> known = OptionCatalogue.keys(attribute.dialect(), owner);
      for (Attribute.Option option : attribute.options()) {
        boolean named = OptionCatalogue.isNamed(attribute.dialect(), owner, option.key());
        if (!known.contains(option.key()) && !named) {
          unknown(attribute, option, owner, known);
        } else if (attribute.dialect() == target.dialect()) {
          available(option, owner);
          value(option).ifPresent(v -> put(options, option, v));
          written.add(option.key());
        }
      }
    }
    return target.isPostgres() ? StorageParameters.ordered(options, written) : options;
  }

  /** MySQL and MariaDB have options of their own under one dialect. */
  private void available(Attribute.Option option, OptionOwner owner) {
    if (OptionCatalogue.isOfOtherFlavour(target, option.key())) {
      report.say(
          Code.SC2010,
          option.span(),
          "option `" + option.key() + "` of " + owner.label() + " is not available on " + target,
          "leave it out for this target");
    }
  }

  /** Reports every option of the target: the model has no place for them on such an owner. */
  void refuse(List<Attribute> attributes, OptionOwner owner) {
    read(attributes, owner);
    for (Attribute attribute : attributes) {
      for (Attribute.Option option : attribute.options()) {
        if (attribute.dialect() == target.dialect()) {
          unsupported(option, owner);
        }
      }
    }
  }

  private void unsupported(Attribute.Option option, OptionOwner owner) {
    report.say(
        Code.SC2090,
        option.span(),
        "option `" + option.key() + "` of " + owner.label() + " is not supported yet");
  }

  /** Whether the author restricted a declaration to the other dialect. */
  boolean isForOtherDialectAlone(List<Attribute> attributes) {
    return !attributes.isEmpty()
        && attributes.stream().noneMatch(a -> a.dialect() == target.dialect());
  }

  private void put(SortedMap<String, String> options, Attribute.Option option, String value) {
    String first = options.putIfAbsent(option.key(), value);
    if (first != null && !first.equals(value)) {
      report.say(Code.SC2002, option.span(), "option `" + option.key() + "` is given twice");
    }
  }

  private Optional<String> value(Attribute.Option option) {
    String key = option.key();
    if (Options.isFlag(key)) {
      String written = option.value().orElse("true").toLowerCase(Locale.ROOT);
      return switch (written) {
        case "true", "on", "yes", "1" -> Optional.of(Options.isSpelled(key) ? written : "true");
        case "false", "off", "no", "0" ->
            Options.isSpelled(key) ? Optional.of(written) : Optional.empty();
        default -> {
          report.say(
              Code.SC2012, option.span(), "option `" + key + "` is a flag and takes no value");
          yield Optional.empty();
        }
      };
    }
    if (option.value().isEmpty()) {
      report.say(
          Code.SC2012,
          option.span(),
          "option `" + key + "` needs a value",
          "write `" + key + " = …`");
    }
    return option
        .value()
        .map(v -> EscapedText.read(v).orElse(v))
        .map(v -> isVerbatim(key) ? v : v.toLowerCase(Locale.ROOT));
  }

  private static boolean isVerbatim(String key) {
    return VERBATIM.contains(key)
        || key.startsWith("default.")
        || key.startsWith("comment.")
        || key.startsWith("period.")
        || TriggerStates.isOfPartitions(key);
  }

  private void unknown(
      Attribute attribute, Attribute.Option option, OptionOwner owner, Set<String> known) {
    String dialect = attribute.dialect().label();
    Diagnostic diagnostic =
        Diagnostic.of(
            Code.SC2012,
            option.span(),
            "`@" + dialect + "` has no option `" + option.key() + "` for " + owner.label());
    if (!known.isEmpty()) {
      diagnostic =
          diagnostic.withHelp("it may have " + String.join(", ", new java.util.TreeSet<>(known)));
    }
    report.add(diagnostic);
  }
}
