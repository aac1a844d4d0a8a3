package dev.schemac.plan;

import dev.schemac.ddl.Statement;
import dev.schemac.model.ObjectPath;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One executable unit of a plan.
 *
 * @param title for a person, lower case: {@code add column packageType_new}
 * @param pattern the simple name of the pattern class that made it
 * @param provides objects that exist (under this name, in this shape) once the step has run
 * @param requires objects that must exist before it, as far as the plan makes them
 * @param removes objects that are gone (or free their name) once it has run; whoever uses them must
 *     be gone before
 * @param releases objects that this step stops using, so that a step that removes them can follow
 */
public record Step(
    String title,
    String pattern,
    Phase phase,
    List<Statement> statements,
    Effect effect,
    List<Guard> guards,
    Undo undo,
    Set<ObjectPath> provides,
    Set<ObjectPath> requires,
    Set<ObjectPath> removes,
    Set<ObjectPath> releases) {

  public Step {
    statements = List.copyOf(statements);
    guards = List.copyOf(guards);
    provides = Set.copyOf(provides);
    requires = Set.copyOf(requires);
    removes = Set.copyOf(removes);
    releases = Set.copyOf(releases);
  }

  /** The same step with other statements. */
  public Step with(List<Statement> there, Undo back) {
    return new Step(
        title, pattern, phase, there, effect, guards, back, provides, requires, removes, releases);
  }

  /** The same step with another effect. */
  public Step with(Effect other) {
    return new Step(
        title,
        pattern,
        phase,
        statements,
        other,
        guards,
        undo,
        provides,
        requires,
        removes,
        releases);
  }

  /** The same step in another phase. */
  public Step withPhase(Phase other) {
    return new Step(
        title,
        pattern,
        other,
        statements,
        effect,
        guards,
        undo,
        provides,
        requires,
        removes,
        releases);
  }

  /** The same step behind other guards. */
  public Step withGuards(List<Guard> others) {
    return new Step(
        title,
        pattern,
        phase,
        statements,
        effect,
        others,
        undo,
        provides,
        requires,
        removes,
        releases);
  }

  /** The same step that leaves and needs these things too. */
  public Step also(Collection<ObjectPath> provided, Collection<ObjectPath> required) {
    return ordered(union(provides, provided), union(requires, required), removes, releases);
  }

  /** The same step that lets these things go too. */
  public Step alsoReleasing(Collection<ObjectPath> released) {
    return withReleases(union(releases, released));
  }

  /** The same where it takes back what was let go before. */
  Step withoutReleases() {
    return withReleases(Set.of());
  }

  /** The same step that lets other things go. */
  Step withReleases(Set<ObjectPath> other) {
    return ordered(provides, requires, removes, other);
  }

  /** The same step at another place among the others. */
  Step ordered(
      Set<ObjectPath> provided,
      Set<ObjectPath> required,
      Set<ObjectPath> removed,
      Set<ObjectPath> released) {
    return new Step(
        title,
        pattern,
        phase,
        statements,
        effect,
        guards,
        undo,
        provided,
        required,
        removed,
        released);
  }

  private static Set<ObjectPath> union(Set<ObjectPath> some, Collection<ObjectPath> more) {
    Set<ObjectPath> all = new LinkedHashSet<>(some);
    all.addAll(more);
    return all;
  }
}
