package dev.schemac.resolve;

import dev.schemac.diagnostic.Span;
import dev.schemac.model.QName;
import dev.schemac.syntax.Declaration;

/**
 * A declaration and where it stands.
 *
 * @param namespace the one in force at that place; empty for the default one
 * @param name the identity
 * @param place the span of the name
 */
record Declared<D extends Declaration>(D declaration, String namespace, QName name, Span place) {}
