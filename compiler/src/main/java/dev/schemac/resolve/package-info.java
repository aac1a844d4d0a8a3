/**
 * Syntax trees → the model of one target: names, mixins, aliases, references, types, enum storage,
 * portability, expressions.
 */
package dev.schemac.resolve;
