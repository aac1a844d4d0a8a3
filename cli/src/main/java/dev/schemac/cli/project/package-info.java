/**
 * From a folder on disk to compiled schemas and plans: {@code schemac.toml}, sources, Git. Knows no
 * option, prints nothing.
 */
package dev.schemac.cli.project;
