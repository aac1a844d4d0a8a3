package dev.schemac.model;

import java.util.List;

/**
 * A column's type in the target's own terms, in canonical spelling ({@code varchar}, never {@code
 * character varying}).
 */
public sealed interface DataType {

  /**
   * A type that the server brings along.
   *
   * @param name canonical lower-case name. PostgreSQL: {@code smallint int bigint numeric real
   *     double bool char varchar text bytea date time timetz timestamp timestamptz interval uuid
   *     json jsonb xml inet …}; MySQL: {@code tinyint smallint mediumint int bigint decimal float
   *     double bit char varchar binary varbinary tinytext text mediumtext longtext tinyblob blob
   *     mediumblob longblob date time datetime timestamp year json point …}. {@code bool} is {@code
   *     tinyint(1)} on MySQL
   * @param arguments literals as written, e.g. {@code [10, 2]}
   * @param modifiers trailing words in canonical order: {@code unsigned}, {@code zerofill}
   */
  record Builtin(String name, List<String> arguments, List<String> modifiers) implements DataType {
    public Builtin {
      arguments = List.copyOf(arguments);
      modifiers = List.copyOf(modifiers);
    }

    public static Builtin of(String name, String... arguments) {
      return new Builtin(name, List.of(arguments), List.of());
    }

    @Override
    public String toString() {
      String args = arguments.isEmpty() ? "" : "(" + String.join(", ", arguments) + ")";
      return name + args + (modifiers.isEmpty() ? "" : " " + String.join(" ", modifiers));
    }
  }

  /**
   * A PostgreSQL type that the schema (or an extension, or somebody else) declares: an enum, a
   * domain, a composite type.
   */
  record Named(QName name) implements DataType {
    @Override
    public String toString() {
      return name.toString();
    }
  }

  /** MySQL's {@code enum('a', 'b')}. */
  record InlineEnum(List<String> values) implements DataType {
    public InlineEnum {
      values = List.copyOf(values);
    }

    @Override
    public String toString() {
      return "enum" + Labels.parenthesized(values);
    }
  }

  /** MySQL's {@code set('a', 'b')}. */
  record InlineSet(List<String> values) implements DataType {
    public InlineSet {
      values = List.copyOf(values);
    }

    @Override
    public String toString() {
      return "set" + Labels.parenthesized(values);
    }
  }

  /**
   * A PostgreSQL array; the server does not keep the number of dimensions, so neither does the
   * model.
   */
  record Array(DataType element) implements DataType {
    @Override
    public String toString() {
      return element + "[]";
    }
  }
}
