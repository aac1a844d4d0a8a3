package dev.schemac.resolve;

import dev.schemac.model.DataType;
import dev.schemac.model.Options;
import dev.schemac.resolve.TableDraft.ColumnDraft;
import dev.schemac.syntax.Declaration.DomainDecl;
import dev.schemac.syntax.Declaration.EnumDecl;
import dev.schemac.syntax.Declaration.TypeDecl;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What a type as written is on the target.
 *
 * @param written how its author sees it, for messages: {@code uuid}
 * @param options that the column gets from its type, e.g. {@code charset}
 * @param collation that a domain or a referenced column brings along
 * @param enumeration the declared enum whose values the column holds, in whatever storage
 * @param aliases the aliases it was written with, outermost first: their checks and defaults count
 * @param inlinedDomain a domain on MySQL
 * @param referenced the column that a {@code ref} follows
 * @param serial PostgreSQL's {@code serial}
 */
record ResolvedType(
    DataType type,
    String written,
    SortedMap<String, String> options,
    Optional<String> collation,
    Optional<Declared<EnumDecl>> enumeration,
    List<Declared<TypeDecl>> aliases,
    Optional<Declared<DomainDecl>> inlinedDomain,
    Optional<ColumnDraft> referenced,
    boolean serial) {

  private static final DataType UNKNOWN = DataType.Builtin.of("unknown");

  static ResolvedType of(DataType type, String written) {
    return new ResolvedType(
        type,
        written,
        Options.none(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  /** Stands for what a diagnostic was given for already, so that no second one follows from it. */
  static ResolvedType unknown() {
    return of(UNKNOWN, "unknown");
  }

  boolean isUnknown() {
    return type.equals(UNKNOWN);
  }

  ResolvedType withOptions(SortedMap<String, String> other) {
    return new ResolvedType(
        type, written, other, collation, enumeration, aliases, inlinedDomain, referenced, serial);
  }

  ResolvedType withEnumeration(Declared<EnumDecl> other) {
    return new ResolvedType(
        type,
        written,
        options,
        collation,
        Optional.of(other),
        aliases,
        inlinedDomain,
        referenced,
        serial);
  }

  ResolvedType withAliases(List<Declared<TypeDecl>> other) {
    return new ResolvedType(
        type, written, options, collation, enumeration, other, inlinedDomain, referenced, serial);
  }

  ResolvedType withInlinedDomain(Declared<DomainDecl> other) {
    return new ResolvedType(
        type,
        written,
        options,
        collation,
        enumeration,
        aliases,
        Optional.of(other),
        referenced,
        serial);
  }

  ResolvedType asSerial() {
    return new ResolvedType(
        type, written, options, collation, enumeration, aliases, inlinedDomain, referenced, true);
  }

  /** The storage of a column that refers to {@code target}. */
  ResolvedType followedBy(
      ColumnDraft target, SortedMap<String, String> otherOptions, Optional<String> otherCollation) {
    return new ResolvedType(
        type,
        written,
        otherOptions,
        otherCollation,
        enumeration,
        List.of(),
        Optional.empty(),
        Optional.of(target),
        false);
  }
}
