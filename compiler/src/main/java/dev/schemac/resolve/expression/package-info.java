/** Expressions as written → their normal form in the model of one target, typed as far as known. */
package dev.schemac.resolve.expression;
