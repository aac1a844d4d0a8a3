/**
 * What schemac has to say about an input, as data: codes, spans, labels, help, fixes. Rendering is
 * {@code report}'s.
 */
package dev.schemac.diagnostic;
