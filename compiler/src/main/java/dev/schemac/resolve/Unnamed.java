package dev.schemac.resolve;

import dev.schemac.diagnostic.Span;
import dev.schemac.model.ObjectKind;
import dev.schemac.syntax.Ident;
import java.util.List;
import java.util.Optional;

/**
 * A constraint or an index before the names are given out: written names come first, so that an
 * automatic one never takes them.
 *
 * @param parts what an automatic name consists of between the table's name and the label
 */
record Unnamed<T>(
    T value,
    ObjectKind kind,
    Optional<Ident> name,
    Optional<Ident> was,
    List<String> parts,
    String label,
    Span place) {}
