package dev.schemac.source;

/**
 * One source's text, decoded. {@code name} is how people see it: a path relative to the project,
 * with forward slashes.
 */
public record SourceText(String name, String text) {}
