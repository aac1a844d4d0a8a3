/**
 * Two models → the changes between them. Knows nothing of SQL, dialects or risk. Imports {@code
 * model} alone.
 */
package dev.schemac.diff;
