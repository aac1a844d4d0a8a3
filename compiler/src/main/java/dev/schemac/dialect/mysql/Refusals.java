package dev.schemac.dialect.mysql;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Span;
import dev.schemac.plan.Lowered;

/** What MySQL has no way for, with the way out. */
final class Refusals {
  private Refusals() {}

  /** The change has no way; {@code help} says what to write instead. */
  static Lowered noWay(String message, String help) {
    return Lowered.refused(Diagnostic.of(Code.SC5001, Span.NONE, message).withHelp(help));
  }

  /** MySQL has no such thing; normally the resolver has said so already. */
  static Lowered notOnMySql(String what) {
    return Lowered.refused(
        Diagnostic.of(Code.SC2010, Span.NONE, "mysql has no ".concat(what))
            .withHelp("declare it for PostgreSQL alone, within `@postgres { … }`"));
  }

  static Lowered notYet(String what, String help) {
    return Lowered.refused(Diagnostic.of(Code.SC2090, Span.NONE, what).withHelp(help));
  }

  /** A step keeps writers waiting although the strategy is `online`. */
  static Diagnostic blocks(String message, String help) {
    return Diagnostic.of(Code.SC5002, Span.NONE, message).withHelp(help);
  }
}
