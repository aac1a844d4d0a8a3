package dev.schemac.emit;

import java.util.Optional;

/**
 * A declaration of a written schema.
 *
 * @param namespace of the section that it stands in; empty for the default one
 * @param opens whether it is the line that opens the section
 * @param table the table or view that it belongs to, where it does
 */
record Piece(String namespace, boolean opens, Optional<String> table, String text) {}
