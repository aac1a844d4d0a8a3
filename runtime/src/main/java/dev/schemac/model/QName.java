package dev.schemac.model;

/**
 * The name of an object in a namespace (a PostgreSQL schema, a MySQL database). An empty namespace
 * is the connection's default one.
 */
public record QName(String namespace, String name) implements Comparable<QName> {

  /** A name in the connection's default namespace. */
  public static QName of(String name) {
    return new QName("", name);
  }

  public boolean hasNamespace() {
    return !namespace.isEmpty();
  }

  /** The same namespace with another local name. */
  public QName withName(String other) {
    return new QName(namespace, other);
  }

  /** By hand, as {@link #hashCode}: names are asked for millions of times. */
  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof QName q && name.equals(q.name) && namespace.equals(q.namespace);
  }

  @Override
  public int hashCode() {
    return 31 * namespace.hashCode() + name.hashCode();
  }

  @Override
  public int compareTo(QName other) {
    int byNamespace = namespace.compareTo(other.namespace);
    return byNamespace != 0 ? byNamespace : name.compareTo(other.name);
  }

  /** For messages: {@code shop.users} or {@code users}; not SQL. */
  @Override
  public String toString() {
    return hasNamespace() ? namespace + "." + name : name;
  }
}
