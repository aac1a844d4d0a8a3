/**
 * The folder of migrations: layouts, snapshots, the chain of checksums. Reads and writes files;
 * knows no dialect and no command line.
 */
package dev.schemac.emit;
