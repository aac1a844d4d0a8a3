package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.model.ObjectPath;
import dev.schemac.plan.Effect;
import dev.schemac.plan.Guard;
import dev.schemac.plan.Phase;
import dev.schemac.plan.Step;
import dev.schemac.plan.Undo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the parts of one step. */
final class StepBuilder {
  private final String title;
  private final String pattern;
  private final List<Statement> statements = new ArrayList<>();
  private final List<Guard> guards = new ArrayList<>();
  private final Set<ObjectPath> provides = new LinkedHashSet<>();
  private final Set<ObjectPath> requires = new LinkedHashSet<>();
  private final Set<ObjectPath> removes = new LinkedHashSet<>();
  private final Set<ObjectPath> releases = new LinkedHashSet<>();
  private Phase phase = Phase.EXPAND;
  private Effect effect = Effects.none();
  private Undo undo;

  private StepBuilder(String title, String pattern) {
    this.title = title;
    this.pattern = pattern;
  }

  /** A step of a pattern; {@code words} are joined by blanks. */
  static StepBuilder step(Class<?> pattern, String... words) {
    return new StepBuilder(String.join(" ", words), pattern.getSimpleName());
  }

  StepBuilder run(Statement... more) {
    statements.addAll(List.of(more));
    return this;
  }

  StepBuilder run(Collection<? extends Statement> more) {
    statements.addAll(more);
    return this;
  }

  StepBuilder phase(Phase other) {
    this.phase = other;
    return this;
  }

  StepBuilder effect(Effect other) {
    this.effect = other;
    return this;
  }

  StepBuilder guard(Guard guard) {
    guards.add(guard);
    return this;
  }

  StepBuilder guards(Collection<Guard> more) {
    guards.addAll(more);
    return this;
  }

  StepBuilder undo(Undo other) {
    this.undo = other;
    return this;
  }

  StepBuilder undo(Statement... inverse) {
    return undo(Undo.exactly(inverse));
  }

  StepBuilder provides(ObjectPath... paths) {
    provides.addAll(List.of(paths));
    return this;
  }

  StepBuilder provides(Collection<ObjectPath> paths) {
    provides.addAll(paths);
    return this;
  }

  StepBuilder requires(ObjectPath... paths) {
    requires.addAll(List.of(paths));
    return this;
  }

  StepBuilder requires(Collection<ObjectPath> paths) {
    requires.addAll(paths);
    return this;
  }

  StepBuilder removes(ObjectPath... paths) {
    removes.addAll(List.of(paths));
    return this;
  }

  StepBuilder removes(Collection<ObjectPath> paths) {
    removes.addAll(paths);
    return this;
  }

  StepBuilder releases(ObjectPath... paths) {
    releases.addAll(List.of(paths));
    return this;
  }

  StepBuilder releases(Collection<ObjectPath> paths) {
    releases.addAll(paths);
    return this;
  }

  Step build() {
    requires.removeAll(provides);
    return new Step(
        title,
        pattern,
        phase,
        statements,
        effect,
        guards,
        undo,
        provides,
        requires,
        removes,
        releases);
  }
}
