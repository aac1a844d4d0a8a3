package dev.schemac.model;

/**
 * The identity of an object, or of a part of one: {@code table shop.users}, {@code column
 * shop.users.id}, {@code value color.red}.
 *
 * @param owner the object itself where {@code member} is empty, else the object that has the
 *     member. A routine's local name holds its signature ({@code f(int, text)}); a trigger's, a
 *     policy's and a grant's owner is the table it stands on
 */
public record ObjectPath(ObjectKind kind, QName owner, String member)
    implements Comparable<ObjectPath> {

  public static ObjectPath of(ObjectKind kind, QName name) {
    return new ObjectPath(kind, name, "");
  }

  public static ObjectPath table(QName name) {
    return of(ObjectKind.TABLE, name);
  }

  public static ObjectPath column(QName table, String column) {
    return new ObjectPath(ObjectKind.COLUMN, table, column);
  }

  /** By hand, as {@link #hashCode}: paths are asked for millions of times. */
  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof ObjectPath p
            && kind == p.kind
            && owner.equals(p.owner)
            && member.equals(p.member);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * kind.hashCode() + owner.hashCode()) + member.hashCode();
  }

  @Override
  public int compareTo(ObjectPath other) {
    int byKind = kind.compareTo(other.kind);
    int byOwner = byKind != 0 ? byKind : owner.compareTo(other.owner);
    return byOwner != 0 ? byOwner : member.compareTo(other.member);
  }

  /** For messages: {@code users.id}, {@code users}. */
  public String name() {
    if (isDatabase()) {
      return "the database";
    }
    return member.isEmpty() ? owner.toString() : owner + "." + member;
  }

  @Override
  public String toString() {
    return isDatabase() ? name() : kind.word() + " " + name();
  }

  /** What a connection is in has no name. */
  private boolean isDatabase() {
    return kind == ObjectKind.NAMESPACE && owner.name().isEmpty();
  }
}
