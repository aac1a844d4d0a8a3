/**
 * TOML 1.0, as far as a project file needs it (no dates): a reader that knows where each key stands
 * and costs a few milliseconds of start-up.
 */
package dev.schemac.cli.toml;
