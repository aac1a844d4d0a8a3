package dev.schemac.resolve.expression;

import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.Expression;
import dev.schemac.model.QName;
import dev.schemac.model.Table;
import dev.schemac.model.Target;
import dev.schemac.resolve.Resolution;
import dev.schemac.resolve.ResolveOptions;
import dev.schemac.resolve.Resolver;
import dev.schemac.source.SourceText;
import dev.schemac.sql.ExpressionWriter;
import dev.schemac.syntax.SourceParser;
import java.util.List;

/** Resolves single expressions of a table with one column of each kind. */
final class Expressions {
  private static final String TABLE =
      """
      enum Mood { sad, ok, happy }
      enum Stored as varchar(20) { low, high }
      %s
      table t {
        id      int primary key
        a       int
        b       int?
        big     bigint?
        price   decimal(12, 2)
        ratio   double?
        name    varchar(50)
        note    text?
        code    char(3)?
        ok_     bool
        day     date?
        at      timestamptz?
        local   timestamp?
        uid     uuid?
        data    json?
        mood    Mood?
        stored  Stored?
        happy   bool?
        `Mixed` int?
        %s
      }
      """;

  private final Target target;
  private final List<Target> all;

  private Expressions(Target target, List<Target> all) {
    this.target = target;
    this.all = all;
  }

  static Expressions postgres() {
    Target target = Target.parse("postgres:18").orElseThrow();
    return new Expressions(target, List.of(target));
  }

  static Expressions mysql() {
    Target target = Target.parse("mysql:8.4").orElseThrow();
    return new Expressions(target, List.of(target));
  }

  /** The same target in a project that has both dialects. */
  Expressions portable() {
    return new Expressions(target, List.of(postgres().target, mysql().target));
  }

  Target target() {
    return target;
  }

  private static String source(String member, Target target) {
    String sequence = target.isPostgres() ? "sequence numbers" : "";
    return TABLE.formatted(sequence, member.replace("\n", " "));
  }

  Resolution with(String member) {
    String text = source(member, target);
    ResolveOptions options = new ResolveOptions(target, all, ResolveOptions.UuidStorage.CHAR36);
    return Resolver.resolve(List.of(SourceParser.parse(new SourceText("t.schema", text))), options);
  }

  /** The normal form of a condition. */
  Expression check(String condition) {
    Resolution resolution = with("check c (" + condition + ")");
    throwErrors(resolution, condition);
    return resolution.schema().table(QName.of("t")).orElseThrow().constraint("c").stream()
        .map(c -> ((Constraint.Check) c).condition())
        .findFirst()
        .orElseThrow();
  }

  /** The normal form of any value, by way of a stored generated column. */
  Expression value(String value) {
    return check("(" + value + ") is null") instanceof Expression.IsNull(var operand)
        ? operand
        : null;
  }

  /** The default of a column {@code x} of that type. */
  Column column(String typeAndDefault) {
    Resolution resolution = with("x " + typeAndDefault);
    throwErrors(resolution, typeAndDefault);
    Table table = resolution.schema().table(QName.of("t")).orElseThrow();
    return table.column("x").orElseThrow();
  }

  String checkSql(String condition) {
    return sql().text(check(condition));
  }

  String valueSql(String value) {
    return sql().text(value(value));
  }

  String defaultSql(String typeAndDefault) {
    Column column = column(typeAndDefault);
    return sql().defaultValue(column.defaultValue().orElseThrow(), column.type());
  }

  ExpressionWriter sql() {
    return ExpressionWriter.of(target.dialect());
  }

  String source(String condition) {
    return ExpressionWriter.source(target.dialect()).text(check(condition));
  }

  /** {@code SC2009 at `name`: message}, one line each. */
  List<String> errors(String member) {
    Resolution resolution = with(member);
    String text = source(member, target);
    return resolution.diagnostics().stream()
        .filter(d -> d.code() != dev.schemac.diagnostic.Code.SC2018)
        .map(d -> line(d, text))
        .toList();
  }

  private static String line(Diagnostic d, String source) {
    return d.code()
        + " at `"
        + source.substring(d.span().start(), d.span().end())
        + "`: "
        + d.message();
  }

  private static void throwErrors(Resolution resolution, String what) {
    if (resolution.hasErrors()) {
      throw new AssertionError(what + ": " + resolution.diagnostics());
    }
  }
}
