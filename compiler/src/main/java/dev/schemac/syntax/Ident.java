package dev.schemac.syntax;

import dev.schemac.diagnostic.Span;

/** A name as it means: without backticks, case kept. */
public record Ident(String text, Span span) {}
