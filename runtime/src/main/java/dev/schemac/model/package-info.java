/**
 * The resolved, immutable schema of one target. Imports nothing of schemac; holds no source spans,
 * so that a model read from a file and one read from a server are equal when they mean the same.
 * Normal forms are made where a model is built, never here.
 */
package dev.schemac.model;
