package dev.schemac.model;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * An index that backs no constraint.
 *
 * @param method {@code btree} unless said otherwise; {@code fulltext} and {@code spatial} are
 *     MySQL's
 * @param options the dialect's own options; MySQL's {@code using = btree} where the method was
 *     written, {@code invisible}, {@code parser}, {@code key_block_size}, …
 */
public record Index(
    String name,
    boolean unique,
    String method,
    List<KeyPart> parts,
    List<String> include,
    Optional<Expression> predicate,
    boolean nullsNotDistinct,
    Optional<String> comment,
    SortedMap<String, String> options) {

  public Index {
    parts = List.copyOf(parts);
    include = List.copyOf(include);
    options = Options.copy(options);
  }

  public Index withName(String other) {
    return new Index(
        other, unique, method, parts, include, predicate, nullsNotDistinct, comment, options);
  }
}
