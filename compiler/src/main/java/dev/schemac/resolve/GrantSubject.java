package dev.schemac.resolve;

import dev.schemac.model.QName;

/**
 * What a grant is about.
 *
 * @param kind the server's word, upper case: {@code TABLE}; empty where it needs none
 * @param sql the object as the server reads it; for later ones {@code IN SCHEMA s}, which may be
 *     empty
 * @param name the model's
 */
record GrantSubject(String kind, String sql, QName name) {}
