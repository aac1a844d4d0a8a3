/**
 * Sessions with live servers: what a URL means, where its password comes from, and a connection
 * that can change nothing. Imports {@code model} and {@code catalog} alone; drivers are found when
 * the first session opens and are no dependency.
 */
package dev.schemac.connect;
