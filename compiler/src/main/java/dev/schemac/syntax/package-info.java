/**
 * Text → syntax tree, and the formatter. The only package that uses ANTLR. Parsing never throws,
 * whatever the bytes; what cannot be read becomes a diagnostic and the rest of the file is still
 * there.
 */
package dev.schemac.syntax;
