package dev.schemac.catalog.postgres;

/**
 * A query for one kind of object that the language has no form of its own for. It gives, per
 * object: namespace (empty for none), name with its signature, the statements that make it, the one
 * that drops it, owner, comment, and which object it is, as system catalogue and oid. The server
 * writes names as the session's search path sees them.
 *
 * @param kind the server's words: {@code aggregate}, {@code event trigger}
 * @param sql gives {@code namespace, name, create, drop, owner, comment, catalogue, oid}
 */
record NativeQuery(String kind, String sql) {}
