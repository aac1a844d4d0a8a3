package dev.schemac.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the newer source says about the step from the previous version: the words that a diff cannot
 * guess. Whether a word acts is decided by the previous schema alone; a spent one does nothing.
 *
 * @param renames new identity → old local name. For a member ({@code column users.email}) the owner
 *     is the table's <em>new</em> name and the value the member's old name; for an object the value
 *     is its old name
 * @param retirements what may go, by its identity in the <em>old</em> schema's member name and the
 *     new schema's owner name
 * @param conversions how the values of a column come about, by the column's new identity
 * @param values what happens to values that go or move, by the identity of the enum type, or of the
 *     column whose type holds the values
 */
public record Evolution(
    Map<ObjectPath, QName> renames,
    Map<ObjectPath, Retirement> retirements,
    Map<ObjectPath, Conversion> conversions,
    Map<ObjectPath, List<ValueChange>> values) {

  public Evolution {
    renames = Map.copyOf(renames);
    retirements = Map.copyOf(retirements);
    conversions = Map.copyOf(conversions);
    values = Map.copyOf(values);
  }

  /** Nothing said. */
  public static Evolution none() {
    return new Evolution(Map.of(), Map.of(), Map.of(), Map.of());
  }

  /**
   * The permission to drop something that holds data.
   *
   * @param condition what the migration has to find before it drops
   * @param keys for a retired key or check without a name ({@code retire index (a, b)}), its
   *     operands' canonical text; else empty
   */
  public record Retirement(Condition condition, List<String> keys) {
    public Retirement {
      keys = List.copyOf(keys);
    }

    /**
     * {@code ALWAYS}: with its data; {@code WHEN_EMPTY}: a table without rows; {@code WHEN_NULL}: a
     * column without values.
     */
    public enum Condition {
      ALWAYS,
      WHEN_EMPTY,
      WHEN_NULL
    }
  }

  /**
   * How a column's values come about.
   *
   * @param using an expression over the row as it was, under its old names
   * @param backfill what existing rows get where they would have NULL
   * @param narrowing the narrowing that its author accepts once every row was checked
   */
  public record Conversion(
      Optional<Expression> using, Optional<Expression> backfill, Optional<Narrowing> narrowing) {}

  /** {@code when fits} (no condition) or {@code when (condition)}. */
  public record Narrowing(Optional<Expression> condition) {}

  /** One word about a value of an enum. */
  public sealed interface ValueChange {
    String from();

    /** {@code queued was pending}: the label changes, rows follow. */
    record Renamed(String from, String to) implements ValueChange {}

    /**
     * {@code retire custom -> fixed}, or {@code retire custom} alone: the migration asserts that no
     * row holds it.
     */
    record Retired(String from, Optional<String> to) implements ValueChange {}

    /**
     * {@code remap pending -> queued}: rows move, the value stays; acts in the step that adds
     * {@code to}.
     */
    record Remapped(String from, String to) implements ValueChange {}
  }

  /** A collector. */
  public static final class Builder {
    private final Map<ObjectPath, QName> renames = new LinkedHashMap<>();
    private final Map<ObjectPath, Retirement> retirements = new LinkedHashMap<>();
    private final Map<ObjectPath, Conversion> conversions = new LinkedHashMap<>();
    private final Map<ObjectPath, List<ValueChange>> values = new LinkedHashMap<>();

    public Builder rename(ObjectPath path, QName old) {
      renames.put(path, old);
      return this;
    }

    public Builder retire(ObjectPath path, Retirement retirement) {
      retirements.put(path, retirement);
      return this;
    }

    public Builder convert(ObjectPath column, Conversion conversion) {
      conversions.put(column, conversion);
      return this;
    }

    public Builder values(ObjectPath path, List<ValueChange> changes) {
      values.put(path, List.copyOf(changes));
      return this;
    }

    public Evolution build() {
      return new Evolution(renames, retirements, conversions, values);
    }
  }
}
