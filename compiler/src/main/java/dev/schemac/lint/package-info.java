/**
 * Judgement over schemas, changes, steps and migration folders: what is an error, what is worth a
 * note, and how to get out. Facts come from {@code diff} and {@code plan}.
 */
package dev.schemac.lint;
