/**
 * One sealed algebra of statements: what a plan holds, never strings. A dialect prints them.
 * Imports {@code model} alone.
 */
package dev.schemac.ddl;
