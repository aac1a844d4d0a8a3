package dev.schemac.model;

/** A server's version; PostgreSQL leaves {@code patch} at 0. */
public record ServerVersion(int major, int minor, int patch) implements Comparable<ServerVersion> {

  @Override
  public int compareTo(ServerVersion other) {
    int byMajor = Integer.compare(major, other.major);
    int byMinor = byMajor != 0 ? byMajor : Integer.compare(minor, other.minor);
    return byMinor != 0 ? byMinor : Integer.compare(patch, other.patch);
  }

  /** Whether this version is the given one or newer. */
  public boolean atLeast(int otherMajor, int otherMinor, int otherPatch) {
    return compareTo(new ServerVersion(otherMajor, otherMinor, otherPatch)) >= 0;
  }

  /** Whether this version's major number is the given one or newer. */
  public boolean atLeast(int otherMajor) {
    return major >= otherMajor;
  }

  @Override
  public String toString() {
    if (patch != 0) {
      return major + "." + minor + "." + patch;
    }
    return minor != 0 ? major + "." + minor : Integer.toString(major);
  }
}
