/**
 * The command line: one class per command, from options to one library call to text to exit code.
 * The only package that knows picocli, prints, or exits.
 */
package dev.schemac.cli;
