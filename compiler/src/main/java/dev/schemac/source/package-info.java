/** Source texts: files, folders, line index. */
package dev.schemac.source;
