/**
 * Plans and diagnostics as text, Markdown, JSON, SARIF and workflow annotations. Renders, prints
 * nothing. Imported by {@code cli} alone.
 */
package dev.schemac.report;
